import { describe, expect, test } from 'vitest';
import { pairedMeanChange, pairedShareChange, studentQuantile } from '#shared/domain/statistics/paired.ts';

test.each([
  [4, 2.776],
  [9, 2.262],
  [19, 2.093],
  [29, 2.045],
  [120, 1.98],
])('Student’s t with %i degrees of freedom is as the tables print it', (freedom, printed) => {
  expect(studentQuantile(freedom)).toBeCloseTo(printed, 2);
});

describe('the change of a share', () => {
  test('is what was gained less what was lost, in points', () => {
    // 62 of 100 before, 74 after: 20 gained, 8 lost.
    expect(pairedShareChange({ n: 100, gained: 20, lost: 8 })).toEqual({ n: 100, change: 12, low: 1.5, high: 22 });
  });

  test('has an interval with some width where nobody changed, and wider with fewer', () => {
    const [few, many] = [10, 200].map((n) => pairedShareChange({ n, gained: 0, lost: 0 }));
    expect(few?.change).toBe(0);
    expect(few?.low).toBeLessThan(-15);
    expect(many?.high).toBeLessThan(2);
  });

  test('turned round is the same the other way', () => {
    const [one, other] = [pairedShareChange({ n: 30, gained: 9, lost: 2 }), pairedShareChange({ n: 30, gained: 2, lost: 9 })];
    expect([-one.change, -one.high, -one.low]).toEqual([other.change, other.low, other.high]);
  });

  test('holds the truth about 95 times in 100 for 20 pairs, counted over every outcome', () => {
    const [n, up, down] = [20, 0.3, 0.1];
    let held = 0;
    const choose = (from: number, some: number): number => (some === 0 ? 1 : (choose(from, some - 1) * (from - some + 1)) / some);
    for (let gained = 0; gained <= n; gained += 1)
      for (let lost = 0; lost <= n - gained; lost += 1) {
        const chance =
          choose(n, gained) * choose(n - gained, lost) * up ** gained * down ** lost * (1 - up - down) ** (n - gained - lost);
        const { low, high } = pairedShareChange({ n, gained, lost });
        if (low <= 100 * (up - down) && 100 * (up - down) <= high) held += chance;
      }
    expect(held).toBeGreaterThan(0.93);
    expect(held).toBeLessThan(0.985);
  });
});

describe('the mean change', () => {
  test('has Student’s interval and the effect in standard deviations of the changes', () => {
    // Changes 0, 1, 1, 2, 1, 0, 2, 1, 1, 1: mean 1, deviation 0.667.
    expect(pairedMeanChange({ n: 10, sum: 10, squares: 14 })).toEqual({ n: 10, change: 1, low: 0.52, high: 1.48, effect: 1.5 });
  });

  test('has no effect size where all changed alike', () => {
    expect(pairedMeanChange({ n: 10, sum: 10, squares: 10 })).toEqual({ n: 10, change: 1, low: 1, high: 1, effect: undefined });
  });
});
