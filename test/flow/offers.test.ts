import { afterAll, beforeAll, expect, test } from 'vitest';
import { instant } from '#shared/kernel/time.ts';
import { signInAsOrganiser } from '#local/sign-in-client.ts';
import {
  agreed,
  confirmedSchool,
  edition,
  halfDay,
  type Larkford,
  openLink,
  organisationForm,
  organiserList,
  postJson,
  startLarkford,
} from './larkford.ts';

let larkford: Larkford;
let organiser = '';
const ids = new Map<string, string>();
const addresses = {
  first: 'team@engineering.example',
  second: 'team@bakery.example',
  volunteer: 'volunteer@alone.example',
} as const;
const organiserAddress = 'programme@larkford.example';

beforeAll(async () => {
  larkford = await startLarkford();
  organiser = larkford.organiser;
  await confirmedSchool(larkford, { 'contact.telephone': '01632 960 007', accessNeeds: 'A ramp at the side door' });
  await confirmedOrganisation(addresses.first, { needs: 'A screen' });
  await confirmedOrganisation(addresses.second, { name: 'Fictional Bakery', publicCredit: 'no' });
  await confirmedVolunteer();
  const { organisations = [] } = await organiserList(larkford, 'organisations');
  const { volunteers = [] } = await organiserList(larkford, 'volunteers');
  for (const { organisation = '', name = '' } of organisations)
    ids.set(name === 'Fictional Bakery' ? 'second' : 'first', organisation);
  ids.set('volunteer', volunteers[0]?.['volunteer'] ?? '');
});
afterAll(() => larkford.stop());

async function confirmedOrganisation(email: string, more: object): Promise<void> {
  await larkford.client.post(`/editions/${edition}/organisations/sign-up`, organisationForm({ 'contact.email': email, ...more }));
  await confirm(email);
}

async function confirmedVolunteer(): Promise<void> {
  const form = {
    'contact.name': 'V. Fictional',
    'contact.email': addresses.volunteer,
    'contact.telephone': '01632 960 008',
    halfDays: [halfDay],
  };
  await larkford.client.post(`/editions/${edition}/volunteers/sign-up`, { ...agreed, ...form });
  await confirm(addresses.volunteer);
}

async function confirm(email: string): Promise<void> {
  await larkford.system.settle();
  const { status } = await larkford.client.post('/my/place/confirm', {}, await openLink(larkford, email));
  expect(status).toBe(303);
  await larkford.system.settle();
}

async function record(reference: string, more: object = {}): Promise<void> {
  const form = {
    reference,
    kind: 'rotation',
    title: `Fictional ${reference}`,
    organisations: [ids.get('first'), ids.get('second')],
    volunteers: [ids.get('volunteer')],
    host: '900001',
    halfDay,
    despiteClash: true,
    sessions: 4,
    places: 100,
    ...more,
  };
  const { status } = await postJson(larkford, `/organiser/editions/${edition}/events`, form, { cookie: organiser });
  expect(status).toBe(201);
  await larkford.system.settle();
}

type Answered = { readonly status: number; readonly body: Record<string, unknown> };

async function send(who: keyof typeof addresses, path: string, body: object): Promise<Answered> {
  const answer = await postJson(larkford, path, body, { cookie: await openLink(larkford, addresses[who]) });
  await larkford.system.settle();
  return answer;
}

async function read(path: string, cookie: string) {
  const response = await fetch(new URL(path, larkford.system.origin), { headers: { accept: 'application/json', cookie } });
  return { status: response.status, text: await response.text() };
}

async function replies(event: string): Promise<Record<string, string>> {
  const { text } = await read(`/organiser/editions/${edition}/events/${event}`, organiser);
  const { replies: all }: { replies: { offer: { visitor: string; state: string } }[] } = JSON.parse(text);
  const names = new Map([...ids].map(([name, id]) => [id, name]));
  return Object.fromEntries(all.map(({ offer }) => [names.get(offer.visitor) ?? '', offer.state]));
}

function mailsTo(to: string, subject: RegExp) {
  return larkford.system.inbox.list({ to }).filter((mail) => subject.test(mail.subject));
}

test('a new event offers each organisation and each volunteer a place, once, by mail', async () => {
  await record('monday');
  await record('monday');
  expect(await replies('monday')).toEqual({ first: 'offered', second: 'offered', volunteer: 'offered' });
  for (const to of Object.values(addresses)) expect(mailsTo(to, /^Can you come\? Fictional monday/)).toHaveLength(1);
});

