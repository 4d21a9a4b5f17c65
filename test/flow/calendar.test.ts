import ICAL from 'ical.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  confirmedSchool,
  edition,
  halfDay,
  type Larkford,
  openLink,
  organiserList,
  postJson,
  signedUpOrganisation,
  startLarkford,
} from './larkford.ts';

let larkford: Larkford;
const host = 'office@alder-bank.example';
const guest = 'office@bramble-lane.example';
const team = 'team@engineering.example';
const events = `/organiser/editions/${edition}/events`;

beforeAll(async () => {
  larkford = await startLarkford();
  await confirmedSchool(larkford);
  await confirmedSchool(larkford, { urn: '900002', 'contact.email': guest });
  const organisation = await signedUpOrganisation(larkford);
  await larkford.system.settle();
  const event = {
    kind: 'special',
    organisations: [organisation],
    host: '900001',
    halfDay,
    sessions: 4,
    places: 60,
    despiteClash: true,
  };
  await asOrganiser('', { ...event, reference: 'bridges', title: 'Fictional bridges' });
  await larkford.system.settle();
});
afterAll(() => larkford.stop());

const asOrganiser = (path: string, body: object) => postJson(larkford, `${events}${path}`, body, { cookie: larkford.organiser });

async function book(urn: string): Promise<void> {
  const { registrations = [] } = await organiserList(larkford, 'registrations');
  const row = registrations.find(({ registration }) => registration['urn'] === urn);
  const booked = await asOrganiser('/bridges/bookings', {
    registration: row?.registration['registration'],
    cohorts: { year4: 20 },
  });
  expect(booked.status).toBe(201);
  await larkford.system.settle();
}

/** What the calendar of a mailbox was told, oldest first, each with the subject of its mail. */
function told(to: string) {
  const { inbox } = larkford.system;
  return inbox
    .list({ to })
    .toReversed()
    .flatMap(({ subject, attachments }) => {
      const file = attachments.find(({ type }) => type === 'text/calendar');
      if (!file) return [];
      const calendar = new ICAL.Component(ICAL.parse(file.content.toString('utf8')));
      const entry = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? calendar);
      const starts = entry.startDate.toJSDate().toISOString();
      return [{ subject, method: calendar.getFirstPropertyValue('method'), uid: entry.uid, sequence: entry.sequence, starts }];
    });
}

test('an invitation comes with the places of a school and with the yes of an organisation, to each its own', async () => {
  await book('900002');
  expect(told(team)).toEqual([]);
  const cookie = await openLink(larkford, team);
  await larkford.client.post('/my/place/confirm', {}, cookie);
  expect((await postJson(larkford, '/my/offers/bridges', { answer: 'accepted' }, { cookie })).status).toBe(200);
  await larkford.system.settle();
  const [school] = told(guest);
  const [visitor] = told(team);
  expect(school).toMatchObject({ method: 'REQUEST', sequence: 0, starts: '2025-03-10T09:00:00.000Z' });
  expect(visitor).toMatchObject({ method: 'REQUEST', sequence: 0, starts: '2025-03-10T09:00:00.000Z' });
  expect(school?.uid).not.toBe(visitor?.uid);
});

test('moving the event moves both entries, and tells no calendar of the host, who has no place booked', async () => {
  const moved = await asOrganiser('/bridges/move', { version: 1, halfDay: '2025-03-11-pm', despiteClash: true });
  expect(moved.status).toBe(200);
  await larkford.system.settle();
  for (const to of [guest, team]) {
    expect(told(to)).toHaveLength(2);
    expect(told(to).at(-1)).toMatchObject({
      method: 'REQUEST',
      uid: told(to)[0]?.uid,
      sequence: 1,
      starts: '2025-03-11T13:00:00.000Z',
    });
    expect(told(to).at(-1)?.subject).toContain('New day');
  }
  expect(told(host)).toEqual([]);
});

test('given back, the entry goes; booked again, the same entry comes back with a higher number', async () => {
  const cookie = await openLink(larkford, guest);
  expect((await postJson(larkford, '/my/place/bookings/bridges/give-back', { version: 1 }, { cookie })).status).toBe(200);
  await larkford.system.settle();
  await book('900002');
  expect(told(guest).slice(2)).toMatchObject([
    { method: 'CANCEL', uid: told(guest)[0]?.uid, sequence: 2 },
    { method: 'REQUEST', uid: told(guest)[0]?.uid, sequence: 3 },
  ]);
});

test('cancelling the event takes the entry out of each calendar', async () => {
  const cancelled = await asOrganiser('/bridges/cancel', { version: 2, placesFree: 40 });
  expect(cancelled).toMatchObject({ status: 200 });
  await larkford.system.settle();
  expect(told(guest).at(-1)).toMatchObject({ method: 'CANCEL', uid: told(guest)[0]?.uid, sequence: 4 });
  expect(told(team).at(-1)).toMatchObject({ method: 'CANCEL', uid: told(team)[0]?.uid, sequence: 2 });
});
