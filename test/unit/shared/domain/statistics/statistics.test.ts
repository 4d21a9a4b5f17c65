import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { yearGroups } from '#shared/domain/fields.ts';
import { meanInterval, shareInterval } from '#shared/domain/statistics/interval.ts';
import { isPossibleMean, possibleAnswers } from '#shared/domain/statistics/possible-mean.ts';
import { roundedQuotient } from '#shared/domain/statistics/rounding.ts';
import { type Headcount, uniquePupils } from '#shared/domain/statistics/unique-pupils.ts';

describe('rounding half up', () => {
  it('is decided on integers', () => {
    expect([roundedQuotient(957, 200), roundedQuotient(134, 28), roundedQuotient(1, 3), roundedQuotient(2, 3, 0)]).toEqual([
      4.79, 4.79, 0.33, 1,
    ]);
  });
});

describe('which numbers of answers can have a mean', () => {
  it('4.79 and 4.71 come together only of 14, 24 or 28 answers, of at most 33', () => {
    const together = possibleAnswers(4.79, 33).filter((n) => isPossibleMean(4.71, n));
    expect(together).toEqual([14, 24, 28]);
  });

  it('agrees with trying every sum there is', () => {
    for (let n = 1; n <= 250; n += 7) {
      const means = new Set(Array.from({ length: 4 * n + 1 }, (_, index) => roundedQuotient(n + index, n)));
      for (let hundredths = 100; hundredths <= 500; hundredths += 1)
        expect([n, hundredths, isPossibleMean(hundredths / 100, n)]).toEqual([n, hundredths, means.has(hundredths / 100)]);
    }
  });

  it('no mean lies off the scale', () => {
    expect(possibleAnswers(5.01, 200)).toEqual([]);
    expect(possibleAnswers(0.99, 99)).toEqual([]);
  });
});

describe('intervals', () => {
  it('of shares are Wilson’s own figures', () => {
    // Newcombe (1998), Statistics in Medicine 17, 857–872, table I, method 3: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
    const published = [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const;
    for (const [count, n, low, high] of published) {
      const found = shareInterval(count / n, n);
      expect([found.low, found.high].map((end) => end.toFixed(4))).toEqual([low.toFixed(4), high.toFixed(4)]);
    }
  });

  it('of a mean stay on the scale and have a width also when all answer the same', () => {
    expect(meanInterval(5, 11)).toEqual({ low: 3.96, high: 5 });
    expect(meanInterval(1, 11)).toEqual({ low: 1, high: 2.04 });
    const { low, high } = meanInterval(4.79, 28);
    expect([low, high]).toEqual([4.2, 4.95]);
  });

  it('of a mean hold the true mean in 95 of 100 samples, and in 92 where all answers are at the ends', () => {
    // Each distribution of answers 1 to 5, with every sample of n that there is and its probability: no chance involved.
    const between = [
      [0, 0, 0, 0.25, 0.75],
      [0.02, 0.03, 0.05, 0.3, 0.6],
      [0.2, 0.2, 0.2, 0.2, 0.2],
      [0.05, 0.1, 0.5, 0.3, 0.05],
    ];
    const least = (shares: readonly number[]) => {
      const truth = shares.reduce((total, share, index) => total + share * (index + 1), 0);
      return Math.min(...[10, 17, 28].map((n) => coverage(shares, n, truth)));
    };
    expect(between.filter((shares) => least(shares) < 0.95)).toEqual([]);
    expect(least([0.3, 0, 0, 0, 0.7])).toBeGreaterThan(0.92);
  });
});

/** The probability that the interval of a sample's mean holds the truth, by summing over all sums of n answers. */
function coverage(shares: readonly number[], n: number, truth: number): number {
  let sums = new Map([[0, 1]]);
  for (let answer = 0; answer < n; answer += 1) {
    const next = new Map<number, number>();
    for (const [sum, chance] of sums)
      for (const [index, share] of shares.entries()) next.set(sum + index + 1, (next.get(sum + index + 1) ?? 0) + chance * share);
    sums = next;
  }
  return [...sums].reduce((total, [sum, chance]) => {
    const { low, high } = meanInterval(sum / n, n);
    return low <= truth + 0.005 && high >= truth - 0.005 ? total + chance : total;
  }, 0);
}

describe('distinct children behind headcounts', () => {
  it('are between the largest class and the sum, where the same class may have come twice', () => {
    const twice: Headcount[] = [
      { urn: '900001', years: ['year4'], pupils: 30 },
      { urn: '900001', years: ['year4'], pupils: 28 },
    ];
    expect(uniquePupils(twice)).toEqual({ lower: 30, upper: 58 });
  });

  it('are added where the year groups or the schools differ', () => {
    const apart: Headcount[] = [
      { urn: '900001', years: ['year3'], pupils: 30 },
      { urn: '900001', years: ['year5', 'year6'], pupils: 50 },
      { urn: '900001', years: ['year3', 'year5'], pupils: 60 },
      { urn: '900002', years: [], pupils: 10 },
    ];
    expect(uniquePupils(apart)).toEqual({ lower: 90, upper: 150 });
  });

  it('a headcount without year groups may be of anybody', () => {
    const open: Headcount[] = [
      { urn: '900001', years: [], pupils: 20 },
      { urn: '900001', years: ['year1'], pupils: 15 },
    ];
    expect(uniquePupils(open)).toEqual({ lower: 20, upper: 35 });
  });

  it('are never fewer than the lower nor more than the upper bound, whoever came', () => {
    const child = fc.record({ school: fc.constantFrom('900001', '900002'), year: fc.constantFrom(...yearGroups) });
    const world = fc.record({
      children: fc.array(child, { maxLength: 30 }),
      sessions: fc.array(fc.array(fc.nat(29)), { maxLength: 5 }),
    });
    fc.assert(
      fc.property(world, ({ children, sessions }) => {
        const came = sessions.map((places) => [...new Set(places)].filter((place) => place < children.length));
        const headcounts = came.flatMap((places) =>
          [...Map.groupBy(places, (place) => children[place]?.school ?? '')].map(([urn, ours]) => ({
            urn,
            years: [...new Set(ours.flatMap((place) => children[place]?.year ?? []))],
            pupils: ours.length,
          })),
        );
        const distinct = new Set(came.flat()).size;
        const { lower, upper } = uniquePupils(headcounts);
        expect(lower <= distinct && distinct <= upper).toBe(true);
      }),
    );
  });
});
