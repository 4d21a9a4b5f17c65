import * as z from 'zod/mini';
import { AppError } from '../../kernel/errors.ts';
import { localDate } from '../../kernel/time.ts';
import { line, slug } from '../fields.ts';
import type { PrintedEdition } from './items.ts';
import { possibleAnswers } from '../statistics/possible-mean.ts';

/**
 * Figures of one week that somebody printed elsewhere: an edition of its own, set beside ours. `figures` has a line for
 * each: a figure’s name, a colon, and the number as it was printed, such as `pupils-online: nearly 3,000`.
 */
export const printedForm = z.strictObject({
  reference: slug,
  source: line('Enter who printed it, and where', 200),
  address: line('Enter its web address', 300).check(
    z.regex(/^https:\/\/[\w.-]+\/\S*$/, 'Enter an address that starts with https://'),
  ),
  printedOn: z.optional(localDate),
  figures: z.string('Enter at least one figure').check(z.maxLength(2000, 'Use 2,000 characters or fewer')),
});
export type PrintedForm = z.infer<typeof printedForm>;

/** What a printed number says: all whole or decimal values from `low` to `high`. */
type Range = { readonly low: number; readonly high: number };

/** A name of no figure of ours: face to face and online added up, as others print it. */
export const allPupils = 'pupils-in-all';

/** Keeps what somebody printed. Invalid for a line that names no figure or holds no number. */
export function keepPrinted(edition: string, form: PrintedForm, known: readonly string[]): PrintedEdition {
  const { figures, ...rest } = form;
  const lines = figures.split(/\r?\n/).flatMap((text) => (text.trim() === '' ? [] : [text.trim()]));
  const read = lines.map((text) => /^([a-z0-9-]+)\s*:\s*(.{1,60})$/.exec(text));
  const wrong = read.findIndex((match) => !match || ![...known, allPupils].includes(match[1] ?? '') || !rangeOf(match[2] ?? ''));
  if (wrong >= 0 || lines.length === 0) {
    const message = `Line ${wrong + 1}: write a figure’s name, a colon and its number`;
    throw new AppError('invalid', 'printed-line', `${message}.`, [{ path: 'figures', message }]);
  }
  return {
    ...rest,
    edition,
    figures: read.map((match) => ({ figure: match?.[1] ?? '', says: match?.[2] ?? '' })),
  };
}

/**
 * The values that a printed number allows. “Over 1,400” and “1,400+” allow everything above; “nearly 3,000” from a tenth
 * below up to it; “about 500” a twentieth either way; decimals allow what rounds half up to them. Undefined without a number.
 */
function rangeOf(says: string): Range | undefined {
  const digits = /\d[\d,]*(?:\.\d+)?/.exec(says)?.[0];
  if (digits === undefined) return undefined;
  const value = Number(digits.replaceAll(',', ''));
  if (/\b(?:over|more than|above)\b|\d\s*\+/i.test(says)) return { low: value, high: Number.POSITIVE_INFINITY };
  if (/\b(?:nearly|almost|just under)\b/i.test(says)) return { low: value * 0.9, high: value };
  if (/\b(?:about|around|some|roughly)\b/i.test(says)) return { low: value * 0.95, high: value * 1.05 };
  return { low: value, high: value };
}

/** How one printed figure stands to another edition's. */
export type Comparison = {
  readonly figure: string;
  readonly says: string;
  /** What the other edition says; nothing where it says nothing of it. */
  readonly other?: string | undefined;
  /** Whether both can be true. */
  readonly agrees?: boolean | undefined;
  readonly why: 'same' | 'within' | 'says-less' | 'adds-kinds' | 'outside' | 'not-given';
  /** For a mean: how many answers of at most `asked` it can come from. */
  readonly possible?: readonly number[] | undefined;
};

/**
 * Sets each printed figure beside another edition's and says why they differ. `values` are the other's figures as printed
 * there; `asked` is how many could have answered the survey, for the means.
 */
export function comparePrinted(
  printed: Pick<PrintedEdition, 'figures'>,
  values: ReadonlyMap<string, string>,
  asked: number,
): Comparison[] {
  return printed.figures.map(({ figure, says }) => {
    const mean = /^\d\.\d\d$/.exec(says.trim());
    const possible = mean && figure.startsWith('statement-') ? possibleAnswers(Number(mean[0]), asked) : undefined;
    return { figure, says, ...relation(figure, says, values), ...(possible ? { possible } : {}) };
  });
}

function relation(figure: string, says: string, values: ReadonlyMap<string, string>): Omit<Comparison, 'figure' | 'says'> {
  const other = values.get(figure);
  const theirs = other === undefined ? undefined : rangeOf(other);
  const ours = rangeOf(says);
  if (figure === allPupils && !theirs) return { why: 'adds-kinds' };
  if (!theirs || !ours) return { why: 'not-given' };
  if (ours.low === theirs.low && ours.high === theirs.high) return { other, agrees: true, why: 'same' };
  const meet = ours.low <= theirs.high && theirs.low <= ours.high;
  if (!meet) return { other, agrees: false, why: 'outside' };
  // “Over 1,000” is true of 1,436, and of 1,001 too: it leaves out most of what was counted.
  const loose = Math.max(ours.low, theirs.low) > 1.1 * Math.min(ours.low, theirs.low);
  return { other, agrees: true, why: loose ? 'says-less' : 'within' };
}
