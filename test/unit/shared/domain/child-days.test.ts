import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ChildDay, crossingOf, crossingsIn } from '#shared/domain/child-days.ts';
import { daysAfter, localDate } from '#shared/kernel/time.ts';

const first = localDate.parse('2026-09-07');
const at = (day: number, event = `event-${day}`): ChildDay => ({
  date: daysAfter(first, day),
  edition: 'fictional-2026',
  event,
  title: 'Ask an engineer',
  where: `School ${day}`,
});
const days = (...all: number[]) => all.map((day) => at(day));

describe('the line', () => {
  test.each([
    ['the first day', [], 0, undefined],
    ['the third day of a week', [0, 1], 2, undefined],
    ['the fourth day of a week', [0, 1, 2], 3, 'many-days'],
    ['the fourth day, the last of thirty', [0, 10, 20], 29, 'many-days'],
    ['the fourth day, one after the thirty', [0, 10, 20], 30, undefined],
    ['a day that falls between three others', [0, 8, 29], 16, 'many-days'],
    ['a day before three others', [10, 12, 13], 5, 'many-days'],
    ['the third Monday running', [0, 7], 14, 'weekly'],
    ['the Monday between two others', [0, 14], 7, 'weekly'],
    ['a third Monday after a gap', [0, 7], 21, undefined],
    ['three weeks running on other weekdays', [0, 8], 16, undefined],
  ] as const)('%s', (_, others, added, why) => {
    expect(crossingOf(days(...others), at(added))?.why).toBe(why);
  });

  test('a warning names each day that counts, with where it is, and none outside', () => {
    const crossing = crossingOf(days(-40, 0, 1, 2), at(3));
    expect(crossing?.days).toEqual(days(0, 1, 2, 3));
    expect(crossing?.days.map(({ where }) => where)).toEqual(['School 0', 'School 1', 'School 2', 'School 3']);
  });

  test('several places on one day are one day, wherever they are', () => {
    expect(crossingOf([...days(0, 1), at(1, 'afternoon')], at(2))).toBeUndefined();
    expect(crossingOf([...days(0, 1, 2), at(1, 'afternoon')], at(2, 'afternoon'))).toBeUndefined();
    expect(crossingOf([...days(0, 1, 2), at(1, 'afternoon')], at(3))?.days).toHaveLength(5);
  });

  test('a day that is moved or cancelled no longer counts', () => {
    expect(crossingOf(days(0, 1, 2), at(3))).toBeDefined();
    expect(crossingOf(days(0, 1), at(3))).toBeUndefined();
    expect(crossingOf(days(0, 1, 40), at(3))).toBeUndefined();
  });
});

const someDays = fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 14 });

/** The rule again, the slow way: every window of thirty days that holds the day is counted. */
function isOver(others: readonly number[], added: number): boolean {
  if (others.includes(added)) return false;
  const all = new Set([...others, added]);
  const windows = Array.from({ length: 30 }, (_, back) => added - back);
  const many = windows.some((start) => [...all].filter((day) => day >= start && day < start + 30).length > 3);
  const weekly = [0, 1, 2].some((back) => [0, 1, 2].every((week) => all.has(added + 7 * (week - back))));
  return many || weekly;
}

test('whatever the days, a day is over the line exactly when some thirty days with it hold more than three, or it is weekly', () => {
  fc.assert(
    fc.property(someDays, fc.integer({ min: 0, max: 90 }), (others, added) => {
      expect(crossingOf(days(...others), at(added)) !== undefined).toBe(isOver(others, added));
    }),
    { numRuns: 3000 },
  );
});

test('neither order nor doubled places change what a day comes to', () => {
  fc.assert(
    fc.property(someDays, fc.integer({ min: 0, max: 90 }), (others, added) => {
      const once = crossingOf(days(...new Set(others)), at(added));
      const doubled = crossingOf([...days(...others), ...days(...others)].toReversed(), at(added));
      expect(doubled?.why).toBe(once?.why);
      expect(new Set(doubled?.days.map(({ date }) => date))).toEqual(new Set(once?.days.map(({ date }) => date)));
    }),
    { numRuns: 500 },
  );
});

test('days accepted one by one without a warning never come to more than three in thirty', () => {
  fc.assert(
    fc.property(someDays, (asked) => {
      const kept: ChildDay[] = [];
      for (const day of days(...asked)) if (!crossingOf(kept, day)) kept.push(day);
      expect(crossingsIn(kept)).toBeUndefined();
    }),
    { numRuns: 1000 },
  );
});
