import * as z from 'zod/mini';
import { instant, localDate } from '../../kernel/time.ts';
import { id, slug, urn, yearGroups } from '../fields.ts';

// The kept items of children's answers, apart from what is done with them: every function that reads the table knows its items.

/** No vowels, so that no word comes out; no letter or digit that looks like another. */
export const codeSigns = 'bcdfghjkmnpqrstvwxz2346789';

/** What a class types in to answer: six letters and digits. */
export const classCode = z
  .string('Type the code')
  .check(z.regex(new RegExp(`^[${codeSigns}]{6}$`), 'A code has 6 letters and numbers'));

/** A class that answers together. It is the budget of its answers too: each takes one from `left`, in its own transaction. */
export const pupilClass = z.strictObject({
  edition: slug,
  urn,
  registration: id,
  code: classCode,
  event: slug,
  year: z.enum(yearGroups),
  /** How many children are in it. */
  pupils: z.int(),
  instrument: slug,
  instrumentVersion: z.int(),
  /** How many answers are still taken. */
  left: z.int(),
  /** How many children the teacher counted by hand or from sheets: they are taken from `left` too. */
  tallied: z.int(),
  state: z.enum(['open', 'closed']),
  /** The last day on which children can answer by the code. */
  until: localDate,
  openedAt: instant,
  /** Before or after the course, where the same children are asked twice. */
  round: z.optional(z.enum(['baseline', 'endline'])),
  version: z.int(),
});
export type PupilClass = z.infer<typeof pupilClass>;

/** Places on a scale by statement, from 1; what was skipped is not there. */
export const placesChosen = z.record(slug, z.int());
export type PlacesChosen = z.infer<typeof placesChosen>;

/**
 * One child's answers under a class code. It holds nothing else on purpose: no time, no order, no device, nothing of the
 * request. Its id is a digest of random bits that the first page brought with it.
 */
export const pupilAnswer = z.strictObject({ edition: slug, code: classCode, answer: id, answers: placesChosen });

/**
 * The key of a course: with it, a child's own code leads to their answers. Only the school knows which child has which code.
 * Once the school deletes it, nothing does.
 */
export const courseKey = z.strictObject({ edition: slug, code: classCode, key: z.string() });

/** One child's answers before or after a course, under what the key makes of their own code. Personal data until the key goes. */
export const courseAnswer = z.strictObject({
  edition: slug,
  code: classCode,
  pair: id,
  round: z.enum(['baseline', 'endline']),
  answers: placesChosen,
});
export type CourseAnswer = z.infer<typeof courseAnswer>;

/** How the same children changed at one statement: pairs; who came to say yes and who no longer does; steps on the scale. */
const changed = z.strictObject({ n: z.int(), gained: z.int(), lost: z.int(), sum: z.int(), squares: z.int() });
export type Changed = z.infer<typeof changed>;

/** Children asked before and after a course: matched pairs apart from those who answered only once. */
const course = z.strictObject({
  matched: z.int(),
  baselineOnly: z.int(),
  endlineOnly: z.int(),
  changes: z.record(slug, changed),
});
export type CourseSaid = z.infer<typeof course>;

/** How many children chose each place of a scale, by statement. */
export const placeCounts = z.record(slug, z.array(z.int()));
export type PlaceCounts = z.infer<typeof placeCounts>;

/** What a teacher counted by show of hands or from sheets, of children who did not answer on a tablet. */
export const pupilTally = z.strictObject({ edition: slug, code: classCode, present: z.int(), counts: placeCounts });
export type PupilTally = z.infer<typeof pupilTally>;

const said = {
  /** Classes that were asked. */
  classes: z.int(),
  /** Children in them. */
  asked: z.int(),
  /** Answers; nothing tells whether a child gave two. */
  answered: z.int(),
  counts: placeCounts,
  course: z.optional(course),
};

/** What the children of some classes said. */
export const childrenSaid = z.strictObject({ instrument: slug, ...said });
export type ChildrenSaid = z.infer<typeof childrenSaid>;

/** The same of a whole edition, with how many schools' children answered. */
export const childrenInAll = z.strictObject({ instrument: slug, schools: z.int(), ...said });
export type ChildrenInAll = z.infer<typeof childrenInAll>;

/** The totals of one class. `left` and `classVersion` are the class's own when it was read: other ones there mean that it must be counted again. */
export const classTotal = z.strictObject({
  edition: slug,
  urn,
  event: slug,
  code: classCode,
  left: z.int(),
  classVersion: z.int(),
  said: childrenSaid,
});
export type ClassTotal = z.infer<typeof classTotal>;

/** The version of an instrument that an edition asks by, from the first time anybody is asked. */
export const usedInstrument = z.strictObject({
  edition: slug,
  instrument: slug,
  version: z.int(),
  /** Of its statements and scales, as they stood then. */
  digest: z.string(),
});
export type UsedInstrument = z.infer<typeof usedInstrument>;
