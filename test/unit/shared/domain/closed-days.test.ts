import { describe, expect, test } from 'vitest';
import { bankHoliday } from '#shared/domain/bank-holidays.ts';
import { requireNotReported, requireOpenHalfDay } from '#shared/domain/closed-days.ts';
import { halfDaysOf } from '#shared/domain/edition.ts';
import { settingsForm } from '#shared/domain/edition-settings.ts';
import { recordEvent } from '#shared/domain/event.ts';
import { registration, registrationForm } from '#shared/domain/registration.ts';
import { daysAfter, localDate, type LocalDate } from '#shared/kernel/time.ts';
import * as example from '../../web/examples.ts';

const day = (text: string) => localDate.parse(text);
const spring = { ...example.edition, starts: day('2025-04-14'), ends: day('2025-05-09'), closedDays: [day('2025-04-23')] };

/** Easter Sunday by the anonymous Gregorian rule (Meeus, Astronomical Algorithms, chapter 8). */
function easter(year: number): LocalDate {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return day(`${year}-${String(Math.floor(n / 31)).padStart(2, '0')}-${String((n % 31) + 1).padStart(2, '0')}`);
}

describe('bank holidays', () => {
  test('are eight weekdays a year, Easter’s two where the moon puts them', () => {
    for (const year of [2024, 2025, 2026, 2027, 2028]) {
      const all: LocalDate[] = [];
      for (let one = day(`${year}-01-01`); one <= day(`${year}-12-31`); one = daysAfter(one, 1))
        if (bankHoliday(one) !== undefined) all.push(one);
      expect(all).toHaveLength(8);
      expect(all.filter((one) => [0, 6].includes(new Date(`${one}T12:00:00Z`).getUTCDay()))).toEqual([]);
      expect([bankHoliday(daysAfter(easter(year), -2)), bankHoliday(daysAfter(easter(year), 1))]).toEqual([1, 2]);
    }
  });
});

describe('a day on which nothing takes place', () => {
  test.each([
    ['2025-04-18-am', /Friday 18 April 2025 is a bank holiday: Good Friday/],
    ['2025-04-23-pm', /Wednesday 23 April 2025 is closed: a school holiday or a training day/],
    ['2025-04-19-am', /is at a weekend/],
    ['2025-06-02-am', /is outside Larkford/],
    ['2025-02-29-am', /There is no such day as 2025-02-29/],
  ])('%s is refused with the reason', (halfDay, reason) => {
    expect(() => requireOpenHalfDay(spring, halfDay)).toThrow(reason);
    const form = { reference: 'x', kind: 'online' as const, title: 'X', organisations: [], halfDay, sessions: 1, places: 1 };
    expect(() => recordEvent(spring, form)).toThrow(expect.objectContaining({ code: 'half-day-unknown' }));
    expect(halfDaysOf(spring)).not.toContain(halfDay);
  });

  test('can be a whole holiday, written with its first and last day', () => {
    const typed = settingsForm.shape.closedDays.parse(['2025-02-14 to 2025-02-18, 2025-03-05']);
    expect(typed).toEqual(['2025-02-14', '2025-02-17', '2025-02-18', '2025-03-05']);
    expect(settingsForm.shape.closedDays.safeParse(['2025-02-18 to 2025-02-14']).success).toBe(false);
  });

  test('29 February is a day where it is one', () => {
    const leap = { ...spring, starts: day('2028-02-28'), ends: day('2028-03-01'), closedDays: [] };
    expect(halfDaysOf(leap)).toContain('2028-02-29-am');
  });
});

test('an edition that is reported takes nothing new', () => {
  expect(() => requireNotReported({ ...spring, state: 'reported' })).toThrow(expect.objectContaining({ code: 'edition-over' }));
});

test('what a school writes about a child’s health is refused and not kept; what a visit needs is', () => {
  const { accessNeeds } = registrationForm.shape;
  for (const text of ['One child has an EpiPen', 'Sam was diagnosed last year', 'two pupils with asthma']) {
    const read = accessNeeds.safeParse(text);
    expect([read.success, JSON.stringify(read.error?.issues).includes('Leave medical details out')]).toEqual([false, true]);
    expect(registration.shape.accessNeeds.safeParse(text).success).toBe(true);
  }
  for (const text of ['Step-free access for a wheelchair', 'A quiet room', 'Large print', 'Nuts are not allowed in our hall'])
    expect(accessNeeds.safeParse(text).success).toBe(true);
});
