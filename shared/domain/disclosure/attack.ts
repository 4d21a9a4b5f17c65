import { type Known, linearBounds } from './linear-bounds.ts';
import type { PublicStatement } from './public-statement.ts';
import type { PublicTable } from './public-table.ts';
import { disclosureRules } from './rules.ts';

/** What a reader can work out of one hidden count, and whether that is too much. */
export type Finding = { readonly cell: string; readonly low: number; readonly high: number; readonly exposed: boolean };

/**
 * Attacks a table with every number of it that is published: shown counts, margins and the total. Each hidden count, margins
 * included, is bounded by linear programs; it is exposed when the bounds leave no more than 7 between them.
 */
export function attackTable(table: PublicTable): Finding[] {
  const { rows, columns, cells, rowTotals, columnTotals, total } = table;
  const width = columns.length;
  const ones = (chosen: (row: number, column: number) => boolean) =>
    rows.flatMap((_, row) => columns.map((__, column) => (chosen(row, column) ? 1 : 0)));
  const parts = [
    ...cells.flatMap((line, row) =>
      line.map((value, column) => ({
        cell: `${rows[row]}, ${columns[column]}`,
        value,
        sum: ones((r, c) => r === row && c === column),
      })),
    ),
    ...rowTotals.map((value, row) => ({ cell: `${rows[row]}, all`, value, sum: ones((r) => r === row) })),
    ...columnTotals.map((value, column) => ({ cell: `all, ${columns[column]}`, value, sum: ones((_, c) => c === column) })),
  ];
  const known: Known[] = [
    { coefficients: Array.from({ length: rows.length * width }, () => 1), low: total, high: total },
    ...parts.flatMap(({ value, sum }) => (value === null ? [] : [{ coefficients: sum, low: value, high: value }])),
  ];
  return parts.flatMap(({ cell, value, sum }) => {
    if (value !== null) return [];
    const { low, high } = linearBounds(sum, known);
    return [{ cell, low, high, exposed: high - low <= disclosureRules.leastWidth }];
  });
}

/**
 * Attacks a statement whose answers are not shown, with its n and its mean. A mean near the end of the scale always bounds
 * the answers; what must not come out is that somebody, and only a few, chose one: a hidden count is exposed when it is
 * proved to be at least 1 and less than 8. Stronger than linear bounds: it knows that counts are whole.
 */
export function attackStatement({ n, mean, answers }: PublicStatement): Finding[] {
  if (n === undefined || answers) return [];
  const [least, most] = mean === undefined ? [n, 5 * n] : sumsOf(mean, n);
  return [1, 2, 3, 4, 5].map((answer) => {
    const others = [1, 2, 3, 4, 5].filter((one) => one !== answer);
    const possible = Array.from({ length: n + 1 }, (_, count) => count).filter((count) =>
      canSum(n - count, others, least - count * answer, most - count * answer),
    );
    const [low, high] = [possible[0] ?? 0, possible.at(-1) ?? n];
    return { cell: `answer ${answer}`, low, high, exposed: low >= 1 && high < disclosureRules.leastCell };
  });
}

/** The sums of n whole answers that a mean, rounded half up to two decimals, can come from. */
function sumsOf(mean: number, n: number): readonly [number, number] {
  return [Math.ceil((mean - 0.005) * n - 1e-9), Math.ceil((mean + 0.005) * n - 1e-9) - 1];
}

/** Whether so many answers out of four values can have a sum between two ends. */
function canSum(count: number, values: readonly number[], low: number, high: number): boolean {
  const [first = 0, second = 0, third = 0, fourth = 0] = values;
  for (let some = 0; some <= count; some += 1)
    for (let more = 0; more <= count - some; more += 1) {
      // What is left goes to two values: their sums lie a fixed step apart.
      const left = count - some - more;
      const [from, step] = [some * first + more * second + left * third, fourth - third];
      const steps = Math.max(0, Math.ceil((low - from) / step));
      if (steps <= left && from + steps * step <= high) return true;
    }
  return false;
}
