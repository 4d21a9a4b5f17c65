import type { ContextInputs } from './inputs.ts';
import type { PrintedYear } from './printed.ts';

/** The client's own count of what it sent, by its own arithmetic on whole tenths, never read back from the system. */
export type ContextCount = {
  /** The table as rows of text: year, place, neighbours, England. */
  readonly table: readonly (readonly string[])[];
  readonly changePlace: string;
  readonly changeEngland: string;
  readonly gapBefore: string;
  readonly gapNow: string;
  readonly mean: string;
  /** By how many benchmarks, 1 to 8: the share in whole per cent. */
  readonly shares: readonly number[];
  readonly assessed: number;
};

/** Counts what is sent. */
export function countOf({ ks2, institutions }: ContextInputs): ContextCount {
  const [before, now] = ks2.slice(-2);
  if (!before || !now) throw new Error('two years at least are needed');
  const total = institutions.reduce((sum, { met }) => sum + met.length, 0);
  const n = institutions.length;
  return {
    table: ks2.map(({ year, cells }) => [String(year), ...cells.map((cell) => (cell === '-' ? 'not held' : `${cell}%`))]),
    changePlace: inTenths(tenthsOf(now, 0) - tenthsOf(before, 0)),
    changeEngland: inTenths(tenthsOf(now, 2) - tenthsOf(before, 2)),
    gapBefore: inTenths(tenthsOf(before, 0) - tenthsOf(before, 2)),
    gapNow: inTenths(tenthsOf(now, 0) - tenthsOf(now, 2)),
    mean: inTenths(halfUp(total * 10, n)),
    shares: Array.from({ length: 8 }, (_, index) => halfUp(100 * institutions.filter(({ met }) => met.length > index).length, n)),
    assessed: n,
  };
}

function tenthsOf({ cells }: PrintedYear, index: number): number {
  return Number((cells[index] ?? '').replace('.', ''));
}

function inTenths(tenths: number): string {
  const size = Math.abs(tenths);
  return `${tenths < 0 ? '-' : ''}${Math.floor(size / 10)}.${size % 10}`;
}

/** Half up by long division rather than the system's own formula. */
function halfUp(numerator: number, denominator: number): number {
  const tenfold = Number((BigInt(numerator) * 10n) / BigInt(denominator));
  return Math.trunc(tenfold / 10) + (tenfold % 10 >= 5 ? 1 : 0);
}
