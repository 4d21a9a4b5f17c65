import ICAL from 'ical.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { instant } from '#shared/kernel/time.ts';
import { stateReader } from './bad-inputs/table-state.ts';
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
const host = 'office@alder-bank.example';
const guest = 'office@bramble-lane.example';
const team = 'team@engineering.example';
const events = `/organiser/editions/${edition}/events`;
const ours = `/organiser/editions/${edition}/calendar`;

beforeAll(async () => {
  larkford = await startLarkford();
  await confirmedSchool(larkford);
  await confirmedSchool(larkford, { urn: '900002', 'contact.email': guest });
  organisation = await signedUpOrganisation(larkford);
  await larkford.system.settle();
  await larkford.client.post('/my/place/confirm', {}, await openLink(larkford, team));
  await record('bridges', halfDay, '900001');
  await record('boats', '2025-03-12-pm');
  const { registrations = [] } = await organiserList(larkford, 'registrations');
  const row = registrations.find(({ registration }) => registration['urn'] === '900002');
  const booking = { registration: row?.registration['registration'], cohorts: { year4: 20 } };
  await asOrganiser(`${events}/bridges/bookings`, booking);
  await larkford.system.settle();
});
afterAll(() => larkford.stop());

const asOrganiser = (path: string, body: object = {}) => postJson(larkford, path, body, { cookie: larkford.organiser });

async function record(reference: string, when: string, school?: string): Promise<void> {
  const event = { reference, kind: 'special', title: `Fictional ${reference}`, host: school, venue: 'Hall', halfDay: when };
  await asOrganiser(events, { ...event, organisations: [organisation], sessions: 4, places: 60, despiteClash: true });
  await larkford.system.settle();
}

/** Makes the address of a reader of a link; gives its path. */
async function makeFor(email: string): Promise<string> {
  const { status, body } = await postJson(larkford, '/my/calendar', {}, { cookie: await openLink(larkford, email) });
  expect(status).toBe(200);
  return pathOf(body);
}

function pathOf(body: Record<string, unknown>): string {
  const https = String(body['https']);
  expect(body['webcal']).toBe(https.replace(/^https?/, 'webcal'));
  return new URL(https).pathname;
}

const ask = (path: string, headers: Record<string, string> = {}) => fetch(`${larkford.system.origin}${path}`, { headers });

/** What a calendar finds at an address, entry by entry. */
async function entriesAt(path: string) {
  const response = await ask(path);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  const file = new ICAL.Component(ICAL.parse(await response.text()));
  expect(file.getFirstPropertyValue('method')).toBe('PUBLISH');
  return file.getAllSubcomponents('vevent').map((one) => {
    const { uid, summary, attendees, startDate } = new ICAL.Event(one);
    expect(attendees).toEqual([]);
    return { uid, summary, state: one.getFirstPropertyValue('status'), starts: startDate.toJSDate().toISOString().slice(0, 13) };
  });
}

/** The uid of the newest invitation in a mailbox. */
function invited(to: string): unknown {
  const [file] = larkford.system.inbox
    .list({ to })
    .flatMap(({ attachments }) => attachments.filter(({ type }) => type === 'text/calendar'));
  const calendar = new ICAL.Component(ICAL.parse(file?.content.toString('utf8') ?? ''));
  return calendar.getFirstSubcomponent('vevent')?.getFirstPropertyValue('uid');
}

test('a school’s calendar shows what it is booked at and what it hosts, as the same entry as its invitation', async () => {
  const there = { summary: 'Fictional bridges', state: 'CONFIRMED', starts: '2025-03-10T09' };
  expect(await entriesAt(await makeFor(guest))).toEqual([{ ...there, uid: invited(guest) }]);
  expect(await entriesAt(await makeFor(host))).toMatchObject([there]);
});

test('an organisation’s shows what it is asked, then that it comes; what it declines goes', async () => {
  const path = await makeFor(team);
  expect((await entriesAt(path)).map(({ state }) => state)).toEqual(['TENTATIVE', 'TENTATIVE']);
  const cookie = await openLink(larkford, team);
  await postJson(larkford, '/my/offers/bridges', { answer: 'accepted' }, { cookie });
  await postJson(larkford, '/my/offers/boats', { answer: 'declined' }, { cookie });
  await larkford.system.settle();
  expect(await entriesAt(path)).toMatchObject([{ summary: 'Fictional bridges', state: 'CONFIRMED', uid: invited(team) }]);
});

