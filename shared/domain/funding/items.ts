import * as z from 'zod/mini';
import { instant, localDate } from '../../kernel/time.ts';
import { cohorts, id, slug, urn, yearGroups } from '../fields.ts';
import { placeCounts } from '../pupils/items.ts';
import { deliverableUnits, fundingNeeds, outputKinds, sectorSessionStates, visitorKinds, waveAudiences } from '../vocabulary.ts';
import { sectorIds } from './sectors.ts';

// The kept items of a funded programme, apart from what is done with them: every function that reads the table knows them.

/** Something that a funder was promised. What of it is delivered is counted from claimed outputs, never typed. */
export const deliverable = z.strictObject({
  deliverable: slug,
  what: z.string(),
  unit: z.enum(deliverableUnits),
  target: z.int(),
});
export type Deliverable = z.infer<typeof deliverable>;

const promised = { funder: z.string(), pence: z.int(), year: slug, conditions: z.optional(z.string()) };

/** One funder's money for one school year. */
export const fundingLine = z.strictObject({
  edition: slug,
  line: slug,
  ...promised,
  /** The programme's own words to this funder. */
  words: z.optional(z.string()),
  deliverables: z.array(deliverable),
  /** What its entries come to: every entry is written with it, so that two at once cannot overspend. */
  spent: z.int(),
  /** How it stood before, oldest first. */
  past: z.array(z.strictObject({ ...promised, until: instant, by: id })),
  version: z.int(),
});
export type FundingLine = z.infer<typeof fundingLine>;

const spending = { on: localDate, pence: z.int(), what: z.string(), urn: z.optional(urn) };

/** Money that was spent of a line. Its id comes from its reference: one invoice is one entry in the whole edition. */
export const spendEntry = z.strictObject({
  edition: slug,
  spend: id,
  line: slug,
  ...spending,
  evidence: z.string(),
  state: z.enum(['entered', 'undone']),
  at: instant,
  by: id,
  past: z.array(z.strictObject({ ...spending, line: slug, until: instant, by: id })),
  version: z.int(),
});
export type SpendEntry = z.infer<typeof spendEntry>;

/** Somebody who comes to a school. */
const visitor = z.strictObject({ kind: z.enum(visitorKinds), id });

/** One session on the menu. */
export const menuEntry = z.strictObject({
  edition: slug,
  entry: slug,
  sector: z.enum(sectorIds),
  /** The version of the list of sectors. */
  sectors: z.int(),
  title: z.string(),
  visitor: z.optional(visitor),
  years: z.array(z.enum(yearGroups)),
  minutes: z.int(),
  state: z.enum(['offered', 'withdrawn']),
  version: z.int(),
});
export type MenuEntry = z.infer<typeof menuEntry>;

/** How those who came describe themselves, of those who chose to say; counts only. */
export const roleModels = z.strictObject({ women: z.int(), men: z.int(), another: z.int(), unsaid: z.int() });
export type RoleModels = z.infer<typeof roleModels>;

/** One session that a school asked for from the menu, until it was held. */
export const sectorSession = z.strictObject({
  edition: slug,
  session: id,
  urn,
  registration: id,
  entry: slug,
  sector: z.enum(sectorIds),
  on: localDate,
  expected: cohorts,
  state: z.enum(sectorSessionStates),
  visitor: z.optional(visitor),
  /** Headcounts by year group, once it was held. */
  came: z.optional(cohorts),
  roleModels: z.optional(roleModels),
  version: z.int(),
});
export type SectorSession = z.infer<typeof sectorSession>;

/** One output that counts for one deliverable. Its key is the output: it cannot be claimed twice. */
export const outputClaim = z.strictObject({
  edition: slug,
  kind: z.enum(outputKinds),
  output: slug,
  line: slug,
  deliverable: slug,
  at: instant,
  by: id,
  version: z.int(),
});
export type OutputClaim = z.infer<typeof outputClaim>;

/** One time of asking one kind of people. Pupils' answers are counted where they are; adults' are entered as counts. */
export const evaluationWave = z.strictObject({
  edition: slug,
  wave: slug,
  audience: z.enum(waveAudiences),
  on: localDate,
  title: z.string(),
  instrument: slug,
  counts: z.optional(placeCounts),
  version: z.int(),
});
export type EvaluationWave = z.infer<typeof evaluationWave>;

/** A school's band of free school meals, where the register does not say it. */
export const schoolNeed = z.strictObject({
  edition: slug,
  urn,
  band: z.enum(fundingNeeds),
  source: z.string(),
  version: z.int(),
});
export type SchoolNeed = z.infer<typeof schoolNeed>;

/** A result that somebody else published, in per cent. It never stands among what is counted here. */
export const publishedResult = z.strictObject({
  edition: slug,
  quote: slug,
  text: z.string(),
  before: z.optional(z.number()),
  after: z.number(),
  source: z.string(),
  address: z.optional(z.string()),
  version: z.int(),
});
export type PublishedResult = z.infer<typeof publishedResult>;
