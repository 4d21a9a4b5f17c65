import { describe, expect, test } from 'vitest';
import { benchmarkFigures, possibleSets } from '#shared/domain/context/benchmarks.ts';
import { hasBenchmarks, judgementFrameworks, schoolYear } from '#shared/domain/context/frameworks.ts';
import { readJudgements } from '#shared/domain/context/judgements.ts';

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const school = (met: number | undefined, index = 0) => ({
  name: `Fictional ${index}`,
  kind: 'school' as const,
  member: index % 2 === 0,
  met: met === undefined ? undefined : upTo(met),
});
/** 23 results whose averages are those of the city's report: 6.4; all with 3 or more, 87 % with 4, 35 % with all 8. */
const example = [3, 3, 3, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 7, 7, 8, 8, 8, 8, 8, 8, 8, 8].map(school);
const printed = {
  mean: 6.4,
  shares: [
    { atLeast: 3, percent: 100 },
    { atLeast: 4, percent: 87 },
    { atLeast: 8, percent: 35 },
  ],
};

describe('results of careers guidance', () => {
  test('give the printed averages from an example set', () => {
    const figures = benchmarkFigures({ institutions: example, national: { mean: 5.8, source: 'Fictional' } });
    expect(figures).toMatchObject({ assessed: 23, mean: 6.4, toNational: 0.6 });
    expect(figures.atLeast.map(({ share }) => share)).toEqual([100, 100, 100, 87, 87, 87, 43, 35]);
  });

  test('leave who has no result out of every share, and in the Careers Hub’s coverage', () => {
    const figures = benchmarkFigures({ institutions: [school(8, 0), school(undefined, 1), school(0, 2)], national: undefined });
    expect(figures).toMatchObject({ institutions: 3, assessed: 2, mean: 4 });
    expect(figures.atLeast[7]).toEqual({ benchmarks: 8, count: 1, share: 50 });
    expect(figures.hub).toEqual([
      { kind: 'school', members: 2, all: 3 },
      { kind: 'college', members: 0, all: 0 },
    ]);
  });

  test('of nobody have no mean', () => {
    expect(benchmarkFigures({ institutions: [], national: undefined })).not.toHaveProperty('mean');
  });
});

describe('the numbers of institutions that fit what was printed', () => {
  const found = possibleSets(printed, 60);

  test('are those that trying every count by hand gives', () => {
    const half = (numerator: number, denominator: number) => Math.floor((2 * numerator + denominator) / (2 * denominator));
    const byHand = upTo(60).filter((n) =>
      upTo(n).some((four) =>
        [0, ...upTo(four)].some((eight) => {
          if (half(100 * four, n) !== 87 || half(100 * eight, n) !== 35) return false;
          const least = 3 * (n - four) + 4 * (four - eight) + 8 * eight;
          const most = 3 * (n - four) + 7 * (four - eight) + 8 * eight;
          return upTo(most).some((total) => total >= least && half(10 * total, n) === 64);
        }),
      ),
    );
    expect([...new Set(found.map(({ institutions }) => institutions))]).toEqual(byHand);
    expect(byHand.filter((n) => n <= 40)).toEqual([23, 31]);
  });

  test('come with the counts and totals that fit', () => {
    expect(found[0]).toEqual({
      institutions: 23,
      counts: [
        { atLeast: 3, count: 23 },
        { atLeast: 4, count: 20 },
        { atLeast: 8, count: 8 },
      ],
      leastTotal: 147,
      mostTotal: 148,
    });
  });

  test('are none where the mean cannot be', () => {
    expect(possibleSets({ ...printed, mean: 3.1 }, 60)).toEqual([]);
  });
});

describe('frameworks', () => {
  test('of the benchmarks belong to school years', () => {
    expect([schoolYear('2023-24'), schoolYear('2023-25'), schoolYear('2023')]).toEqual([2023, undefined, undefined]);
    expect([hasBenchmarks('gatsby-2014', 2024), hasBenchmarks('gatsby-2014', 2025), hasBenchmarks('gatsby-2025', 2025)]).toEqual([
      true,
      false,
      true,
    ]);
  });

  test('of judgements take their own categories and grades only, each once, and all that every school has', () => {
    const { faults } = readJudgements(
      [
        'overall effectiveness; good; 4',
        'Inclusion; good; 4',
        'inclusion; exceptional; many',
        'safeguarding; met; 9',
        'safeguarding; met; 8',
      ],
      judgementFrameworks['report-card-2025'],
    );
    expect(faults).toEqual([
      expect.stringContaining('Line 1: write one of inclusion'),
      expect.stringContaining('Line 2: write one of exceptional'),
      expect.stringContaining('Line 3: write how many schools'),
      'Line 5: this grade is there twice',
    ]);
    const missing = readJudgements(['quality of education; good; 4'], judgementFrameworks['judgements-2024']);
    expect(missing.faults).toEqual([
      'These are missing: behaviour and attitudes, personal development, leadership and management',
    ]);
  });
});
