/** One measured figure. With a bound it is a goal that holds or does not; without one it is told for its own sake. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** It must be at least this. */
  readonly floor?: number;
  /** It must be at most this. */
  readonly ceiling?: number;
  readonly note: string;
};

/** Takes one group of measurements; `quick` asks for short runs whose figures show only that everything works. */
export type Measure = (quick: boolean) => Promise<readonly Figure[]>;

/** Whether a figure keeps its bound; undefined for one that has none. */
export function holds({ value, floor, ceiling }: Figure): boolean | undefined {
  if (floor === undefined && ceiling === undefined) return undefined;
  return value >= (floor ?? Number.NEGATIVE_INFINITY) && value <= (ceiling ?? Number.POSITIVE_INFINITY);
}

/** The value that so great a part of the sample is not above: 0.5 is the median. Throws for no sample at all. */
export function quantile(sample: readonly number[], part: number): number {
  const sorted = sample.toSorted((a, b) => a - b);
  const found = sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(part * sorted.length) - 1))];
  if (found === undefined) throw new Error('nothing was measured');
  return found;
}

/** A number to three significant digits, whole numbers above a hundred. */
export function shortly(value: number): number {
  return value >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}

/** The figures as a table for a terminal. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((one) => {
    const kept = holds(one);
    return [
      one.name,
      `${shortly(one.value)} ${one.unit}`.trim(),
      boundOf(one),
      kept === undefined ? '' : kept ? 'yes' : 'NO',
      one.note,
    ];
  });
  const all = [['what', 'value', 'bound', 'holds', 'note'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function boundOf({ floor, ceiling }: Figure): string {
  return [floor === undefined ? [] : [`≥ ${floor}`], ceiling === undefined ? [] : [`≤ ${ceiling}`]].flat().join(' ');
}