test('looking at an offer, and opening its link, changes nothing', async () => {
  const cookie = await openLink(larkford, addresses.first);
  for (const path of ['/my/place', '/my/offers/monday', '/my/day']) expect((await read(path, cookie)).status).toBe(200);
  expect((await replies('monday'))['first']).toBe('offered');
});

test('the host’s contact and number are shown only to those who have accepted', async () => {
  const cookie = await openLink(larkford, addresses.first);
  expect((await read('/my/offers/monday', cookie)).text).not.toContain('01632 960 007');
  await send('first', '/my/offers/monday', { answer: 'accepted' });
  const day = await read('/my/day', cookie);
  expect(day.text).toContain('01632 960 007');
  expect(day.text).toContain('A ramp at the side door');
  expect((await read('/my/day', await openLink(larkford, addresses.second))).text).not.toContain('01632 960 007');
});

test('accepting twice changes nothing', async () => {
  const stored = async (): Promise<unknown> =>
    JSON.parse((await read('/my/offers/monday', await openLink(larkford, addresses.first))).text);
  const before = await stored();
  expect((await send('first', '/my/offers/monday', { answer: 'accepted' })).status).toBe(200);
  expect(await stored()).toEqual(before);
  expect(mailsTo(addresses.first, /^You said yes: Fictional monday/)).toHaveLength(1);
});

test('a decline with its reason reaches the organiser, and minds can change', async () => {
  await send('second', '/my/offers/monday', { answer: 'declined', reason: 'The van is broken' });
  expect((await replies('monday'))['second']).toBe('declined');
  const [notice] = mailsTo(organiserAddress, /^Fictional Bakery cannot come to Fictional monday/);
  expect(notice?.text).toContain('The van is broken');
  expect(mailsTo(addresses.second, /^You said no: Fictional monday/)).toHaveLength(1);
  await send('second', '/my/offers/monday', { answer: 'declined', reason: 'The van is still broken' });
  expect(mailsTo(addresses.second, /^You said no/)).toHaveLength(1);
  await send('second', '/my/offers/monday', { answer: 'accepted' });
  expect((await replies('monday'))['second']).toBe('accepted');
});

test('a volunteer answers by themselves', async () => {
  await send('volunteer', '/my/offers/monday', { answer: 'accepted' });
  expect((await replies('monday'))['volunteer']).toBe('accepted');
});

test('a link answers for nobody else: not for an event without its reader, a school’s link not at all', async () => {
  await record('alone', { organisations: [ids.get('first')], volunteers: [], halfDay: '2025-03-10-pm' });
  const other = await send('second', '/my/offers/alone', { answer: 'accepted' });
  expect(other).toMatchObject({ status: 404, body: { code: 'offer-unknown' } });
  const cookie = await openLink(larkford, 'office@alder-bank.example');
  const school = await postJson(larkford, '/my/offers/alone', { answer: 'accepted' }, { cookie });
  expect(school).toMatchObject({ status: 403, body: { code: 'other-purpose' } });
  expect(await replies('alone')).toEqual({ first: 'offered' });
});

test('an event of another edition is not there for the link of this one', async () => {
  const event = { ...(await stored('monday')), edition: 'larkford-2024', event: 'elsewhere' };
  await larkford.write.bulk([{ put: 'event', item: event, when: 'any' }]);
  expect((await send('first', '/my/offers/elsewhere', { answer: 'accepted' })).status).toBe(404);
});

test('a cancelled event says who cancelled it, and what is next', async () => {
  await record('tuesday', { halfDay: '2025-03-11-am' });
  const cancelledAt = larkford.system.clock.now();
  const event = { ...(await stored('tuesday')), state: 'cancelled', cancelledAt } as const;
  await larkford.write.bulk([{ put: 'event', item: event, when: 'any' }]);
  const { status, body } = await send('first', '/my/offers/tuesday', { answer: 'accepted' });
  expect(status).toBe(410);
  expect(body).toMatchObject({ code: 'event-cancelled' });
  expect(body['detail']).toMatch(
    /^The organiser cancelled “Fictional tuesday” of Tuesday 11 March 2025 on Monday 13 January 2025\./,
  );
  const page = await fetch(new URL('/my/offers/tuesday', larkford.system.origin), {
    headers: { accept: 'text/html', cookie: await openLink(larkford, addresses.first) },
  });
  expect(await page.text()).not.toContain('action="/my/offers/tuesday"');
});

