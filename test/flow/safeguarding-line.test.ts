import { afterAll, beforeAll, expect, test } from 'vitest';
import { daysAfter, localDate } from '#shared/kernel/time.ts';
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
const volunteers = new Map<string, string>();
const schools = ['900001', '900002', '900003', '900004'];
const console = `/organiser/editions/${edition}`;
const monday = localDate.parse(halfDay.slice(0, 10));
const halfDayOn = (day: number) => `${daysAfter(monday, day)}-am`;

beforeAll(async () => {
  larkford = await startLarkford();
  for (const urn of schools) await confirmedSchool(larkford, { urn, 'contact.email': `office@${urn}.example` });
  organisation = await signedUpOrganisation(larkford);
  for (const name of ['every-day', 'twice-a-day']) await signUp(name);
});
afterAll(() => larkford.stop());

const addressOf = (name: string) => `${name}@volunteer.example`;

async function signUp(name: string): Promise<void> {
  const form = { 'contact.name': `V. ${name}`, 'contact.email': addressOf(name), halfDays: [halfDay], ...agreed };
  await larkford.client.post(`/editions/${edition}/volunteers/sign-up`, form);
  await larkford.system.settle();
  await larkford.client.post('/my/place/confirm', {}, await openLink(larkford, addressOf(name)));
  await larkford.system.settle();
  const all = await larkford.read.list('volunteer', { edition });
  volunteers.set(name, all.find(({ contact }) => contact.email === addressOf(name))?.volunteer ?? '');
}

const idOf = (name: string) => volunteers.get(name) ?? '';
const asOrganiser = () => ({ cookie: larkford.organiser });

/** Records an event on a day of the week, at the school of that number, for one volunteer. */
async function offered(reference: string, day: number, name: string): Promise<void> {
  const form = {
    reference,
    kind: 'special',
    title: `Fictional ${reference}`,
    organisations: [organisation],
    volunteers: [idOf(name)],
    host: schools[day] ?? schools[0],
    // A second place of a day is in its afternoon: one person is at one place.
    halfDay: reference.startsWith('also') ? halfDayOn(day).replace('-am', '-pm') : halfDayOn(day),
    despiteClash: true,
    sessions: 1,
    places: 100,
  };
  const { status, body } = await postJson(larkford, `${console}/events`, form, asOrganiser());
  expect([status, body['code']]).toEqual([201, undefined]);
  await larkford.system.settle();
}

/** Says yes by link; gives how the place stands then. */
async function accept(reference: string, name: string): Promise<unknown> {
  const cookie = await openLink(larkford, addressOf(name));
  const { body } = await postJson(larkford, `/my/offers/${reference}`, { answer: 'accepted' }, { cookie });
  await larkford.system.settle();
  return body['state'];
}

async function page(path: string): Promise<string> {
  const response = await fetch(`${larkford.system.origin}${path}`, { headers: { accept: 'text/html', ...asOrganiser() } });
  return response.text();
}

const stateOf = async (event: string, name: string) =>
  (await larkford.read.get('offer', { edition, event, visitor: idOf(name) }))?.state;
const tasks = async (kind: string) => (await larkford.read.list('task', { edition })).filter((one) => one.kind === kind);
const subjectsTo = (name: string) => larkford.system.inbox.list({ to: addressOf(name) }).map(({ subject }) => subject);

test('three days are confirmed at once; below the line nobody may ask for a barred-list check', async () => {
  for (const day of [0, 1, 2]) {
    await offered(`day-${day}`, day, 'every-day');
    expect(await accept(`day-${day}`, 'every-day')).toBe('accepted');
  }
  expect(await tasks('line')).toEqual([]);
  const person = `${console}/safeguarding/${idOf('every-day')}`;
  expect(await page(person)).toContain('below the line');
  const asked = await postJson(larkford, `${person}/check`, {}, asOrganiser());
  expect(asked).toMatchObject({ status: 409, body: { code: 'below-the-line' } });
  expect(JSON.stringify(asked.body)).toContain('nobody may ask for a check against the barred list');
  expect(await larkford.read.list('barredListCheck', { edition })).toEqual([]);
});

