import { expect } from 'vitest';
import { people, professionalSessions, sessionDays } from '../../flow/course-city.ts';
import { type CourseChapter, opensByLink, opensCourses } from './cast.ts';

export { meetCourse } from './cast.ts';

const alder = 'Alder Bank Primary School (fictional)';

/** The course is made, with a day to mend first. */
export const makesCourse: readonly CourseChapter[] = [
  {
    tells: 'an organiser makes a course; a session before the one it follows is sent back and mended',
    happens: async (cast) => {
      const { by, sees } = cast.organiser;
      await opensCourses(cast);
      await sees('There are no courses yet.');
      await by.select('School', alder);
      await by.select('Which course', 'Jobs in health');
      await by.fill('Short name for its address', 'alder');
      await by.tick('Year 4');
      await by.tick('Year 5');
      await by.fill('Places', '4');
      await by.fill('Words that the draw begins with', 'Larkford spring');
      await by.choose('Sessions are in the', 'Morning');
      await by.fill('Opening assembly', '2025-02-24');
      await by.fill('Last day to apply', '2025-02-28');
      await by.fill('First session', sessionDays.first);
      await by.fill('First professional', sessionDays['professional-1']);
      await by.fill('Second professional', '2025-03-12');
      await by.fill('Third professional', sessionDays['professional-3']);
      await by.fill('Fourth professional', sessionDays['professional-4']);
      await by.fill('Looking back', sessionDays.reflection);
      await by.fill('Final assembly', '2025-04-11');
      await by.press('Make the course');
      await sees('There is a problem', 'This session must come after Thursday 13 March 2025');
      await by.fill('Second professional', sessionDays['professional-2']);
      await by.press('Make the course');
      await sees('Not confirmed yet.', 'First professional: no professional has said yes yet', 'Thursday 20 March');
    },
  },
];

/** Professionals are asked, cleared and come. */
export const asksProfessionals: readonly CourseChapter[] = [
  {
    tells: 'who comes to a session is asked, and says yes by their link; who stands in is named',
    happens: async ({ organiser: { by, sees }, city }) => {
      await by.press('Confirm the course');
      await sees('There is a problem', 'Fourth professional: nobody stands in yet');
      await by.follow('First professional');
      await sees('Nobody is asked yet.', 'Nobody stands in yet.');
      await by.select('Ask a professional', 'V. nurse');
      await by.press('Ask for this session');
      await sees('V. nurse asked not cleared yet');
      await city.larkford.system.settle();
      expect(await city.accepts('alder-professional-1', 'nurse')).toBe('accepted');
      await by.select('Who comes if the professional cannot', 'V. stand-in');
      await by.press('Name as substitute');
      await sees('V. nurse comes not cleared yet', 'V. stand-in stands in: not cleared yet.');
    },
  },
  {
    tells: 'the safeguarding lead records a clearance; once all are there, the course is confirmed',
    happens: async ({ organiser: { by, sees, page }, city }) => {
      await city.askOthers('alder', professionalSessions.slice(1));
      await page.goto('/organiser/editions/larkford-courses/courses/alder');
      await sees('First professional: V. nurse, not cleared yet', 'Fourth professional: V. carer, not cleared yet');
      await page.goto('/organiser/editions/larkford-courses/courses');
      await by.follow('Clearances');
      await by.select('Volunteer', 'V. nurse');
      await by.fill('Last day of the clearance', '2025-12-31');
      await by.press('Record the clearance');
      await sees('V. nurse Wednesday 31 December 2025 Holds');
      await city.clear(people.slice(1));
      await by.follow('Back');
      await by.follow(alder);
      await sees('Nothing is missing.');
      await by.press('Confirm the course');
      await sees('0 children have applied for 4 places.', 'The last day to apply is Friday 28 February 2025.');
      await by.follow('The notice for parents');
      await sees('A course for your child', 'There are 4 places.', '“Larkford spring”');
    },
  },
];

