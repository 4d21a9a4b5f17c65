import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInAsOrganiser } from '#local/sign-in-client.ts';
import {
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
const schools = ['900001', '900002', '900003', '900004'] as const;
type Urn = (typeof schools)[number];
const event = 'full';
const console = `/organiser/editions/${edition}/events`;
const addressOf = (urn: Urn) => `office@${urn}.example`;
const asOrganiser = () => ({ cookie: larkford.organiser });

beforeAll(async () => {
  larkford = await startLarkford();
  for (const urn of schools) await confirmedSchool(larkford, { urn, 'contact.email': addressOf(urn) });
  const form = {
    reference: event,
    kind: 'online',
    title: 'Ask an engineer',
    organisations: [await signedUpOrganisation(larkford)],
    halfDay,
    sessions: 1,
    places: 30,
  };
  await postJson(larkford, console, form, asOrganiser());
  const { registration } = (await larkford.read.list('registration', { edition }, { startsWith: '900001' }))[0] ?? {};
  const booking = { registration, cohorts: { year4: 30 } };
  await postJson(larkford, `${console}/${event}/bookings`, booking, asOrganiser());
  await larkford.system.settle();
});
afterAll(() => larkford.stop());

async function send(urn: Urn, path: string, body: object) {
  const answer = await postJson(larkford, path, body, { cookie: await openLink(larkford, addressOf(urn)) });
  await larkford.system.settle();
  return answer;
}

const ask = (urn: Urn, pupils: number) => send(urn, `/my/place/waiting/${event}`, { cohorts: { year4: pupils } });

async function answer(urn: Urn, said: 'accepted' | 'declined') {
  const version = (await entryOf(urn))?.version ?? 0;
  return send(urn, `/my/place/waiting/${event}/answer`, { version, answer: said });
}

const entryOf = (urn: Urn) => larkford.read.get('waiting', { edition, event, urn });
const bookingOf = (urn: Urn) => larkford.read.get('booking', { edition, event, urn });
const freeNow = async () => (await larkford.read.get('event', { edition, event }))?.placesFree;
const subjectsTo = (urn: Urn) => larkford.system.inbox.list({ to: addressOf(urn) }).map(({ subject }) => subject);

async function page(path: string, cookie: string): Promise<string> {
  return (await fetch(`${larkford.system.origin}${path}`, { headers: { accept: 'text/html', cookie } })).text();
}

/** Every place is free, offered or booked: none twice, none lost. */
async function everyPlaceOnce(): Promise<void> {
  const [at, bookings, entries] = await Promise.all([
    larkford.read.get('event', { edition, event }),
    larkford.read.list('booking', { edition, event }),
    larkford.read.list('waiting', { edition }, { startsWith: `${event}#` }),
  ]);
  const held = [...bookings, ...entries.filter(({ state }) => state === 'offered')];
  expect(held.reduce((sum, { pupils }) => sum + pupils, at?.placesFree ?? 0)).toBe(at?.places);
}

test('schools wait for a full event, are told so, and read why it is not their turn', async () => {
  expect((await ask('900002', 24)).status).toBe(200);
  expect((await ask('900003', 8)).status).toBe(200);
  expect(subjectsTo('900002').filter((one) => one.startsWith('You asked for places: Ask an engineer'))).toHaveLength(1);
  const shown = await page(`/my/place/waiting/${event}`, await openLink(larkford, addressOf('900002')));
  expect(shown).toContain('You are number 1 of 2 schools that wait.');
  expect(shown).toContain('No place is free now.');
  expect((await ask('900001', 5)).body['code']).toBe('already-booked');
  expect((await ask('900004', 31)).body['code']).toBe('too-many');
});

test('places that are given up go to the first whose whole group fits: 24 do not block 8, and are not split', async () => {
  const { version } = (await bookingOf('900001')) ?? {};
  const fewer = await send('900001', `/my/place/bookings/${event}`, { version, cohorts: { year4: 20 } });
  expect(fewer.status).toBe(200);
  expect(await entryOf('900003')).toMatchObject({ state: 'offered', pupils: 8 });
  expect(await entryOf('900002')).toMatchObject({ state: 'waiting', pupils: 24 });
  expect(await freeNow()).toBe(2);
  await everyPlaceOnce();
  expect(subjectsTo('900003').some((one) => /^Places for 8 pupils: Ask an engineer.*Please say yes or no$/.test(one))).toBe(true);
  const shown = await page(`/my/place/waiting/${event}`, await openLink(larkford, addressOf('900002')));
  expect(shown).toContain('2 places are free, and your group is 24. We do not split it');
});

test('a school says yes by its link, and has its places', async () => {
  expect((await answer('900003', 'accepted')).status).toBe(200);
  expect(await bookingOf('900003')).toMatchObject({ pupils: 8 });
  expect(await entryOf('900003')).toBeUndefined();
  expect(subjectsTo('900003').some((one) => one.startsWith('You have places for 8 pupils'))).toBe(true);
  expect(await freeNow()).toBe(2);
});

test('more places go to who waits by themselves; one who does not answer in two days loses them to the next', async () => {
  await ask('900004', 20);
  const more = await postJson(larkford, `${console}/${event}/waiting/places`, { places: 52 }, asOrganiser());
  expect(more.status).toBe(200);
  await larkford.system.settle();
  expect([(await entryOf('900002'))?.state, (await entryOf('900004'))?.state]).toEqual(['offered', 'waiting']);
  await everyPlaceOnce();

  larkford.system.clock.advance(2 * 86_400);
  const late = await answer('900002', 'accepted');
  expect(late).toMatchObject({ status: 410, body: { code: 'offer-over' } });
  await larkford.system.runJob('lapse-places');
  await larkford.system.settle();
  expect([(await entryOf('900002'))?.state, (await entryOf('900004'))?.state]).toEqual(['lapsed', 'offered']);
  expect(subjectsTo('900002').some((one) => one.startsWith('The places went to the next school'))).toBe(true);
  await everyPlaceOnce();
});

test('one who declines leaves the list, and the next is asked at once', async () => {
  expect((await ask('900002', 24)).status).toBe(200);
  expect((await entryOf('900002'))?.state).toBe('waiting');
  expect((await answer('900004', 'declined')).status).toBe(200);
  expect(await entryOf('900004')).toBeUndefined();
  expect((await entryOf('900002'))?.state).toBe('offered');
  await everyPlaceOnce();
});

test('the organiser sees who waits and why, and cannot take places away that are taken', async () => {
  await ask('900004', 10);
  const cookie = await signInAsOrganiser(larkford.system.origin);
  const shown = await page(`${console}/${event}/waiting`, cookie);
  expect(shown).toContain('We hold places for 24 pupils until');
  expect(shown).toMatch(/30 no place yet, \d+ free meals, 0 days/);
  const fewer = await postJson(larkford, `${console}/${event}/waiting/places`, { places: 40 }, { cookie });
  expect(fewer).toMatchObject({ status: 409, body: { code: 'places-taken' } });
});

test('however many look at an event at once, places are offered once', async () => {
  const { givePlaces } = await import('#functions/jobs/give-places.ts');
  const { startContext } = await import('#functions/runtime/context.ts');
  await answer('900002', 'declined');
  await ask('900002', 20);
  const { version } = (await bookingOf('900003')) ?? {};
  const ports = { read: larkford.read, write: larkford.write };
  const given = send('900003', `/my/place/bookings/${event}/give-back`, { version });
  const looked = Array.from({ length: 8 }, () =>
    givePlaces({ edition, event }, ports, { ...startContext(), now: larkford.system.clock.now() }),
  );
  await Promise.all([given, ...looked]);
  await larkford.system.settle();
  await everyPlaceOnce();
  expect([(await entryOf('900002'))?.state, (await entryOf('900004'))?.state]).toEqual(['offered', 'offered']);
});

test('a school that withdraws while it is offered places frees them at once, for the next that waits', async () => {
  await send('900003', `/my/place/waiting/${event}`, { cohorts: { year4: 20 } });
  expect((await entryOf('900003'))?.state).toBe('waiting');
  const free = (await freeNow()) ?? 0;
  const { version } = (await larkford.read.list('registration', { edition }, { startsWith: '900002' }))[0] ?? {};
  expect((await send('900002', '/my/place/withdraw', { version })).status).toBe(200);
  expect(await entryOf('900002')).toBeUndefined();
  expect((await entryOf('900003'))?.state).toBe('offered');
  expect(await freeNow()).toBe(free);
  await everyPlaceOnce();
});
