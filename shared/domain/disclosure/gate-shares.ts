import type { Instrument } from '../instruments/instrument.ts';
import { scales } from '../instruments/scales.ts';
import type { ChildrenInAll } from '../pupils/items.ts';
import { roundedQuotient } from '../statistics/rounding.ts';
import type { Finding } from './attack.ts';
import { type PublicChildren, publicChildren, type PublicShares } from './public-shares.ts';
import { disclosureRules as rules } from './rules.ts';

/** Shares are printed in steps of so many of a hundred. */
const step = 5;

/**
 * What may be seen of what children said: no mean; shares to the nearest five, from 10 answers of 3 schools on, and only
 * where they do not prove that a few, and only a few, chose an answer. After an earlier edition, shares once published stay
 * until at least 10 more answers have come in.
 */
export function gateChildren(
  { statements }: Instrument,
  said: ChildrenInAll,
  earlier?: { readonly children: PublicChildren | undefined; readonly version: number },
): PublicChildren {
  const { instrument, schools, classes, asked, answered } = said;
  const gated = statements.map(({ id, text, scale }) => {
    const words = [...scales[scale].words];
    const counts = words.map((_, index) => said.counts[id]?.[index] ?? 0);
    const fresh = gateShares({ statement: id, text, words }, counts, schools);
    const before = earlier?.children?.statements.find(({ statement }) => statement === id);
    return earlier && before ? keptUnlessMany(before, fresh, counts, earlier.version) : fresh;
  });
  const responseRate = asked > 0 ? roundedQuotient(answered, asked) : 0;
  return publicChildren.parse({ instrument, schools, classes, asked, answered, responseRate, statements: gated });
}

type Named = Pick<PublicShares, 'statement' | 'text' | 'words'>;

function gateShares(named: Named, counts: readonly number[], schools: number): PublicShares {
  const n = sum(counts);
  if (n < rules.leastAnswers) return { ...named, withheld: 'few-answers' };
  if (schools < rules.leastSchools) return { ...named, withheld: 'few-schools' };
  const shares = counts.map((count) => shareOf(count, n));
  const shown = { ...named, n, shares };
  return attackShares(shown).some(({ exposed }) => exposed) ? { ...named, n, withheld: 'shares-tell' } : shown;
}

/** How many of a hundred so many of n are, as it is printed: to the nearest five, half up. */
export function shareOf(count: number, n: number): number {
  return roundedQuotient(count * (100 / step), n, 0) * step;
}

function keptUnlessMany(before: PublicShares, fresh: PublicShares, counts: readonly number[], version: number): PublicShares {
  if (before.n === undefined) return fresh;
  const same = before.n === fresh.n && String(before.shares) === String(fresh.shares);
  if (same || sum(counts) - before.n >= rules.leastNewAnswers) return fresh;
  return { ...before, keptFrom: before.keptFrom ?? version };
}

/**
 * Attacks the shares of a statement with every number of it that is printed: each share bounds its count, and n and the
 * other counts bound it again. Counts are whole, so the bounds are those of whole answers. A count is exposed when it is
 * proved to be at least 1 and less than 8.
 */
export function attackShares({ n, shares, words }: PublicShares): Finding[] {
  if (n === undefined || !shares) return [];
  const bounds = shares.map((share) => ({
    low: Math.max(0, Math.ceil(((share - step / 2) * n) / 100 - 1e-9)),
    // A share is rounded half up: its upper end belongs to the next.
    high: Math.min(n, Math.ceil(((share + step / 2) * n) / 100 - 1e-9) - 1),
  }));
  const [lows, highs] = [sum(bounds.map(({ low }) => low)), sum(bounds.map(({ high }) => high))];
  return bounds.map((own, index) => {
    const low = Math.max(own.low, n - (highs - own.high));
    const high = Math.min(own.high, n - (lows - own.low));
    return { cell: words[index] ?? '', low, high, exposed: low >= 1 && high < rules.leastCell };
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
