import * as z from 'zod/mini';
import { cohorts, count, id, line, lines, optionalLines, slug, urn, yearGroups } from '../fields.ts';
import { deliverableUnits, outputKinds, visitorKinds, waveAudiences } from '../vocabulary.ts';
import { sectorIds } from './sectors.ts';

const amountRange = 'Enter an amount above nothing and up to 10 million pounds, like 1250 or 1250.50';
/** An amount in pounds, as it is typed, with at most two decimals. */
const pounds = z.number('Enter an amount in pounds, like 1250 or 1250.50').check(
  z.minimum(0.01, amountRange),
  z.maximum(10_000_000, amountRange),
  z.refine((amount) => Math.abs(amount * 100 - Math.round(amount * 100)) < 1e-6, 'Enter pounds and whole pence'),
);

/** Pounds as whole pence. */
export function penceOf(amount: number): number {
  return Math.round(amount * 100);
}

const day = z.string('Enter a day, like 2022-03-14');

const promise = {
  funder: line('Enter who gives the money'),
  amount: pounds,
  year: slug,
  conditions: optionalLines(1000),
  words: optionalLines(2000),
};

/** A funder's money for one school year. */
export const lineForm = z.strictObject({ line: slug, ...promise });
/** The same, put right. */
export const lineChangeForm = z.strictObject(promise);
export type LineChangeForm = z.infer<typeof lineChangeForm>;

/** What a funder is promised. A short name that is there already is put right. */
export const deliverableForm = z.strictObject({
  deliverable: slug,
  what: line('Enter what is delivered'),
  unit: z.enum(deliverableUnits, 'Choose what it is counted in'),
  target: count('Enter the target', 1_000_000, 1),
  /** That it was never promised. */
  remove: z.optional(z.boolean()),
});
export type DeliverableForm = z.infer<typeof deliverableForm>;

const spending = { on: day, amount: pounds, what: line('Enter what it was for'), urn: z.optional(urn) };

/** Money spent. */
export const spendForm = z.strictObject({ ...spending, evidence: line('Enter the number of the invoice or receipt', 60) });
/** The same, put right; its reference stays. */
export const spendChangeForm = z.strictObject(spending);
export type SpendChangeForm = z.infer<typeof spendChangeForm>;

/** An output and the deliverable that it counts for. `output` is its kind and id, as in the list. */
export const claimForm = z.strictObject({
  output: z
    .string('Choose an output')
    .check(z.regex(new RegExp(`^(?:${outputKinds.join('|')}) [a-z0-9-]{1,60}$`), 'Choose an output from the list')),
  deliverable: slug,
});
export type ClaimForm = z.infer<typeof claimForm>;
/** The output whose claim is taken back. */
export const unclaimForm = z.pick(claimForm, { output: true });

/** One session on the menu. A short name that is there already is put right. */
export const menuForm = z.strictObject({
  entry: slug,
  sector: z.enum(sectorIds, 'Choose a sector from the list'),
  title: line('Enter what the session is called'),
  visitor: z.optional(id),
  years: z
    .array(z.enum(yearGroups, 'Choose year groups from the list'), 'Choose year groups')
    .check(z.minLength(1, 'Choose year groups')),
  minutes: count('Enter how many minutes it takes', 480, 10),
  withdrawn: z.optional(z.boolean()),
});
export type MenuForm = z.infer<typeof menuForm>;

/** What a school asks for. */
export const sessionForm = z.strictObject({ entry: slug, on: day, cohorts });
export type SessionForm = z.infer<typeof sessionForm>;

/** Who comes. */
export const matchForm = z.strictObject({ kind: z.enum(visitorKinds, 'Choose who comes'), visitor: id });

const models = () => z._default(count('Enter how many', 100), 0);
/** Who was there: headcounts, and how those who came describe themselves if they chose to say. */
export const heldForm = z.strictObject({ cohorts, women: models(), men: models(), another: models(), unsaid: models() });
export type HeldForm = z.infer<typeof heldForm>;

/** One time of asking. Adults' answers are counts, a line for each statement: its short name and five numbers. */
export const waveForm = z.strictObject({
  wave: slug,
  audience: z.enum(waveAudiences, 'Choose who was asked'),
  on: day,
  title: line('Enter what it was'),
  counts: optionalLines(2000),
});
export type WaveForm = z.infer<typeof waveForm>;

/** The band of schools, a line each: URN and band. */
export const needsForm = z.strictObject({
  source: line('Enter where this comes from'),
  bands: lines('Enter at least one line', 10_000),
});

const share = () =>
  z
    .number('Enter a number from 0 to 100')
    .check(z.minimum(0, 'Enter a number from 0 to 100'), z.maximum(100, 'Enter a number from 0 to 100'));
/** A result that others published. */
export const quoteForm = z.strictObject({
  quote: slug,
  text: line('Enter what was published', 200),
  before: z.optional(share()),
  after: share(),
  source: line('Enter where it was published', 200),
  address: z.optional(
    z
      .string('Enter a web address')
      .check(z.regex(/^https?:\/\/[^\s"'<>]{3,300}$/, 'Enter a web address that begins with https://')),
  ),
});