/** Children apply through their school, and a draw decides. */
export const drawsPlaces: readonly CourseChapter[] = [
  {
    tells: 'the teacher enters codes of the school’s own; a name among them keeps none',
    happens: async (cast) => {
      const { by, sees } = cast.teacher;
      await opensByLink(cast);
      await by.follow('Jobs in health and care');
      await by.select('Year group', 'Year 4');
      await by.fill('Codes', 'k1 k2 k3 Ada');
      await by.press('Add these codes');
      await sees('Never enter a name', 'No code has applied yet.');
      await by.fill('Codes', 'k1 k2 k3 k4 k5 k6');
      await by.press('Add these codes');
      await sees('6 children have applied for 4 places.', 'k6 Year 4');
    },
  },
  {
    tells: 'after the last day the places are drawn; the teacher reads who has one, and why',
    happens: async (cast) => {
      const { by, sees } = cast.organiser;
      await cast.city.moveTo('2025-03-03T09:00:00.000Z');
      await opensCourses(cast);
      await by.follow(alder);
      await sees('6 children have applied for 4 places.');
      await by.press('Draw the places');
      await sees('How the draw came out', 'A place: number 4 of the draw', 'Next in line: number 5 of the draw');
      await cast.city.larkford.system.settle();
      await opensByLink(cast);
      await cast.teacher.by.follow('Jobs in health and care');
      await cast.teacher.sees('Who has a place', 'A place: number 1 of the draw', 'Next in line: number 6 of the draw');
    },
  },
];

/** A substitute takes over, and what happened is kept. */
export const holdsSessions: readonly CourseChapter[] = [
  {
    tells: 'a professional cannot come, and the substitute takes over by one button',
    happens: async ({ organiser: { by, sees }, city }) => {
      await by.follow('Second professional');
      await by.press('Let the substitute take over');
      await sees('V. midwife does not come', 'V. stand-in comes cleared', 'Nobody stands in yet.');
      await city.larkford.system.settle();
      const [mail] = city.larkford.system.inbox.list({ to: 'midwife@volunteer.example', limit: 1 });
      expect(mail?.subject).toContain('Taken out of your calendar');
    },
  },
  {
    tells: 'after a session the organiser counts who came and ticks what it covered; the report says both',
    happens: async (cast) => {
      const { by, sees } = cast.organiser;
      await cast.city.moveTo('2025-03-13T15:00:00.000Z');
      await opensCourses(cast);
      await by.follow(alder);
      await by.follow('First professional');
      await by.follow('The event: move it, cancel it or count who came');
      await by.fill(/^Pupils who came from Alder Bank/, '4');
      await by.press(/^Save the headcount/);
      await cast.organiser.page.goto('/organiser/editions/larkford-courses/courses/alder/sessions/professional-1');
      await sees('4 of 4 children came.');
      await by.tick('What their job is');
      await by.tick('A task that children did with their own hands');
      await by.press('Keep what it covered');
      await sees('Say what the hands-on task was');
      await by.fill(/^The task, in a few words/, 'Taking a pulse');
      await by.press('Keep what it covered');
      await cast.organiser.page.goto('/organiser/editions/larkford-courses/courses');
      await by.follow('What the courses came to');
      await sees('Key Stage 2. 4 steps.', '4 of 4', 'the job, a task. Task: Taking a pulse.', 'from 10 children of 3 schools on');
    },
  },
  {
    tells: 'at the end the final assembly is counted, with the consents of families',
    happens: async (cast) => {
      const { by, sees } = cast.organiser;
      await cast.city.moveTo('2025-04-11T15:00:00.000Z');
      await opensCourses(cast);
      await by.follow(alder);
      await by.follow('Final assembly: who was there');
      await by.fill('Children of the course who were there', '4');
      await by.fill('Guests who came', '25');
      await by.fill('Children with consent to use the name', '5');
      await by.fill('Children with consent to photos', '2');
      await by.press('Keep these numbers');
      await sees('There is a problem', '4 children were there');
      await by.fill('Children with consent to use the name', '3');
      await by.press('Keep these numbers');
      await sees('4 children and 25 guests were at the final assembly.', 'names of 3 children, and photos of 2.');
    },
  },
];
