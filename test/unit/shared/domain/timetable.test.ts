import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Booking } from '#shared/domain/event.ts';
import { requireHours } from '#shared/domain/event-arrangements.ts';
import { hoursOf } from '#shared/domain/hours.ts';
import { placesIn, readTimetable, sayStretch } from '#shared/domain/timetable.ts';
import { shareOut } from '#shared/domain/workshops.ts';
import { idOf } from '#shared/kernel/ids.ts';
import { instant } from '#shared/kernel/time.ts';

const morning = { starts: '09:00', ends: '12:00' };
const read = (...lines: string[]) => {
  const found = readTimetable(lines.join('\n'), morning);
  return 'issue' in found ? found.issue.message : found.stretches;
};

describe('a timetable', () => {
  test('is read line by line, in the order of the day, and written again as it was', () => {
    const lines = [
      '10:15-11:00 Build a bridge, 15 places',
      '9.15 to 10:00 Build a bridge, 15',
      '10:00–10:15 Break',
      '11:00 to 11:05 Move to the hall',
    ];
    const found = read(...lines);
    if (typeof found === 'string') throw new Error(found);
    expect(found.map(({ what }) => what)).toEqual(['session', 'break', 'session', 'move']);
    expect(placesIn(found)).toBe(30);
    expect(read(...found.map(sayStretch))).toEqual(found);
  });

  test.each([
    ['25:10 to 25:40 Bridges', 'is not like'],
    ['Bridges', 'is not like'],
    ['10:00 to 09:30 Bridges', 'ends before it starts'],
    ['11:30 to 12:30 Bridges', 'is outside 09:00 to 12:00'],
    ['09:00 to 09:30 Bridges, 0', 'takes no pupils'],
    ['10:00 to 10:15 Break, 20', 'leave its places out'],
  ])('refuses “%s” with the reason', (line, reason) => {
    expect(read(line)).toContain(reason);
  });

  test('refuses a break within a session and the same session twice at once, but not two sessions side by side', () => {
    expect(read('09:00 to 10:00 Bridges, 15', '09:30 to 09:45 Break')).toBe(
      '09:30 to 09:45 Break overlaps 09:00 to 10:00 Bridges, 15',
    );
    expect(read('09:00 to 10:00 Bridges, 15', '09:30 to 10:30 bridges, 15')).toContain('overlaps');
    expect(read('09:00 to 10:00 Bridges, 15', '09:30 to 10:30 Robots, 15')).toHaveLength(2);
  });
});

describe('the hours of a half-day', () => {
  test.each([
    ['2025-03-30-am', '01:30', '09:00', 'The clocks go forward on Sunday 30 March 2025: there is no 01:30 on that day'],
    ['2025-03-10-am', '10:00', '09:00', 'It ends at 09:00, before it starts at 10:00'],
    ['2025-03-10-am', '09:00', '15:00', 'A morning is within 07:00 and 13:30'],
    ['2025-03-10-pm', '09:00', '12:00', 'An afternoon is within 11:30 and 19:00'],
  ])('%s from %s to %s is refused with the reason', (halfDay, starts, ends, reason) => {
    expect(() => requireHours(halfDay, { starts, ends })).toThrow(reason);
  });

  test('are the event’s own, else the usual ones, in winter and in summer time', () => {
    expect(hoursOf({ halfDay: '2025-03-10-am' })).toEqual({
      starts: '2025-03-10T09:00:00.000Z',
      ends: '2025-03-10T12:00:00.000Z',
    });
    const hours = { starts: '09:15', ends: '11:45' };
    expect(hoursOf({ halfDay: '2024-02-29-am', hours }).starts).toBe('2024-02-29T09:15:00.000Z');
    expect(hoursOf({ halfDay: '2025-06-10-am', hours }).starts).toBe('2025-06-10T08:15:00.000Z');
  });
});

describe('pupils in the sessions of an event', () => {
  const session = (starts: string, places: number) => ({
    starts,
    ends: '12:00',
    what: 'session' as const,
    title: starts,
    places,
  });
  const bookingOf = (pupils: number, index: number): Booking => ({
    edition: 'larkford-2025',
    event: 'bridges',
    urn: String(900001 + index),
    registration: idOf(String(index)),
    schoolName: `Fictional School ${index}`,
    cohorts: { year4: pupils },
    pupils,
    bookedAt: instant.parse(`2025-02-03T10:00:0${index}.000Z`),
    version: 1,
  });

  test('never exceed the places of a session, and all of them go somewhere where the event has room', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 8 }),
        (places, groups) => {
          const all = places.reduce((sum, one) => sum + one, 0);
          let left = all;
          const fitting = groups.filter((pupils) => pupils <= left && (left -= pupils) >= 0);
          const bookings = fitting.map(bookingOf);
          const tables = shareOut(
            places.map((one, index) => session(`0${index + 1}:00`, one)),
            bookings,
          );
          const sums = tables.map(({ shares }) => shares.reduce((sum, { pupils }) => sum + pupils, 0));
          sums.forEach((sum, index) => expect(sum).toBeLessThanOrEqual(places[index] ?? 0));
          expect(sums.reduce((sum, one) => sum + one, 0)).toBe(fitting.reduce((sum, one) => sum + one, 0));
        },
      ),
    );
  });

  test('stay together where one session has room, and nobody moves when another school is booked', () => {
    const tables = [session('09:00', 15), session('10:00', 30)];
    const first = [bookingOf(20, 0), bookingOf(10, 1)];
    expect(shareOut(tables, first).map(({ shares }) => shares.map(({ pupils }) => pupils))).toEqual([[10], [20]]);
    expect(shareOut(tables, [...first, bookingOf(12, 2)]).map(({ shares }) => shares.map(({ pupils }) => pupils))).toEqual([
      [10, 5],
      [20, 7],
    ]);
  });
});
