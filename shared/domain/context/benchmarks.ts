import { roundedQuotient } from '../statistics/rounding.ts';
import { benchmarksIn } from './frameworks.ts';
import type { BenchmarkSet } from './items.ts';

/** Fewer assessed schools and colleges than these are not shown to everybody. */
export const leastInstitutions = 5;

/** What a set of results says: every number is counted from the schools and colleges in it. */
export type BenchmarkFigures = {
  /** All schools and colleges of the set, and those with a result. */
  readonly institutions: number;
  readonly assessed: number;
  /** How many benchmarks they meet on average, to one decimal. */
  readonly mean?: number | undefined;
  /** By how many benchmarks, 1 to 8: how many meet at least so many, and their share in whole per cent. */
  readonly atLeast: readonly { readonly benchmarks: number; readonly count: number; readonly share: number }[];
  /** By benchmark, 1 to 8: how many meet it, and their share. */
  readonly each: readonly { readonly benchmark: number; readonly count: number; readonly share: number }[];
  /** The mean less the national one. */
  readonly toNational?: number | undefined;
  /** Who is in the Careers Hub, of all there are. */
  readonly hub: readonly { readonly kind: 'school' | 'college'; readonly members: number; readonly all: number }[];
};

/** Counts a set. Shares are of the assessed ones, half up. */
export function benchmarkFigures({ institutions, national }: Pick<BenchmarkSet, 'institutions' | 'national'>): BenchmarkFigures {
  const results = institutions.flatMap(({ met }) => (met ? [met] : []));
  const n = results.length;
  const total = results.reduce((sum, met) => sum + met.length, 0);
  const mean = n === 0 ? undefined : roundedQuotient(total, n, 1);
  const numbers = Array.from({ length: benchmarksIn }, (_, index) => index + 1);
  const shareOf = (count: number) => (n === 0 ? 0 : roundedQuotient(100 * count, n, 0));
  const counted = (holds: (met: readonly number[], number: number) => boolean) => (number: number) => {
    const count = results.filter((met) => holds(met, number)).length;
    return { count, share: shareOf(count) };
  };
  const atLeast = counted((met, number) => met.length >= number);
  const each = counted((met, number) => met.includes(number));
  return {
    institutions: institutions.length,
    assessed: n,
    ...(mean === undefined ? {} : { mean }),
    atLeast: numbers.map((benchmarks) => ({ benchmarks, ...atLeast(benchmarks) })),
    each: numbers.map((benchmark) => ({ benchmark, ...each(benchmark) })),
    ...(mean === undefined || !national ? {} : { toNational: Math.round(mean * 10 - national.mean * 10) / 10 }),
    hub: (['school', 'college'] as const).map((kind) => {
      const own = institutions.filter((one) => one.kind === kind);
      return { kind, members: own.filter(({ member }) => member).length, all: own.length };
    }),
  };
}

/** What was printed of a set: its mean to one decimal, and the shares, in whole per cent, with at least so many benchmarks. */
export type PrintedBenchmarks = {
  readonly mean: number;
  readonly shares: readonly { readonly atLeast: number; readonly percent: number }[];
};

/** A number of schools and colleges that fits what was printed: how many meet at least so many, and the totals they can have. */
export type PossibleSet = {
  readonly institutions: number;
  readonly counts: readonly { readonly atLeast: number; readonly count: number }[];
  readonly leastTotal: number;
  readonly mostTotal: number;
};

/**
 * Every number of institutions up to `most` that whole counts and half-up rounding allow for what was printed, smallest
 * first; where several counts fit one number, each of them. As the GRIM test does for means (possible-mean.ts).
 */
export function possibleSets({ mean, shares }: PrintedBenchmarks, most: number): PossibleSet[] {
  const sorted = shares.toSorted((a, b) => a.atLeast - b.atLeast);
  return Array.from({ length: most }, (_, index) => index + 1).flatMap((n) => {
    const fitting = sorted.map(({ atLeast, percent }) =>
      Array.from({ length: n + 1 }, (_, count) => count)
        .filter((count) => roundedQuotient(100 * count, n, 0) === percent)
        .map((count) => ({ atLeast, count })),
    );
    return combinations(fitting).flatMap((counts) => {
      const totals = totalsOf(counts, n).filter((total) => roundedQuotient(total, n, 1) === mean);
      const [leastTotal, mostTotal] = [totals[0], totals.at(-1)];
      return leastTotal === undefined || mostTotal === undefined ? [] : [{ institutions: n, counts, leastTotal, mostTotal }];
    });
  });
}

type Counts = PossibleSet['counts'];

/** Every way to choose one count for each share such that more benchmarks are never met by more institutions. */
function combinations(fitting: readonly Counts[]): Counts[] {
  return fitting.reduce<Counts[]>(
    (found, choices) =>
      found.flatMap((before) =>
        choices.filter(({ count }) => count <= (before.at(-1)?.count ?? count)).map((count) => [...before, count]),
      ),
    [[]],
  );
}

/** The totals of benchmarks met that n institutions can have, given how many meet at least so many. */
function totalsOf(counts: Counts, n: number): number[] {
  const bands = [{ atLeast: 0, count: n }, ...counts].map((band, index) => {
    const next = counts[index];
    const inBand = band.count - (next?.count ?? 0);
    const highest = next ? next.atLeast - 1 : benchmarksIn;
    return { least: inBand * band.atLeast, most: inBand * highest };
  });
  const least = bands.reduce((sum, band) => sum + band.least, 0);
  const most = bands.reduce((sum, band) => sum + band.most, 0);
  return Array.from({ length: most - least + 1 }, (_, index) => least + index);
}
