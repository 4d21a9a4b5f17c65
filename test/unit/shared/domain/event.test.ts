import { expect, test } from 'vitest';
import { bookSchool, type Event, takeAttendance } from '#shared/domain/event.ts';
import type { Registration } from '#shared/domain/registration.ts';
import { idOf } from '#shared/kernel/ids.ts';
import { instant } from '#shared/kernel/time.ts';

const now = instant.parse('2025-02-03T10:00:00.000Z');
const event: Event = {
  edition: 'larkford-2025',
  event: 'monday',
  kind: 'special',
  title: 'Monday',
  organisations: [idOf('o')],
  volunteers: [],
  venue: 'Own site',
  halfDay: '2025-03-10-am',
  sessions: 1,
  places: 60,
  placesFree: 60,
  state: 'confirmed',
  version: 1,
};
const school: Registration = {
  edition: 'larkford-2025',
  registration: idOf('r'),
  urn: '900001',
  schoolName: 'Fictional Primary School',
  roles: ['attending'],
  contact: { name: 'A. Fictional', email: 'office@school.example' },
  cohorts: { year4: 30 },
  halfDays: ['2025-03-10-am'],
  state: 'confirmed',
  submittedAt: now,
  version: 2,
};
const form = { registration: school.registration, cohorts: { year4: 20, year5: 8 } };

test('a confirmed school’s booking holds its headcount, and the fact that says so holds no name', () => {
  const { state, facts } = bookSchool(event, school, form, now);
  expect(state).toMatchObject({ urn: '900001', pupils: 28, version: 1 });
  const data = { event: 'monday', urn: '900001', registration: school.registration, pupils: 28, version: 1 };
  expect(facts).toEqual([{ type: 'school.booked.v1', data }]);
});

test('a school that has not confirmed, or has withdrawn, is not booked', () => {
  for (const state of ['pending', 'withdrawn'] as const) {
    expect(() => bookSchool(event, { ...school, state }, form, now)).toThrow('has not confirmed');
  }
});

test('nobody is booked into a cancelled event', () => {
  expect(() => bookSchool({ ...event, state: 'cancelled' }, school, form, now)).toThrow('cancelled');
});

test('nobody came to a cancelled event', () => {
  const { state } = bookSchool(event, school, form, now);
  expect(() => takeAttendance(state, { event: { ...event, state: 'cancelled' }, attended: 27, now })).toThrow('cancelled');
});

test('a headcount can be corrected, and the same one again changes nothing', () => {
  const { state } = bookSchool(event, school, form, now);
  const taken = takeAttendance(state, { event, attended: 27, now });
  expect(taken).toMatchObject({
    state: { attended: 27, version: 2 },
    facts: [{ type: 'attendance.taken.v1', data: { attended: 27 } }],
  });
  expect(takeAttendance(taken.state, { event, attended: 27, now }).facts).toEqual([]);
});
