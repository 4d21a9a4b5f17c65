import * as z from 'zod/mini';
import { adultsInAll, adultsSaid } from './adults.ts';
import { halfDay, id, slug, urn, yearGroups } from './fields.ts';
import { childrenInAll, childrenSaid } from './pupils/items.ts';

// The kept totals, apart from how they are counted: every function that reads the table knows its items.

const likertCounts = z.tuple([z.int(), z.int(), z.int(), z.int(), z.int()]);

/** The totals of one event, from its bookings. */
export const eventTotal = z.strictObject({
  edition: slug,
  event: slug,
  kind: z.enum(['special', 'rotation', 'online']),
  halfDay,
  held: z.boolean(),
  sessions: z.int(),
  pupils: z.int(),
  schools: z.array(urn),
  /** The headcount of each school that came, and the year groups it had places for. */
  attendance: z.array(z.strictObject({ urn, years: z.array(z.enum(yearGroups)), pupils: z.int() })),
  host: z.optional(urn),
  organisations: z.array(id),
  /** What its children said; nothing where no class was asked. */
  children: z.optional(z.array(childrenSaid)),
  /** What those who visited it said; nothing where none was asked. */
  visitors: z.optional(adultsSaid),
});
export type EventTotal = z.infer<typeof eventTotal>;

const perStatement = z.strictObject({ hosting: z.int(), enjoyed: z.int(), again: z.int() });

/**
 * The totals of one school, from its registrations and answers. Distributions count answers 1 to 5, in order: one for each
 * event answered about. `respondents` answered a statement about at least one event.
 */
export const schoolTotal = z.strictObject({
  edition: slug,
  urn,
  pending: z.int(),
  confirmed: z.int(),
  invited: perStatement,
  respondents: perStatement,
  answers: z.strictObject({ hosting: likertCounts, enjoyed: likertCounts, again: likertCounts }),
  quotes: z.array(z.string()),
  /** What its children said. */
  children: z.optional(z.array(childrenSaid)),
  /** What their parents said. */
  parents: z.optional(adultsSaid),
});
export type SchoolTotal = z.infer<typeof schoolTotal>;

const statementFigure = z.strictObject({
  statement: z.enum(['hosting', 'enjoyed', 'again']),
  text: z.string(),
  /** Answers that count. A school gives one for each event it was at, so these can be more than the schools. */
  n: z.int(),
  /** Schools that answered it about at least one event, of those asked. */
  respondents: z.int(),
  invited: z.int(),
  /** Mean to two decimals, half up; absent when nobody answered. */
  mean: z.optional(z.number()),
  /** Respondents per invitation, 0 to 1; absent when nobody was invited. */
  responseRate: z.optional(z.number()),
});

/** The figures of one edition. Pupils are headcounts at sessions, not distinct children. */
export const editionTotal = z.strictObject({
  edition: slug,
  registrationsPending: z.int(),
  registrationsConfirmed: z.int(),
  schools: z.int(),
  hosts: z.int(),
  organisations: z.int(),
  events: z.int(),
  sessions: z.int(),
  pupilsFaceToFace: z.int(),
  pupilsOnline: z.int(),
  statements: z.array(statementFigure),
  quotes: z.array(z.string()),
  children: z.optional(z.array(childrenInAll)),
  /** What visitors and parents said. */
  adults: z.optional(z.array(adultsInAll)),
});
export type EditionTotal = z.infer<typeof editionTotal>;
