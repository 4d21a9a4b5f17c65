import * as z from 'zod/mini';
import { instant, localDate } from '../../kernel/time.ts';
import { publicChanges } from '../disclosure/public-changes.ts';
import { publicChildren } from '../disclosure/public-shares.ts';
import { publicStatement } from '../disclosure/public-statement.ts';
import { publicTable } from '../disclosure/public-table.ts';
import { id, slug } from '../fields.ts';

// The kept items of reports, apart from what is done with them: every function that reads the table knows its items.

const printedFigure = z.strictObject({ figure: slug, says: z.string() });

/** Figures of one week that somebody printed elsewhere. */
export const printedEdition = z.strictObject({
  edition: slug,
  reference: slug,
  source: z.string(),
  address: z.string(),
  printedOn: z.optional(localDate),
  figures: z.array(printedFigure),
});
export type PrintedEdition = z.infer<typeof printedEdition>;

const digest = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,80}$/));
const optionalFigure = z.optional(z.number());

/** A figure as it is printed, with what proves its rows. What adults answered has its value in its statement. */
const printedValue = z.strictObject({ figure: slug, value: optionalFigure, rows: z.int(), digest });

/** Something promised for next time, and whether it has been done. */
const action = z.strictObject({
  action: z.string(),
  who: z.optional(z.string()),
  state: z.enum(['planned', 'begun', 'done', 'dropped']),
});

/** What changed since the edition before: how many of the figure's rows are new, gone or different. */
const change = z.strictObject({
  figure: slug,
  before: optionalFigure,
  after: optionalFigure,
  added: z.int(),
  removed: z.int(),
  rulesChanged: z.boolean(),
});

/** An impact report as the public may see it: everything in it has passed the gate, and it stays as it is. */
export const reportDocument = z.strictObject({
  edition: slug,
  editionName: z.string(),
  version: z.int(),
  /** The version of the rules of disclosure and of the formulas. */
  rules: z.int(),
  /** When its source was read. */
  asOf: instant,
  figures: z.array(printedValue),
  statements: z.array(publicStatement),
  /** Pupils face to face by day and kind of event, where the gate leaves a table. */
  pupilsByDay: z.optional(publicTable),
  /** What children said, where classes were asked. */
  children: z.optional(z.array(publicChildren)),
  /** How the same children changed, where classes were asked before and after a course. */
  course: z.optional(publicChanges),
  quotes: z.array(z.string()),
  credits: z.array(z.string()),
  /** The organiser's own sentences, each checked against the figures. */
  summary: z.array(z.string()),
  pledges: z.array(z.strictObject({ promise: z.string(), evidence: z.string() })),
  actions: z.array(action),
  /** Earlier years of the programme, as their reports printed them. */
  years: z.array(
    z.strictObject({ edition: slug, name: z.string(), figures: z.array(z.strictObject({ figure: slug, value: z.number() })) }),
  ),
  /** What others printed of the same week. */
  printed: z.array(printedEdition),
  /** Why it differs from the version before. */
  changes: z.array(change),
});
export type ReportDocument = z.infer<typeof reportDocument>;

/** One edition of a report: prepared by one person, published by another, and frozen. */
export const reportEdition = z.strictObject({
  edition: slug,
  version: z.int(),
  /** Its key: the version in four digits. */
  number: slug,
  /** The source it was made from. */
  snapshot: id,
  state: z.enum(['prepared', 'published']),
  preparedBy: digest,
  preparedAt: instant,
  publishedBy: z.optional(digest),
  publishedAt: z.optional(instant),
  /** SHA-256 of the document's bytes. */
  digest,
  document: reportDocument,
});
export type ReportEdition = z.infer<typeof reportEdition>;
