import * as z from 'zod/mini';
import { instant, localDate } from '../../kernel/time.ts';
import { contact, id, optionalLines, slug, urn, yearGroups } from '../fields.ts';
import { enquiryStates } from '../vocabulary.ts';
import { checklist, sessionNames, templateNames } from './template.ts';

// The kept items of courses, apart from what is done with them: every function that reads the table knows its items.

/** What a session covered, as ticked after it. */
const sessionRecord = z.strictObject({
  covered: z.array(z.enum(checklist)),
  /** The hands-on task, in a few words. */
  task: z.optional(z.string()),
  at: instant,
});

/** One session of a course: an event of its edition, which holds its time, who comes and how many children came. */
const courseSession = z.strictObject({
  session: z.enum(sessionNames),
  event: slug,
  /** The volunteer who comes if whoever was to come cannot. */
  substitute: z.optional(id),
  record: z.optional(sessionRecord),
});
export type CourseSession = z.infer<typeof courseSession>;

/** A course at one school, made from a template. */
export const course = z.strictObject({
  edition: slug,
  course: slug,
  urn,
  registration: id,
  schoolName: z.string(),
  template: z.enum(templateNames),
  yearGroups: z.array(z.enum(yearGroups)),
  places: z.int(),
  /** What the draw of places begins with: said before anybody applies. */
  seed: z.string(),
  half: z.enum(['am', 'pm']),
  opening: localDate,
  /** The last day on which children can apply. */
  closes: localDate,
  final: localDate,
  sessions: z.array(courseSession),
  state: z.enum(['planned', 'confirmed', 'drawn']),
  drawnAt: z.optional(instant),
  /** How many children took part in the cloud, and how many of them chose each theme. */
  cloud: z.optional(z.strictObject({ children: z.int(), themes: z.record(slug, z.int()) })),
  /** Who was at the final assembly, and for how many children there is consent to names and photos. */
  assembly: z.optional(z.strictObject({ children: z.int(), guests: z.int(), names: z.int(), photos: z.int() })),
  version: z.int(),
});
export type Course = z.infer<typeof course>;

/** What a school calls a child on its own list: letters and a number, so that it is no name. */
export const heldCode = z
  .string('Enter the codes')
  .check(z.regex(/^[a-z]{0,3}\d{1,4}$/, 'A code has up to 3 letters and then a number, like k7. Never enter a name'));

/** That a child applies for a place. Personal data for the school alone: only it knows which child has which code. */
export const courseApplication = z.strictObject({
  edition: slug,
  course: slug,
  code: heldCode,
  year: z.enum(yearGroups),
});
export type CourseApplication = z.infer<typeof courseApplication>;

/** A school that asks for a course, and how talking with it goes on. */
export const enquiry = z.strictObject({
  edition: slug,
  enquiry: id,
  school: z.string(),
  contact,
  message: optionalLines(1000),
  state: z.enum(enquiryStates),
  /** Organisers' own words on it. */
  notes: optionalLines(2000),
  askedAt: instant,
  version: z.int(),
});
export type Enquiry = z.infer<typeof enquiry>;
