import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
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
let organisation = '';
const guest = 'office@bramble-lane.example';
const host = 'office@alder-bank.example';
const team = 'team@engineering.example';

beforeAll(async () => {
  larkford = await startLarkford();
  await confirmedSchool(larkford);
  await confirmedSchool(larkford, { urn: '900002', 'contact.email': guest });
  organisation = await signedUpOrganisation(larkford);
  await larkford.system.settle();
});
afterAll(() => larkford.stop());

const asOrganiser = (path: string, body: object) =>
  postJson(larkford, `/organiser/editions/${edition}/events${path}`, body, { cookie: larkford.organiser });
const pageOf = async (path: string, cookie = larkford.organiser) => {
  const response = await fetch(new URL(path, larkford.system.origin), { headers: { accept: 'text/html', cookie } });
  return response.text();
};
const eventPath = (event: string) => `/organiser/editions/${edition}/events/${event}`;
const held = z.object({ event: z.object({ version: z.int(), placesFree: z.int(), state: z.string() }) });
const stored = async (event: string) => held.parse(await larkford.client.read(eventPath(event), larkford.organiser)).event;
const cancelled = (to: string) => larkford.system.inbox.list({ to }).filter(({ subject }) => subject.startsWith('Cancelled:'));

async function record(reference: string): Promise<void> {
  const event = {
    kind: 'rotation',
    organisations: [organisation],
    host: '900001',
    halfDay,
    sessions: 4,
    places: 60,
    despiteClash: true,
  };
  expect((await asOrganiser('', { ...event, reference, title: `Fictional ${reference}` })).status).toBe(201);
}

async function book(event: string, urn: string, pupils: number): Promise<number> {
  const { registrations = [] } = await organiserList(larkford, 'registrations');
  const row = registrations.find(({ registration }) => registration['urn'] === urn);
  const body = { registration: row?.registration['registration'], cohorts: { year4: pupils } };
  return (await asOrganiser(`/${event}/bookings`, body)).status;
}

const cancel = async (event: string, more: object = {}) => {
  const { version, placesFree } = await stored(event);
  return asOrganiser(`/${event}/cancel`, { version, placesFree, ...more });
};

test('cancelling names beforehand who will be told, and tells exactly those, once', async () => {
  await record('monday');
  await book('monday', '900002', 20);
  const asked = await pageOf(`${eventPath('monday')}/cancel`);
  for (const name of ['Fictional Engineering', 'with 20 pupils', 'which hosts']) expect(asked).toContain(name);
  expect(await cancel('monday', { reason: 'The hall has no power' })).toMatchObject({
    status: 200,
    body: { state: 'cancelled' },
  });
  await larkford.system.settle();
  for (const to of [guest, host, team]) {
    const [letter, ...more] = cancelled(to);
    expect(letter?.text).toContain('The hall has no power');
    expect(more).toEqual([]);
  }
});

test('a cancelled event is seen as cancelled in the list, on its page and by those with places', async () => {
  expect(await pageOf(`/organiser/editions/${edition}/events`)).toContain('Cancelled');
  const page = await pageOf(eventPath('monday'));
  expect(page).toContain('The hall has no power');
  expect(page).not.toContain('Book the places');
  const school = await openLink(larkford, guest);
  const place = await pageOf('/my/place', school);
  expect(place).toContain('The hall has no power');
  expect(place).not.toContain('/my/place/bookings/monday"');
  expect(await pageOf('/my/place/bookings/monday/give-back', school)).toContain('The organiser cancelled this event');
});

test('it takes no more bookings, headcounts or answers, and cannot be cancelled again', async () => {
  expect(await book('monday', '900001', 10)).toBe(409);
  const attendance = await asOrganiser('/monday/attendance', { urn: '900002', attended: 20 });
  expect(attendance).toMatchObject({ status: 409, body: { code: 'event-cancelled' } });
  const again = await cancel('monday');
  expect(again).toMatchObject({ status: 409, body: { code: 'event-cancelled' } });
  expect(again.body['detail']).toContain('was cancelled on');
  expect(cancelled(guest)).toHaveLength(1);
});

test('an event to which pupils came is not cancelled', async () => {
  await record('held');
  await book('held', '900002', 10);
  await asOrganiser('/held/attendance', { urn: '900002', attended: 9 });
  expect(await cancel('held')).toMatchObject({ status: 409, body: { code: 'event-held' } });
});

test('a school booked after the organiser looked is shown before the event is cancelled', async () => {
  await record('stale');
  const { version, placesFree } = await stored('stale');
  await book('stale', '900002', 11);
  const form = { version, placesFree, reason: 'We are ill' };
  const shown = await larkford.client.post(`${eventPath('stale')}/cancel`, form, larkford.organiser);
  expect(shown.status).toBe(409);
  expect(shown.text).toContain('changed while you were looking');
  expect(shown.text).toContain('with 11 pupils');
  expect(shown.text).toContain('We are ill');
  expect((await stored('stale')).state).toBe('confirmed');
});

test('booked and cancelled at the same moment: the places add up, and whoever is booked is told', async () => {
  await record('race');
  const { version, placesFree } = await stored('race');
  const [booked, ended] = await Promise.all([book('race', '900002', 12), asOrganiser('/race/cancel', { version, placesFree })]);
  const { state, placesFree: left } = await stored('race');
  expect({ state, left }).toEqual(
    ended.status === 200 ? { state: 'cancelled', left: booked === 201 ? 48 : 60 } : { state: 'confirmed', left: 48 },
  );
  await larkford.system.settle();
  const told = cancelled(guest).filter(({ subject }) => subject.includes('race'));
  expect(told).toHaveLength(ended.status === 200 && booked === 201 ? 1 : 0);
});
