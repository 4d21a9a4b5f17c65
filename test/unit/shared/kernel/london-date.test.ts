import { expect, test } from 'vitest';
import { londonInstant } from '#shared/kernel/london-instant.ts';
import { instantOf, localDate, londonDate } from '#shared/kernel/time.ts';

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

test('nine o’clock in London is found in UTC, in both times of the year and on both sides of each change of the clocks', () => {
  const nine = (day: string) => londonInstant(localDate.parse(day), '09:00');
  expect(nine('2025-01-15')).toBe('2025-01-15T09:00:00.000Z');
  expect(nine('2025-07-15')).toBe('2025-07-15T08:00:00.000Z');
  expect([nine('2025-03-28'), nine('2025-03-31')]).toEqual(['2025-03-28T09:00:00.000Z', '2025-03-31T08:00:00.000Z']);
  expect([nine('2025-10-24'), nine('2025-10-27')]).toEqual(['2025-10-24T08:00:00.000Z', '2025-10-27T09:00:00.000Z']);
});

test('of the hour that comes twice in October the first is meant, and the one that March skips is refused', () => {
  expect(londonInstant(localDate.parse('2025-10-26'), '01:30')).toBe('2025-10-26T00:30:00.000Z');
  expect(londonInstant(localDate.parse('2025-10-26'), '02:00')).toBe('2025-10-26T02:00:00.000Z');
  expect(() => londonInstant(localDate.parse('2025-03-30'), '01:30')).toThrow('never show 01:30');
  expect(londonInstant(localDate.parse('2025-03-30'), '00:59')).toBe('2025-03-30T00:59:00.000Z');
});

test('every hour of twelve years is found again from what clocks in London show', () => {
  const shown = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeStyle: 'short', hourCycle: 'h23' });
  const wrong: string[] = [];
  for (let at = Date.UTC(2024, 0, 1); at < Date.UTC(2036, 0, 1); at += 7 * 3_600_000) {
    const moment = instantOf(new Date(at));
    const found = londonInstant(londonDate(moment), shown.format(at));
    const again = instantOf(new Date(at - 3_600_000));
    if (found !== moment && !(found === again && shown.format(at) === shown.format(Date.parse(again)))) wrong.push(moment);
  }
  expect(wrong).toEqual([]);
});
