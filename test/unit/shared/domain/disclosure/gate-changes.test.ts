import { expect, test } from 'vitest';
import { attackChange, gateChanges, printedChange } from '#shared/domain/disclosure/gate-changes.ts';
import { disclosureRules } from '#shared/domain/disclosure/rules.ts';

const totals = { matched: 40, baselineOnly: 0, endlineOnly: 0 };
const named = { statement: 'any-job', text: 'I can do any job.', unit: 'points' as const };
const plain = (n: number, gained: number, lost: number, schools = 3) => ({
  ...named,
  counted: { n, gained, lost, sum: 0, squares: 0 },
  schools,
});
const gated = (...given: Parameters<typeof plain>) => gateChanges(totals, [plain(...given)]).changes[0];

test('nothing is shown of fewer than ten pairs, or of fewer than three schools', () => {
  expect(gated(9, 4, 0)).toEqual({ ...named, withheld: 'few-answers' });
  expect(gated(40, 20, 0, 2)).toEqual({ ...named, withheld: 'few-schools' });
});

/** Every pair of counts of so many pairs, with what is printed of it. */
function everyChange(n: number) {
  return Array.from({ length: n + 1 }, (_, gained) => gained).flatMap((gained) =>
    Array.from({ length: n - gained + 1 }, (_, lost) => {
      const { change, low, high } = printedChange('points', { n, gained, lost, sum: 0, squares: 0 });
      return { gained, lost, says: `${change} ${low} ${high}` };
    }),
  );
}

test.each([10, 17, 30, 60])(
  'of %i pairs, nothing that is shown proves that a few, and only a few, came to say yes or stopped saying it',
  (n) => {
    const every = everyChange(n);
    const alike = Map.groupBy(every, ({ says }) => says);
    const told = (counts: readonly number[]) => Math.min(...counts) >= 1 && Math.max(...counts) < disclosureRules.leastCell;
    for (const { gained, lost, says } of every.filter((one) => one.lost <= 12)) {
      const same = alike.get(says) ?? [];
      const proves = told(same.map((one) => one.gained)) || told(same.map((one) => one.lost));
      expect(gated(n, gained, lost)?.withheld, `${gained} and ${lost}`).toBe(proves ? 'change-tells' : undefined);
    }
    expect(every.some(({ gained, lost }) => gated(n, gained, lost)?.withheld === 'change-tells')).toBe(true);
  },
  60_000,
);

test('of many pairs it takes no time, and what is rounded hides a few', () => {
  expect(gated(2_000_000, 3, 0)).toMatchObject({ change: 0, low: 0, high: 0, n: 2_000_000 });
});

test('steps that prove that a few children changed are hidden; others are shown to one decimal', () => {
  const steps = (n: number, sum: number, squares: number) => ({
    ...plain(n, 0, 0),
    unit: 'steps' as const,
    counted: { n, gained: 0, lost: 0, sum, squares },
  });
  const of = (...given: Parameters<typeof steps>) => gateChanges(totals, [steps(...given)]).changes[0];
  expect(of(12, 2, 2)?.withheld).toBe('change-tells');
  expect(of(40, 24, 40)).toMatchObject({ n: 40, change: 0.6 });
  expect(attackChange({ ...named, unit: 'steps', n: 40, change: 0.6, low: 0.3, high: 0.9 }).some(({ exposed }) => exposed)).toBe(
    false,
  );
});

test('after an earlier edition a change stays until ten more pairs have come', () => {
  const course = gateChanges(totals, [plain(40, 20, 2)]);
  const again = (n: number) => gateChanges(totals, [plain(n, 28, 2)], { course, version: 1 }).changes[0];
  expect(again(45)).toEqual({ ...course.changes[0], keptFrom: 1 });
  expect(again(50)).not.toHaveProperty('keptFrom');
});
