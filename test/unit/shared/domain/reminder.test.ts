import { describe, expect, test } from 'vitest';
import { reminderDue } from '#shared/domain/reminder.ts';
import { instant, localDate } from '#shared/kernel/time.ts';

const on = (day: string) => instant.parse(`${day}T09:05:00.000Z`);
const due = (halfDay: string, today: string, closed: readonly string[] = []) =>
  reminderDue({ halfDay, state: 'confirmed' }, { closedDays: closed.map((day) => localDate.parse(day)) }, on(today));

describe('the reminder of a Thursday', () => {
  test.each([
    ['2025-03-05', undefined],
    ['2025-03-06', 'week'],
    ['2025-03-11', 'week'],
    ['2025-03-12', 'day'],
    ['2025-03-13', undefined],
    ['2025-03-14', undefined],
  ] as const)('on %s is %s', (today, expected) => {
    expect(due('2025-03-13-am', today)).toBe(expected);
  });
});

test('a Monday is reminded of from Friday on, and a day after a closed one from the school day before that', () => {
  expect(['2025-03-06', '2025-03-07', '2025-03-09', '2025-03-10'].map((today) => due('2025-03-10-pm', today))).toEqual([
    'week',
    'day',
    'day',
    undefined,
  ]);
  expect(due('2025-05-06-am', '2025-05-02', ['2025-05-05'])).toBe('day');
  expect(due('2025-05-06-am', '2025-05-02')).toBe('week');
});

test('nobody is reminded of what is cancelled or was held', () => {
  for (const state of ['cancelled', 'held'] as const) {
    expect(reminderDue({ halfDay: '2025-03-13-am', state }, {}, on('2025-03-12'))).toBeUndefined();
  }
});
