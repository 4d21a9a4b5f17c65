import type { Instrument } from '../instruments/instrument.ts';
import type { ChildrenInAll } from '../pupils/items.ts';
import { type PairedChange, pairedMeanChange, pairedShareChange } from '../statistics/paired.ts';
import { disclosureRules as rules } from './rules.ts';

/** How the same children changed, for organisers: nothing of it below 10 pairs of 3 schools. */
export type CourseChanges = {
  readonly matched: number;
  readonly baselineOnly: number;
  readonly endlineOnly: number;
  readonly changes: readonly Change[];
};

type Change = PairedChange & {
  readonly statement: string;
  readonly text: string;
  /** Points in a hundred, or steps of the scale. */
  readonly unit: 'points' | 'steps';
};

/** The paired changes of courses, statement by statement, each from at least 10 pairs of at least 3 schools. */
export function changesIn({ statements }: Instrument, { schools, course }: ChildrenInAll): CourseChanges {
  const { matched = 0, baselineOnly = 0, endlineOnly = 0, changes = {} } = course ?? {};
  const shown = statements.flatMap(({ id, text, scale }): Change[] => {
    const counted = changes[id];
    if (!counted || counted.n < rules.leastAnswers || schools < rules.leastSchools) return [];
    if (scale === 'sure') return [{ statement: id, text, unit: 'points', ...pairedShareChange(counted) }];
    const { n, change, low, high } = pairedMeanChange(counted);
    return [{ statement: id, text, unit: 'steps', n, change, low, high }];
  });
  return { matched, baselineOnly, endlineOnly, changes: shown };
}