test('the fourth day waits, and the lead sees the dates and the settings of all four', async () => {
  await offered('day-3', 3, 'every-day');
  expect(await accept('day-3', 'every-day')).toBe('waiting');
  expect(await accept('day-3', 'every-day')).toBe('waiting');
  expect(subjectsTo('every-day').filter((subject) => subject.startsWith('We have your yes, and look at it first'))).toHaveLength(
    1,
  );
  expect(await tasks('line')).toMatchObject([{ subject: `day-3.${idOf('every-day')}`, visitor: idOf('every-day') }]);
  expect(await page(console)).toContain('1 place that waits for the safeguarding lead');
  const shown = await page(`${console}/safeguarding/${idOf('every-day')}`);
  for (const day of ['Monday 10', 'Tuesday 11', 'Wednesday 12', 'Thursday 13']) expect(shown).toContain(`${day} March`);
  for (const { name } of await Promise.all(schools.map(schoolNamed))) expect(shown).toContain(name);
  const cookie = await openLink(larkford, addressOf('every-day'));
  const own = await fetch(`${larkford.system.origin}/my/offers/day-3`, { headers: { accept: 'application/json', cookie } });
  expect(await own.json(), 'who comes and whom to ask for is for confirmed places').not.toHaveProperty('arrival');
});

async function schoolNamed(urn: string): Promise<{ name: string }> {
  return (await larkford.read.get('school', { la: '999', urn })) ?? { name: `no school ${urn}` };
}

test('a decision needs its reason, and is refused for a place that does not wait', async () => {
  const path = `${console}/safeguarding/${idOf('every-day')}/decisions`;
  const bare = await postJson(larkford, path, { event: 'day-3', version: 2, outcome: 'confirmed' }, asOrganiser());
  expect(bare.status).toBe(422);
  const settled = { event: 'day-0', version: 2, outcome: 'confirmed', reason: 'Seen' };
  expect(await postJson(larkford, path, settled, asOrganiser())).toMatchObject({ status: 409, body: { code: 'not-waiting' } });
  const older = { event: 'day-3', version: 1, outcome: 'confirmed', reason: 'Seen' };
  expect(await postJson(larkford, path, older, asOrganiser())).toMatchObject({
    status: 409,
    body: { code: 'changed-meanwhile' },
  });
  expect(await stateOf('day-3', 'every-day')).toBe('waiting');
});

test('over the line a check can be asked for, once; the decision is kept with its reason, its days and who took it', async () => {
  const person = `${console}/safeguarding/${idOf('every-day')}`;
  expect((await postJson(larkford, `${person}/check`, {}, asOrganiser())).status).toBe(200);
  expect((await postJson(larkford, `${person}/check`, {}, asOrganiser())).status).toBe(200);
  expect(await larkford.read.list('barredListCheck', { edition })).toHaveLength(1);

  const form = { event: 'day-3', version: 2, outcome: 'confirmed', reason: 'The enhanced check was seen today.' };
  expect((await postJson(larkford, `${person}/decisions`, form, asOrganiser())).status).toBe(200);
  await larkford.system.settle();
  expect(await stateOf('day-3', 'every-day')).toBe('accepted');
  expect(await tasks('line')).toEqual([]);
  expect(subjectsTo('every-day').some((subject) => subject.startsWith('Your place is confirmed: Fictional day-3'))).toBe(true);
  const [decision, ...more] = await larkford.read.list('placementDecision', { edition }, { startsWith: `${idOf('every-day')}#` });
  expect(more).toEqual([]);
  expect(decision).toMatchObject({ event: 'day-3', outcome: 'confirmed', why: 'many-days', reason: form.reason });
  expect(decision?.days.map(({ event }) => event)).toEqual(['day-0', 'day-1', 'day-2', 'day-3']);
  expect(decision?.by).toMatch(/^organiser:/);
  expect(await page(`${console}/safeguarding`)).toContain(form.reason);
});

