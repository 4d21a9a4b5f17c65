import { expect, test } from 'vitest';
import { instantOf, londonDate } from '#shared/kernel/time.ts';

const rules = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

test('the day in London is the time zone’s own in the last minute of every hour of twelve years', () => {
  const wrong: string[] = [];
  for (let at = Date.UTC(2024, 0, 1, 0, 59); at < Date.UTC(2036, 0, 1); at += 3_600_000) {
    const moment = instantOf(new Date(at));
    if (londonDate(moment) !== rules.format(at)) wrong.push(moment);
  }
  expect(wrong).toEqual([]);
});

test('in summer a new day begins in London at 23:00 UTC, in winter at midnight', () => {
  expect(londonDate(instantOf(new Date('2025-07-01T22:59:59.999Z')))).toBe('2025-07-01');
  expect(londonDate(instantOf(new Date('2025-07-01T23:00:00.000Z')))).toBe('2025-07-02');
  expect(londonDate(instantOf(new Date('2025-01-01T23:00:00.000Z')))).toBe('2025-01-01');
});