test('what did not change is not sent again, no shared cache keeps it, and asking changes nothing', async () => {
  const path = await makeFor(guest);
  const table = stateReader(larkford.system);
  const before = await table.digest();
  const first = await ask(path);
  const tag = first.headers.get('etag') ?? '';
  expect(first.headers.get('cache-control')).toMatch(/^private, max-age=\d+$/);
  const again = await ask(path, { 'if-none-match': `W/${tag}` });
  expect([again.status, await again.text()]).toEqual([304, '']);
  for (const method of ['GET', 'HEAD']) await fetch(`${larkford.system.origin}${path}`, { method });
  expect(await table.digest()).toBe(before);
  table.close();

  await asOrganiser(`${events}/bridges/move`, { version: 1, halfDay: '2025-03-11-pm', despiteClash: true });
  await larkford.system.settle();
  const moved = await ask(path, { 'if-none-match': tag });
  expect([moved.status, moved.headers.get('etag') === tag]).toEqual([200, false]);
  expect(await entriesAt(path)).toMatchObject([{ starts: '2025-03-11T13' }]);
});

test('a reader has one address: a new one ends it, and so does the button; only its digest is kept', async () => {
  const [first, second] = [await makeFor(guest), await makeFor(guest)];
  expect([(await ask(first)).status, (await ask(second)).status]).toEqual([410, 200]);
  const token = second.replace('/calendar/', '').replace('.ics', '');
  expect(JSON.stringify(await larkford.read.list('ownFeed', { edition }))).not.toContain(token);
  const cookie = await openLink(larkford, guest);
  for (const _ of ['once', 'again']) expect((await postJson(larkford, '/my/calendar/stop', {}, { cookie })).status).toBe(200);
  expect((await ask(second)).status).toBe(410);
  expect((await ask(`/calendar/${'x'.repeat(43)}.ics`)).status).toBe(410);
});

test('a draft is in the organiser’s calendar alone, as not sure yet', async () => {
  const draft = { reference: 'bread', kind: 'special', title: 'Fictional bread', host: '900001', halfDay: '2025-03-13-am' };
  await asOrganiser(events, { ...draft, organisations: [organisation], sessions: 1, places: 30, draft: true });
  const { body } = await asOrganiser(ours);
  expect((await entriesAt(pathOf(body))).at(-1)).toMatchObject({ summary: 'Fictional bread', state: 'TENTATIVE' });
  for (const email of [host, team]) expect(JSON.stringify(await entriesAt(await makeFor(email)))).not.toContain('bread');
});

test('an organiser’s shows every event, until they are no longer on the team', async () => {
  const { body } = await asOrganiser(ours);
  const path = pathOf(body);
  expect((await entriesAt(path)).map(({ summary }) => summary)).toEqual([
    'Fictional bridges',
    'Fictional boats',
    'Fictional bread',
  ]);
  await leaveTeam();
  expect((await ask(path)).status).toBe(410);
});

async function leaveTeam(): Promise<void> {
  await larkford.write.transact([{ put: 'team', item: { edition, members: [], version: 9 }, when: 'any' }]);
}

test('whoever hands a school over has no calendar of it any more, and every address ends with the edition', async () => {
  const path = await makeFor(host);
  const kept = await makeFor(team);
  const handOver = { contact: { name: 'D. Fictional', email: 'deputy@alder-bank.example' }, version: 2, confirmed: true };
  const cookie = await openLink(larkford, host);
  expect((await postJson(larkford, '/my/place/hand-over', handOver, { cookie })).status).toBe(200);
  expect((await ask(path)).status).toBe(410);
  expect((await ask(kept)).status).toBe(200);
  larkford.system.clock.set(instant.parse('2026-03-01T09:00:00.000Z'));
  expect((await ask(kept)).status).toBe(410);
});
