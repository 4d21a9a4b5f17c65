import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import * as z from 'zod/mini';
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
let urn = 900_000;
let email = '';
let cookie = '';

beforeAll(async () => {
  larkford = await startLarkford();
  const organisation = await signedUpOrganisation(larkford);
  const event = {
    kind: 'special',
    organisations: [organisation],
    venue: 'Own site',
    halfDay,
    despiteClash: true,
    sessions: 2,
    places: 60,
  };
  for (const reference of ['monday', 'second'])
    await asOrganiser('events', { ...event, reference, title: `The ${reference} event` });
});
afterAll(() => larkford.stop());

beforeEach(async () => {
  urn += 1;
  email = `office-${urn}@schools.example`;
  await confirmedSchool(larkford, { urn: String(urn), 'contact.email': email });
  cookie = await openLink(larkford, email);
});

const asOrganiser = (path: string, body: object) =>
  postJson(larkford, `/organiser/editions/${edition}/${path}`, body, { cookie: larkford.organiser });
const send = (path: string, body: object) => postJson(larkford, `/my/place/bookings/${path}`, body, { cookie });
const mails = (to: string) => larkford.system.inbox.list({ to }).map(({ subject }) => subject);

const held = z.object({
  state: z.object({ registration: z.string(), state: z.string() }),
  visits: z.array(z.object({ event: z.object({ event: z.string() }) })),
});
const place = async () => held.parse(await larkford.client.read('/my/place', cookie));
const placesFree = async (event: string) => {
  const { event: found } = z
    .object({ event: z.object({ placesFree: z.int() }) })
    .parse(await larkford.client.read(`/organiser/editions/${edition}/events/${event}`, larkford.organiser));
  return found.placesFree;
};
const book = async (event: string, pupils: number) => {
  const { state } = await place();
  return asOrganiser(`events/${event}/bookings`, { registration: state.registration, cohorts: { year4: pupils } });
};

test('a school gives back its places at one event: they are free, and everybody concerned is told once', async () => {
  await book('monday', 7);
  await book('second', 3);
  expect(await send('monday/give-back', { version: 1 })).toMatchObject({ status: 200, body: { pupils: 0 } });
  expect(await placesFree('monday')).toBe(60);
  const { state, visits } = await place();
  expect([state.state, visits.map(({ event }) => event.event)]).toEqual(['confirmed', ['second']]);
  await larkford.system.settle();
  expect(mails(email)).toContain('You gave your places back: The monday event, Monday 10 March: morning');
  const notices = larkford.system.inbox.list({ to: 'programme@larkford.example' });
  const notice = notices.find(({ subject }) => subject.endsWith(' is not coming to The monday event'));
  expect(notice?.text).toContain('Places free now: 60');
  expect(mails('team@engineering.example').filter((subject) => subject.includes('is not coming on'))).toHaveLength(1);
});

test('places that were given back cannot be given back again, and the answer says so', async () => {
  await book('monday', 7);
  await send('monday/give-back', { version: 1 });
  const again = await send('monday/give-back', { version: 1 });
  expect(again).toMatchObject({ status: 404, body: { code: 'not-booked' } });
  expect(again.body['detail']).toContain('may have given them back already');
  const page = await larkford.client.post('/my/place/bookings/monday/give-back', { version: 1 }, cookie);
  expect(page.text).toContain('You have no places at this event');
  expect(await placesFree('monday')).toBe(60);
});

test('one press that arrives twice gives back once, and is answered alike', async () => {
  await book('monday', 5);
  const form = { version: 1, requestKey: `give-back-${urn}` };
  for (const _ of [1, 2]) {
    const answer = await larkford.client.post('/my/place/bookings/monday/give-back', form, cookie);
    expect(answer).toMatchObject({ status: 303, location: '/my/place?done=given-back' });
  }
  expect(await placesFree('monday')).toBe(60);
});

test('an old page is shown what changed meanwhile, and nothing is given back once pupils were counted', async () => {
  await book('second', 3);
  await send('second', { version: 1, cohorts: { year4: 2 } });
  const stale = await larkford.client.post('/my/place/bookings/second/give-back', { version: 1 }, cookie);
  expect(stale.status).toBe(409);
  expect(stale.text).toContain('Somebody changed this while you were looking');
  expect(stale.text).toContain('Year 4: 2 pupils');
  await asOrganiser('events/second/attendance', { urn: String(urn), attended: 2 });
  expect(await send('second/give-back', { version: 3 })).toMatchObject({ status: 409, body: { code: 'attendance-taken' } });
  expect((await place()).visits).toHaveLength(1);
});

test('a place given back while it is being counted stays counted', async () => {
  await book('second', 4);
  const [given, counted] = await Promise.all([
    send('second/give-back', { version: 1 }),
    asOrganiser('events/second/attendance', { urn: String(urn), attended: 4 }),
  ]);
  const left = (await place()).visits.length;
  expect({ given: given.status === 200, counted: counted.status === 200, left }).toEqual(
    left === 1 ? { given: false, counted: true, left } : { given: true, counted: false, left },
  );
});
