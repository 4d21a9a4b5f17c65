import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  agreed,
  confirmedSchool,
  edition,
  halfDay,
  type Larkford,
  openLink,
  postJson,
  signedUpOrganisation,
  startLarkford,
} from './larkford.ts';

let larkford: Larkford;
let organisation = '';
let volunteer = '';
const office = 'office@alder-bank.example';
const team = 'team@engineering.example';
const events = `/organiser/editions/${edition}/events`;

beforeAll(async () => {
  larkford = await startLarkford();
  await confirmedSchool(larkford);
  organisation = await signedUpOrganisation(larkford);
  const person = { 'contact.name': 'V. Fictional', 'contact.email': 'v@volunteer.example', halfDays: [halfDay], ...agreed };
  await larkford.client.post(`/editions/${edition}/volunteers/sign-up`, person);
  await larkford.system.settle();
  volunteer = (await larkford.read.list('volunteer', { edition }))[0]?.volunteer ?? '';
});
afterAll(() => larkford.stop());

const asOrganiser = (path: string, body: object) => postJson(larkford, `${events}${path}`, body, { cookie: larkford.organiser });
const eventNow = (event: string) => larkford.read.get('event', { edition, event });
const mails = () => larkford.system.inbox.list({}).length;
async function see(path: string, cookie: string, accept = 'text/html'): Promise<string> {
  return (await fetch(new URL(path, larkford.system.origin), { headers: { accept, cookie } })).text();
}
const formOf = (reference: string, more: object = {}) => ({
  reference,
  kind: 'special',
  title: `Fictional ${reference}`,
  organisations: [organisation],
  host: '900001',
  halfDay,
  sessions: 2,
  places: 60,
  ...more,
});

test('nobody is told of a draft: no mail, no offered place, nothing on the host’s page, and no school is booked', async () => {
  const before = mails();
  expect((await asOrganiser('', formOf('draft', { draft: true, volunteers: [volunteer] }))).status).toBe(201);
  expect((await asOrganiser('', formOf('draft', { draft: true, volunteers: [volunteer] }))).status).toBe(201);
  await asOrganiser('/draft/arrange', { version: 1, gate: 'Ring at gate 2' });
  await asOrganiser('/draft/move', { version: 2, halfDay: '2025-03-11-am' });
  await asOrganiser('/draft/move', { version: 3, halfDay });
  await larkford.system.settle();
  expect(mails()).toBe(before);
  expect(await larkford.read.list('offer', { edition, event: 'draft' })).toEqual([]);
  const school = await openLink(larkford, office);
  expect(await see('/my/place', school)).not.toContain('Fictional draft');
  expect(await see('/my/place/waiting', school)).not.toContain('Fictional draft');
  expect((await postJson(larkford, '/my/place/waiting/draft', { cohorts: { year4: 5 } }, { cookie: school })).status).toBe(404);
  const [registration] = await larkford.read.list('registration', { edition }, { startsWith: '900001' });
  const booked = await asOrganiser('/draft/bookings', { registration: registration?.registration, cohorts: { year4: 5 } });
  expect(booked).toMatchObject({ status: 409, body: { code: 'event-draft' } });
  expect(await asOrganiser('/draft/cancel', { version: 4, placesFree: 60 })).toMatchObject({
    status: 409,
    body: { code: 'event-draft' },
  });
  expect(await see(`${events}/draft`, larkford.organiser)).toContain('Draft: nobody is told');
});

test('a draft takes its people up: another event clashes with it', async () => {
  const clash = await asOrganiser('', formOf('other', { host: undefined, venue: 'Made-up works' }));
  expect(clash).toMatchObject({ status: 409, body: { code: 'clash' } });
  expect(JSON.stringify(clash.body)).toContain('“Fictional draft”');
});

test('one person is at one place: even who knows of the clash cannot name a volunteer twice', async () => {
  const twice = formOf('other', { volunteers: [volunteer], despiteClash: true });
  const refused = await asOrganiser('', twice);
  expect(refused).toMatchObject({ status: 409, body: { code: 'clash' } });
  expect(JSON.stringify(refused.body)).toContain('V. Fictional has a place at “Fictional draft”');
  expect((await asOrganiser('', { ...twice, volunteers: [volunteer, volunteer] })).status).toBe(422);
});

test('offered, those it names are asked and the host sees it; offered again, nothing changes', async () => {
  const page = await see(`${events}/draft/offer`, larkford.organiser);
  expect(page).toContain('Fictional Engineering');
  expect(await asOrganiser('/draft/offer', { version: 1 })).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
  const version = (await eventNow('draft'))?.version;
  expect((await asOrganiser('/draft/offer', { version })).status).toBe(200);
  expect((await asOrganiser('/draft/offer', { version })).status).toBe(200);
  await larkford.system.settle();
  expect(larkford.system.inbox.list({ to: team, limit: 1 })[0]?.text).toContain('Fictional draft');
  expect(await larkford.read.list('offer', { edition, event: 'draft' })).toHaveLength(2);
  expect(await see('/my/place', await openLink(larkford, office))).toContain('Fictional draft');
  expect(await see(`${events}/draft`, larkford.organiser)).toContain('Offered: answers still to come');
  expect(await asOrganiser('/draft/drop', { version: (version ?? 0) + 1 })).toMatchObject({
    status: 409,
    body: { code: 'not-draft' },
  });
});

test('a draft that is dropped is gone with its clash, and its short name is free again', async () => {
  const form = formOf('spare', { draft: true, despiteClash: true });
  expect((await asOrganiser('', form)).status).toBe(201);
  await larkford.system.settle();
  expect(await larkford.read.list('task', { edition }, { startsWith: 'clash#' })).toHaveLength(2);
  const before = mails();
  expect((await asOrganiser('/spare/drop', { version: 1 })).status).toBe(200);
  await larkford.system.settle();
  expect(await eventNow('spare')).toBeUndefined();
  expect(await larkford.read.list('task', { edition }, { startsWith: 'clash#' })).toEqual([]);
  expect(mails()).toBe(before);
  expect((await asOrganiser('', form)).status).toBe(201);
});

test('hours that bring an event into another’s way are refused, and those that leave time are not', async () => {
  expect((await asOrganiser('/spare/drop', { version: 1 })).status).toBe(200);
  const version = (await eventNow('draft'))?.version;
  expect((await asOrganiser('/draft/arrange', { version, starts: '09:00', ends: '10:00' })).status).toBe(200);
  const late = formOf('late', { draft: true, host: undefined, venue: 'Made-up works', despiteClash: true });
  expect((await asOrganiser('', late)).status).toBe(201);
  expect(await asOrganiser('/late/arrange', { version: 1, starts: '10:30', ends: '11:30' })).toMatchObject({ status: 200 });
  const back = await asOrganiser('/late/arrange', { version: 2, starts: '09:30', ends: '11:30' });
  expect(back).toMatchObject({ status: 409, body: { code: 'clash' } });
});