test('what an organisation offers, its contact and its public credit can be changed, each under its version', async () => {
  const cookie = await openLink(larkford, addresses.second);
  const version = async (): Promise<number> => JSON.parse((await read('/my/place', cookie)).text).state.version;
  const offer = {
    formats: ['rotation'],
    halfDays: [halfDay],
    workshopsPerHalfDay: 2,
    placesPerWorkshop: 15,
    yearGroups: ['year6'],
  };
  const seen = await version();
  expect((await send('second', '/my/organisation', { version: seen, ...offer, needs: 'Two tables' })).status).toBe(200);
  const stale = await send('second', '/my/organisation', { version: seen, ...offer, needs: 'Three tables' });
  expect(stale).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
  await send('second', '/my/credit', { version: await version(), publicCredit: true });
  await send('second', '/my/contact', {
    version: await version(),
    contact: { name: 'New Fictional', telephone: '01632 960 009' },
  });
  const { state } = JSON.parse((await read('/my/place', cookie)).text);
  expect(state).toMatchObject({
    needs: 'Two tables',
    publicCredit: true,
    contact: { name: 'New Fictional', email: addresses.second },
  });
  expect(mailsTo(organiserAddress, /^Fictional Bakery has changed what it offers/)).toHaveLength(2);
  const told = mailsTo(addresses.second, /^You changed/).map(({ subject }) => subject);
  expect(told.toReversed()).toEqual([
    'You changed what you offer',
    'You changed whether we may name you',
    'You changed the contact details',
  ]);
});

test('a stale form comes back with what is held now, and when that changed', async () => {
  const cookie = await openLink(larkford, addresses.volunteer);
  const { state } = JSON.parse((await read('/my/place', cookie)).text);
  await larkford.client.post('/my/volunteer', { version: state.version, halfDays: [halfDay], offer: 'Bake bread' }, cookie);
  larkford.system.clock.advance(120);
  const stale = await larkford.client.post(
    '/my/volunteer',
    { version: state.version, halfDays: [halfDay], offer: 'Milk a cow' },
    cookie,
  );
  expect(stale.status).toBe(409);
  expect(stale.text).toContain('2 minutes ago');
  expect(stale.text).toContain('Bake bread');
  expect(stale.text).toContain('Milk a cow');
});

test('who withdraws gives back the places still to come, and the organiser knows', async () => {
  const cookie = await openLink(larkford, addresses.second);
  const { state } = JSON.parse((await read('/my/place', cookie)).text);
  const withdrawn = await send('second', '/my/withdrawal', { version: state.version, reason: 'We have no flour' });
  expect(withdrawn).toMatchObject({ status: 200, body: { state: 'withdrawn' } });
  expect((await replies('monday'))['second']).toBe('declined');
  const [notice, ...more] = mailsTo(organiserAddress, /^Fictional Bakery has withdrawn/);
  expect(notice?.text).toContain('We have no flour');
  expect(more).toEqual([]);
  const [toThem, ...others] = mailsTo(addresses.second, /^You have withdrawn from/);
  expect(toThem?.text).toContain('Places you gave back: Fictional monday');
  expect(others).toEqual([]);
  const again = await send('second', '/my/offers/monday', { answer: 'accepted' });
  expect(again).toMatchObject({ status: 409, body: { code: 'withdrawn' } });
});

test('before the day nobody is late', async () => {
  expect(await send('first', '/my/offers/monday/late', { minutes: '10' })).toMatchObject({
    status: 409,
    body: { code: 'not-today' },
  });
});

test('being late is told to the school and to the organiser at once, and only once', async () => {
  larkford.system.clock.set(instant.parse('2025-03-10T08:50:00.000Z'));
  await larkford.system.settle();
  organiser = await signInAsOrganiser(larkford.system.origin);
  const tell = (minutes: string) => send('volunteer', '/my/offers/monday/late', { minutes });
  expect((await tell('20')).status).toBe(200);
  expect((await tell('20')).status).toBe(200);
  const late = /^V\. Fictional is running 20 minutes late/;
  const [toSchool, ...others] = mailsTo('office@alder-bank.example', late);
  expect(toSchool?.text).toContain('01632 960 008');
  expect(others).toEqual([]);
  expect(mailsTo(organiserAddress, late)).toHaveLength(1);
  await tell('30');
  expect(mailsTo('office@alder-bank.example', /running 30 minutes late/)).toHaveLength(1);
});

test('on the day an answer cannot be changed by the button', async () => {
  const changed = await send('first', '/my/offers/monday', { answer: 'declined' });
  expect(changed).toMatchObject({ status: 409, body: { code: 'event-day' } });
  expect((await replies('monday'))['first']).toBe('accepted');
});

async function stored(event: string) {
  const found = await larkford.read.get('event', { edition, event });
  if (!found) throw new Error(`no event ${event}`);
  return found;
}
