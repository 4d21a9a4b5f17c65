import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { weekFile } from '#functions/runtime/calendar-file.ts';
import { hoursOf } from '#shared/domain/hours.ts';
import type { CalendarEntry } from '#shared/ports.ts';

const from = { name: 'Steering group (fictional)', email: 'programme@larkford.example' };
const published = { name: 'Larkford week (fictional)', from, every: 3600 };

function entry(halfDay: string, state: CalendarEntry['state']) {
  const says = 'A sentence of more than seventy-five bytes – with a dash – that has to be folded somewhere in the file.';
  const where = 'Hall 2\\3, Alder Bank; by the gate';
  return {
    uid: `${halfDay}@aspirations`,
    sequence: 1,
    state,
    ...hoursOf({ halfDay }),
    title: 'Bridges, boats; and more',
    where,
    says,
    stamp: '2025-01-10T10:00:00.000Z',
  };
}

const week = [
  entry('2025-01-21-am', 'CONFIRMED'),
  entry('2025-03-31-am', 'TENTATIVE'),
  entry('2025-07-01-pm', 'CONFIRMED'),
  entry('2025-10-27-am', 'CONFIRMED'),
];

test('a week is a file that never changes by itself, with lines as calendars take them', async () => {
  const file = weekFile(week, published);
  expect(weekFile(week, published)).toBe(file);
  expect(file.replaceAll('\r\n', '').match(/[\r\n]/g)).toBeNull();
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  await expect(file.replaceAll('\r\n', '\n')).toMatchFileSnapshot('calendars/week.ics');
});

test('a calendar reads each entry at the hour that clocks in London show, and is asked for nothing', () => {
  const file = new ICAL.Component(ICAL.parse(weekFile(week, published)));
  expect([file.getFirstPropertyValue('method'), file.getFirstPropertyValue('x-wr-calname')]).toEqual(['PUBLISH', published.name]);
  const entries = file.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  const atLondon = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' });
  expect(entries.map(({ startDate }) => atLondon.format(startDate.toJSDate()))).toEqual(['09:00', '09:00', '13:00', '09:00']);
  for (const { organizer, attendees, location } of entries) {
    expect(organizer).toBe(`mailto:${from.email}`);
    expect(attendees).toEqual([]);
    expect(location).toBe('Hall 2\\3, Alder Bank; by the gate');
  }
});

test('a week without places is a calendar without entries', () => {
  const file = new ICAL.Component(ICAL.parse(weekFile([], published)));
  expect(file.getAllSubcomponents('vevent')).toEqual([]);
});