test('a refused place is not theirs, and somebody else is looked for', async () => {
  await offered('day-4', 4, 'every-day');
  expect(await accept('day-4', 'every-day')).toBe('waiting');
  const path = `${console}/safeguarding/${idOf('every-day')}/decisions`;
  const form = { event: 'day-4', version: 2, outcome: 'refused', reason: 'No check is there yet.' };
  expect((await postJson(larkford, path, form, asOrganiser())).status).toBe(200);
  await larkford.system.settle();
  expect(await stateOf('day-4', 'every-day')).toBe('declined');
  expect((await tasks('short')).map(({ event }) => event)).toContain('day-4');
  const told = larkford.system.inbox.list({ to: addressOf('every-day') }).map(({ text }) => text);
  expect(told.some((text) => text.includes('decided that you do not come'))).toBe(true);
  expect(told.join('\n')).not.toContain(form.reason);
});

test('two places on one day are one day, and a cancelled event leaves', async () => {
  for (const [reference, day] of [
    ['am-0', 0],
    ['am-1', 1],
    ['also-1', 1],
    ['am-2', 2],
  ] as const) {
    await offered(reference, day, 'twice-a-day');
    expect(await accept(reference, 'twice-a-day')).toBe('accepted');
  }
  const event = await larkford.read.get('event', { edition, event: 'am-2' });
  const cancel = { version: event?.version, placesFree: event?.placesFree };
  expect((await postJson(larkford, `${console}/events/am-2/cancel`, cancel, asOrganiser())).status).toBe(200);
  await offered('am-3', 3, 'twice-a-day');
  expect(await accept('am-3', 'twice-a-day')).toBe('accepted');
});

test('of two days that are over the line only together, said yes to at one moment, one waits', async () => {
  await offered('am-4', 4, 'twice-a-day');
  await larkford.client.post(`/my/offers/am-3`, { answer: 'declined' }, await openLink(larkford, addressOf('twice-a-day')));
  const cookie = await openLink(larkford, addressOf('twice-a-day'));
  const yes = ['am-3', 'am-4'].map((event) => postJson(larkford, `/my/offers/${event}`, { answer: 'accepted' }, { cookie }));
  const states = (await Promise.all(yes)).map(({ body }) => body['state']);
  expect(new Set(states)).toEqual(new Set(['accepted', 'waiting']));
});

test('a school’s places wait for the name of the adult in charge, who then stands on the day sheets', async () => {
  const { registration = '' } = (await larkford.read.list('registration', { edition }))[0] ?? {};
  const booking = { registration, cohorts: { year4: 20 } };
  const booked = await postJson(larkford, `${console}/events/day-0/bookings`, booking, asOrganiser());
  expect(booked.status).toBe(201);
  await larkford.system.settle();
  expect(await tasks('adult')).toMatchObject([{ event: 'day-0', urn: '900001' }]);

  const cookie = await openLink(larkford, 'office@900001.example');
  const named = await postJson(
    larkford,
    '/my/place/bookings/day-0/adult',
    { version: 1, adult: 'T. Fictional', adults: 1 },
    { cookie },
  );
  expect(named.status).toBe(200);
  await larkford.system.settle();
  expect(await tasks('adult')).toEqual([]);
  const read = async (path: string, session: string) =>
    (await fetch(`${larkford.system.origin}${path}`, { headers: { accept: 'text/html', cookie: session } })).text();
  expect(await read('/my/place/print', cookie)).toContain('T. Fictional');
  expect(await read('/my/day', await openLink(larkford, addressOf('every-day')))).toContain('T. Fictional');
});
