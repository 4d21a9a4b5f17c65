import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attackStatement, attackTable } from '#shared/domain/disclosure/attack.ts';
import { gateAgain, gateStatement, gateTable } from '#shared/domain/disclosure/gate.ts';
import { linearBounds } from '#shared/domain/disclosure/linear-bounds.ts';
import { publicTable } from '#shared/domain/disclosure/public-table.ts';

const asked = { statement: 'enjoyed', text: 'The children really enjoyed themselves', invited: 33, respondents: 28, schools: 28 };

describe('linear bounds', () => {
  it('are what two totals leave of a count', () => {
    // x + y = 10, 2 ≤ y ≤ 4.
    const known = [
      { coefficients: [1, 1], low: 10, high: 10 },
      { coefficients: [0, 1], low: 2, high: 4 },
    ];
    expect(linearBounds([1, 0], known)).toEqual({ low: 6, high: 8 });
    expect(linearBounds([0, 1], known)).toEqual({ low: 2, high: 4 });
    expect(linearBounds([1, 0], [{ coefficients: [1, -1], low: 0, high: 0 }]).high).toBe(Number.POSITIVE_INFINITY);
  });

  it('agree with trying every table there is', () => {
    const small = fc.array(fc.nat(4), { minLength: 6, maxLength: 6 });
    const sums = [
      [1, 1, 1, 0, 0, 0],
      [0, 0, 0, 1, 1, 1],
      [1, 0, 0, 1, 0, 0],
      [0, 1, 0, 0, 1, 0],
      [1, 2, 3, 4, 5, 6],
    ];
    const dot = (a: readonly number[], b: readonly number[]) => a.reduce((total, one, index) => total + one * (b[index] ?? 0), 0);
    fc.assert(
      fc.property(small, (truth) => {
        // Two-way totals are totally unimodular, so that whole tables reach the linear bounds; the weighted sum is not used.
        const known = sums.slice(0, 4).map((row) => ({ coefficients: row, low: dot(row, truth), high: dot(row, truth) }));
        const tables = everyTable(truth, sums.slice(0, 4), dot);
        for (let cell = 0; cell < 6; cell += 1) {
          const { low, high } = linearBounds(
            truth.map((_, index) => (index === cell ? 1 : 0)),
            known,
          );
          const values = tables.map((one) => one[cell] ?? 0);
          expect([low, high].map((end) => Math.round(end * 1e6) / 1e6 + 0)).toEqual([Math.min(...values), Math.max(...values)]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('refuse what contradicts itself', () => {
    const known = [1, 2].map((value) => ({ coefficients: [1], low: value, high: value }));
    expect(() => linearBounds([1], known)).toThrow('contradicts itself');
  });
});

/** Every table of whole counts with the same sums, by brute force. */
function everyTable(
  truth: readonly number[],
  sums: readonly (readonly number[])[],
  dot: (a: readonly number[], b: readonly number[]) => number,
): number[][] {
  const [top, bottom] = [truth.slice(0, 3), truth.slice(3)].map((line) => line.reduce((a, b) => a + b, 0));
  const lines = (total = 0) =>
    Array.from({ length: total + 1 }, (_, a) => Array.from({ length: total - a + 1 }, (__, b) => [a, b, total - a - b])).flat();
  return lines(top)
    .flatMap((line) => lines(bottom).map((other) => [...line, ...other]))
    .filter((table) => sums.every((row) => dot(row, table) === dot(row, truth)));
}

describe('the gate for what adults answered', () => {
  it('shows n, mean, interval and response rate, and withholds answers that only a few chose', () => {
    const shown = gateStatement({ ...asked, answers: [0, 0, 0, 6, 22] });
    expect(shown).toEqual({
      statement: 'enjoyed',
      text: asked.text,
      invited: 33,
      n: 28,
      mean: 4.79,
      interval: { low: 4.2, high: 4.95 },
      responseRate: 0.85,
      withheld: 'small-cells',
    });
  });

  it('shows how many chose each answer when every count is 8 or more, or none', () => {
    expect(gateStatement({ ...asked, answers: [0, 0, 0, 8, 20] })).toMatchObject({ mean: 4.71, answers: [0, 0, 0, 8, 20] });
    expect(gateStatement({ ...asked, answers: [0, 0, 0, 0, 11] }).answers).toEqual([0, 0, 0, 0, 11]);
  });

  it.each([
    ['9 answers', { ...asked, answers: [0, 0, 0, 0, 9] }, 'few-answers'],
    ['2 schools', { ...asked, schools: 2, answers: [0, 0, 0, 0, 12] }, 'few-schools'],
  ] as const)('shows nothing of %s, not even n', (_, plain, withheld) => {
    expect(gateStatement(plain)).toEqual({ statement: 'enjoyed', text: asked.text, invited: 33, withheld });
  });

  it('withholds a mean that proves a single answer', () => {
    // 4.9 from 10 answers is nine fives and one four, and nothing else.
    const shown = gateStatement({ ...asked, answers: [0, 0, 0, 1, 9] });
    expect(shown).toMatchObject({ n: 10, withheld: 'mean-tells' });
    expect(shown.mean).toBeUndefined();
    expect(shown.interval).toBeUndefined();
  });

  it('leaves nobody exposed, whatever was answered', () => {
    const counts = fc.array(fc.nat(12), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(counts, (answers) => {
        expect(attackStatement(gateStatement({ ...asked, answers })).filter(({ exposed }) => exposed)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps what was published until ten more have answered', () => {
    const first = gateStatement({ ...asked, answers: [0, 0, 0, 6, 22] });
    const oneMore = gateAgain({ ...asked, answers: [1, 0, 0, 6, 22] }, first, 1);
    expect(oneMore).toMatchObject({ n: 28, mean: 4.79, keptFrom: 1 });
    expect(gateAgain({ ...asked, answers: [1, 0, 0, 6, 22] }, oneMore, 2).keptFrom).toBe(1);
    expect(gateAgain({ ...asked, answers: [0, 0, 0, 6, 22] }, first, 1)).toEqual(first);
    expect(gateAgain({ ...asked, answers: [1, 0, 0, 15, 22] }, oneMore, 2)).toMatchObject({ n: 38 });
    expect(gateAgain({ ...asked, answers: [0, 0, 0, 7, 21] }, first, 1)).toMatchObject({ mean: 4.79, keptFrom: 1 });
  });
});

describe('the attack on a statement', () => {
  it('finds what whole answers leave possible', () => {
    const bounds = attackStatement(gateStatement({ ...asked, answers: [0, 0, 0, 6, 22] }));
    expect(bounds.map(({ low, high }) => [low, high])).toEqual([
      [0, 1],
      [0, 2],
      [0, 3],
      [0, 6],
      [22, 26],
    ]);
  });
});

describe('the gate for breakdowns of pupils', () => {
  const days = { rows: ['Monday', 'Tuesday', 'Wednesday'], columns: ['rotation', 'special'] };

  it('leaves a table of large counts as it is', () => {
    const table = gateTable({
      ...days,
      cells: [
        [30, 20],
        [60, 0],
        [45, 31],
      ],
    });
    expect(table?.cells).toEqual([
      [30, 20],
      [60, 0],
      [45, 31],
    ]);
    expect(table?.total).toBe(186);
  });

  it('hides a small count and those that would reveal it, and keeps the total exact', () => {
    const table = gateTable({
      ...days,
      cells: [
        [30, 5],
        [60, 40],
        [45, 31],
      ],
    });
    expect(table?.total).toBe(211);
    expect(table?.cells.flat().filter((one) => one === null).length).toBeGreaterThanOrEqual(4);
    expect(table?.cells[0]?.[1]).toBeNull();
    expect(table && attackTable(table).every(({ exposed }) => !exposed)).toBe(true);
  });

  it('the attack finds a count that a total gives away', () => {
    const leaky = publicTable.parse({
      ...days,
      cells: [
        [30, null],
        [60, 40],
        [45, 31],
      ],
      rowTotals: [35, 100, 76],
      columnTotals: [135, 76],
      total: 211,
    });
    expect(attackTable(leaky)).toEqual([{ cell: 'Monday, special', low: 5, high: 5, exposed: true }]);
  });

  it('the attack finds two hidden counts that bound each other too closely', () => {
    const leaky = publicTable.parse({
      ...days,
      cells: [
        [null, null],
        [null, null],
        [45, 31],
      ],
      rowTotals: [7, 100, 76],
      columnTotals: [108, 75],
      total: 183,
    });
    expect(attackTable(leaky).filter(({ exposed }) => exposed).length).toBeGreaterThan(0);
  });

  it('leaves no hidden count within 7, whatever the counts', () => {
    const cells = fc.array(fc.array(fc.oneof(fc.nat(12), fc.nat(90)), { minLength: 2, maxLength: 2 }), {
      minLength: 3,
      maxLength: 3,
    });
    fc.assert(
      fc.property(cells, (counts) => {
        const table = gateTable({ ...days, cells: counts });
        if (!table) return;
        expect(attackTable(table).filter(({ low, high }) => high - low <= 7)).toEqual([]);
        expect(table.total).toBe(counts.flat().reduce((a, b) => a + b, 0));
        expect([...table.cells.flat(), ...table.rowTotals].filter((one) => one !== null && one > 0 && one < 8)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
