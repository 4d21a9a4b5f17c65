import type { Instrument } from './instrument.ts';

const all = { asked: 'all' } as const;
const items = 'items used again and again in the field of career-related learning, in our own words for children of seven';

/** What children are asked at the end of an event: a question a page, five pages. */
export const pupilsOnce = {
  instrument: 'pupils-once',
  version: 1,
  title: 'How was it?',
  audience: 'pupils',
  rounds: ['once'],
  languages: ['en'],
  source: `Scales as they name their sources; ${items}`,
  statements: [
    { id: 'fun', text: 'How was it?', scale: 'happiness', ...all },
    { id: 'again', text: 'Do you want to do it again?', scale: 'again', ...all },
    { id: 'many-jobs', text: 'I know lots of jobs.', scale: 'sure', ...all },
    { id: 'same-job', text: 'Girls and boys can do the same job.', scale: 'sure', ...all },
    { id: 'any-job', text: 'I can do any job.', scale: 'sure', ...all },
  ],
} as const satisfies Instrument;

const sure = { scale: 'sure', ...all } as const;
const skill = { scale: 'skill', ...all } as const;

/** What children are asked before and after a course. The eight skills are those of the framework of 2025, by its ids. */
export const pupilsTwice = {
  instrument: 'pupils-twice',
  version: 1,
  title: 'What do you think?',
  audience: 'pupils',
  rounds: ['baseline', 'endline'],
  languages: ['en'],
  source: `${items}: Education and Employers, “Scaling up” (2021) and “Our Future Derby”; Universal Framework 2 (2025)`,
  statements: [
    { id: 'any-job', text: 'I can do any job.', ...sure },
    { id: 'many-jobs', text: 'I know lots of jobs.', ...sure },
    { id: 'school-helps', text: 'School helps me get a good job.', ...sure },
    { id: 'same-job', text: 'Girls and boys can do the same job.', ...sure },
    { id: 'maths', text: 'Maths is good for a job.', ...sure },
    { id: 'english', text: 'Reading is good for a job.', ...sure },
    { id: 'science', text: 'Science is good for a job.', ...sure },
    { id: 'jobs-named', text: 'How many jobs can you name?', scale: 'count', ...all },
    { id: 'skill-listening', text: 'I listen to others.', ...skill },
    { id: 'skill-speaking', text: 'I speak so that others get it.', ...skill },
    { id: 'skill-problem-solving', text: 'I can find out how to do things.', ...skill },
    { id: 'skill-creativity', text: 'I think up new things.', ...skill },
    { id: 'skill-adapting', text: 'I keep going when things change.', ...skill },
    { id: 'skill-planning', text: 'I make a plan.', ...skill },
    { id: 'skill-leadership', text: 'I can lead a group.', ...skill },
    { id: 'skill-teamwork', text: 'I work well in a group.', ...skill },
  ],
} as const satisfies Instrument;
