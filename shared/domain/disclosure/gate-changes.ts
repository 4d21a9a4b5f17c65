import type { Changed, CourseSaid } from '../pupils/items.ts';
import { pairedMeanChange, pairedShareChange, studentQuantile } from '../statistics/paired.ts';
import type { Finding } from './attack.ts';
import { type PublicChange, type PublicChanges, publicChanges } from './public-changes.ts';
import { disclosureRules as rules } from './rules.ts';

/** A change as it was counted, and at how many schools. */
export type PlainChange = Pick<PublicChange, 'statement' | 'text' | 'unit'> & {
  readonly counted: Changed;
  readonly schools: number;
};

/** What is printed of a change: n exactly, points to the nearest five, steps to one decimal. n at least 3. */
export function printedChange(unit: PublicChange['unit'], counted: Changed): Printed {
  const { n, change, low, high } = unit === 'points' ? pairedShareChange(counted) : pairedMeanChange(counted);
  const step = steps[unit];
  const round = (value: number) => Number((Math.round(value / step) * step + 0).toFixed(1));
  return { n, change: round(change), low: round(low), high: round(high) };
}

const steps = { points: 5, steps: 0.1 } as const;

/**
 * What may be seen of how the same children changed: from 10 pairs of 3 schools on, rounded, and only where it does not
 * prove that a few, and only a few, changed. After an earlier edition it stays until at least 10 more pairs have come in.
 */
export function gateChanges(
  totals: Pick<CourseSaid, 'matched' | 'baselineOnly' | 'endlineOnly'>,
  plain: readonly PlainChange[],
  earlier?: { readonly course: PublicChanges | undefined; readonly version: number },
): PublicChanges {
  const changes = plain.map((one) => {
    const fresh = gateChange(one);
    const before = earlier?.course?.changes.find(({ statement }) => statement === one.statement);
    if (before?.n === undefined || !earlier) return fresh;
    const same = before.n === fresh.n && before.change === fresh.change && before.low === fresh.low;
    if (same || one.counted.n - before.n >= rules.leastNewAnswers) return fresh;
    return { ...before, keptFrom: before.keptFrom ?? earlier.version };
  });
  const { matched, baselineOnly, endlineOnly } = totals;
  return publicChanges.parse({ matched, baselineOnly, endlineOnly, changes });
}

function gateChange({ statement, text, unit, counted, schools }: PlainChange): PublicChange {
  const named = { statement, text, unit };
  if (counted.n < rules.leastAnswers) return { ...named, withheld: 'few-answers' };
  if (schools < rules.leastSchools) return { ...named, withheld: 'few-schools' };
  const shown = { ...named, ...printedChange(unit, counted) };
  return attackChange(shown).some(({ exposed }) => exposed) ? { ...named, n: counted.n, withheld: 'change-tells' } : shown;
}

/**
 * Attacks a change with every number of it that is printed. Points: every pair of counts that prints the same is tried, so
 * the bounds are exact. Steps: the interval bounds the sum of squares, and each child who changed adds at least one to it.
 * A count is exposed when it is proved to be at least 1 and less than 8.
 */
export function attackChange(printed: PublicChange): Finding[] {
  const { n, change, low, high, unit } = printed;
  if (n === undefined || change === undefined || low === undefined || high === undefined) return [];
  const found = unit === 'points' ? boundsOfPoints(n, printed) : [boundsOfSteps({ n, change, low, high })];
  return found.map((one) => ({ ...one, exposed: one.low >= 1 && one.high < rules.leastCell }));
}

/**
 * From so many pairs on the rounding alone hides a few children: what prints the same is at least two points wide either way,
 * which is more than 8 children, unless none at all is among it.
 */
const roundingHides = 2000;

function boundsOfPoints(n: number, printed: PublicChange): Omit<Finding, 'exposed'>[] {
  if (n > roundingHides) return [];
  const possible: { gained: number; lost: number }[] = [];
  const half = steps.points / 2;
  const net = (points: number) => (points * n) / 100;
  const [from, to] = [Math.ceil(net((printed.change ?? 0) - half)), Math.floor(net((printed.change ?? 0) + half))];
  for (let more = from; more <= to; more += 1)
    for (let both = 0; both <= (n - Math.abs(more)) / 2; both += 1) {
      const [gained, lost] = [both + Math.max(0, more), both + Math.max(0, -more)];
      const { change, low, high } = printedChange('points', { n, gained, lost, sum: 0, squares: 0 });
      if (change === printed.change && low === printed.low && high === printed.high) possible.push({ gained, lost });
    }
  return (['gained', 'lost'] as const).map((cell) => ({
    cell,
    low: possible.reduce((least, one) => Math.min(least, one[cell]), n),
    high: possible.reduce((most, one) => Math.max(most, one[cell]), 0),
  }));
}

type Printed = { readonly n: number; readonly change: number; readonly low: number; readonly high: number };

function boundsOfSteps({ n, change, low, high }: Printed): Omit<Finding, 'exposed'> {
  const half = steps.steps / 2;
  const least = Math.max(0, Math.abs(change) - half) * n;
  const squares = (reach: number, sum: number) => ((reach * Math.sqrt(n)) / studentQuantile(n - 1)) ** 2 * (n - 1) + sum ** 2 / n;
  const [narrow, wide] = [Math.max(0, (high - low) / 2 - half), (high - low) / 2 + half];
  const most = Math.floor(squares(wide, (Math.abs(change) + half) * n) + 1e-9);
  const someChanged = least > 0 || squares(narrow, least) > 1e-9;
  return { cell: 'changed', low: someChanged ? 1 : 0, high: Math.min(n, most) };
}
