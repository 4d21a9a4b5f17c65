import { asksProfessionals, drawsPlaces, holdsSessions, makesCourse, meetCourse } from './course-story/chapters.ts';
import { tellStory } from './tell-story.ts';

tellStory({
  story: 'a course at a school',
  meet: meetCourse,
  chapters: [...makesCourse, ...asksProfessionals, ...drawsPlaces, ...holdsSessions],
});
