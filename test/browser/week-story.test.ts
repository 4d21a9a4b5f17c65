import { tellStory } from './tell-story.ts';
import { formsTheWeek } from './week-story/before.ts';
import { meetWeek } from './week-story/cast.ts';
import { goesThroughTheDay } from './week-story/day.ts';

tellStory({ story: 'a rotation from offer to headcount', meet: meetWeek, chapters: [...formsTheWeek, ...goesThroughTheDay] });
