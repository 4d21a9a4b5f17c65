import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { createBrowser } from './browser.ts';
import {
  confirmedSchool,
  edition,
  halfDay,
  type Larkford,
  openLink,
  postJson,
  schoolForm,
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
  const event = { kind: 'special', organisations: [organisation], venue: 'Own site', halfDay, despiteClash: true, sessions: 2 };
  for (const [reference, places] of [
    ['monday', 100],
    ['second', 40],
  ] as const) {
    await asOrganiser('events', { ...event, reference, title: `The ${reference} event`, places });
  }
});
afterAll(() => larkford.stop());

/** The next of the city's twelve schools, confirmed, and the cookie of its contact; until then tests share the last. */
async function nextSchool(): Promise<void> {
  urn += 1;
  email = `office-${urn}@schools.example`;
  await confirmedSchool(larkford, { urn: String(urn), 'contact.email': email });
  cookie = await openLink(larkford, email);
}

const asOrganiser = (path: string, body: object) =>
  postJson(larkford, `/organiser/editions/${edition}/${path}`, body, { cookie: larkford.organiser });
const send = (path: string, body: object, as = cookie) => postJson(larkford, `/my/place/${path}`, body, { cookie: as });
/** The subjects of the mails to an address. Which of two sent at once comes first is for their queues to say. */
const mails = (to: string) => larkford.system.inbox.list({ to }).map(({ subject }) => subject);

const held = z.object({
  state: z.object({
    registration: z.string(),
    version: z.int(),
    state: z.string(),
    cohorts: z.record(z.string(), z.int()),
    contact: z.object({ name: z.string(), email: z.string(), telephone: z.optional(z.string()) }),
  }),
  visits: z.array(
    z.object({
      event: z.object({ event: z.string(), placesFree: z.int() }),
      booking: z.optional(z.object({ pupils: z.int(), version: z.int() })),
    }),
  ),
});
const place = async (as = cookie) => held.parse(await larkford.client.read('/my/place', as));
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
const answers = { cohorts: { year4: 12 }, hallCapacity: 90, halfDays: [halfDay] };

const codeOf = (body: unknown) => z.object({ code: z.string() }).parse(body).code;

describe('changing the answers', () => {
  test('keeps them, leaves bookings alone and tells the school and the organiser', async () => {
    await nextSchool();
    await book('monday', 10);
    const { state } = await place();
    const changed = await send('change', { ...answers, version: state.version });
    expect(changed).toMatchObject({ status: 200, body: { state: 'changed' } });
    const after = await place();
    expect(after.state.cohorts).toEqual({ year4: 12 });
    expect(after.visits[0]?.booking?.pupils).toBe(10);
    await larkford.system.settle();
    expect(mails(email)).toContainEqual(expect.stringMatching(/^You changed the numbers and the hall of /));
    expect(mails('programme@larkford.example')).toContainEqual(expect.stringContaining('has changed its answers'));
  });

  test('by two people: the second sees what the first did and when, and chooses', async () => {
    await nextSchool();
    const browsers = await Promise.all([openLink(larkford, email), openLink(larkford, email)]);
    const shown = (await place()).state.version;
    const form = { 'cohorts.year4': 20, hallCapacity: 90, halfDays: [halfDay] };
    const first = await larkford.client.post('/my/place/change', { ...form, version: shown }, browsers[0]);
    expect(first).toMatchObject({ status: 303, location: '/my/place?done=changed' });
    larkford.system.clock.advance(120);
    const second = await larkford.client.post('/my/place/change', { ...form, 'cohorts.year4': 25, version: shown }, browsers[1]);
    expect(second.status).toBe(409);
    expect(second.text).toContain('changed 2 minutes ago');
    expect(second.text).toContain('Year 4: 20 pupils');
    expect(second.text).toContain('value="25"');
    const version = /name="version" value="(\d+)"/.exec(second.text)?.[1];
    const chosen = await larkford.client.post('/my/place/change', { ...form, 'cohorts.year4': 25, version }, browsers[1]);
    expect(chosen.status).toBe(303);
    expect((await place()).state.cohorts).toEqual({ year4: 25 });
  });

  test('twice to the same is changing once', async () => {
    await nextSchool();
    const { state } = await place();
    for (const _ of [1, 2]) expect((await send('change', { ...answers, version: state.version })).status).toBe(200);
    await larkford.system.settle();
    expect(mails(email).filter((subject) => subject.startsWith('You changed'))).toHaveLength(1);
  });

  test('a host without a hall, or a half-day that there is not, is refused at its field', async () => {
    const { version } = (await place()).state;
    const noHall = await send('change', { version, cohorts: { year4: 1 }, halfDays: [halfDay] });
    expect(noHall).toMatchObject({ status: 422, body: { errors: [{ path: 'hallCapacity' }] } });
    const noDay = await send('change', { ...answers, version, halfDays: ['2030-01-01-am'] });
    expect(noDay).toMatchObject({ status: 422, body: { errors: [{ path: 'halfDays' }] } });
  });
});

describe('changing the numbers of one booking', () => {
  const bookingOf = async () => (await place()).visits.find(({ event }) => event.event === 'second');
  const numbers = async (year4: number) =>
    send('bookings/second', { version: (await bookingOf())?.booking?.version ?? 0, cohorts: { year4 } });

  test('takes more places and gives places back, exactly', async () => {
    await nextSchool();
    const before = await placesFree('second');
    await book('second', 20);
    expect(await numbers(22)).toMatchObject({ status: 200, body: { pupils: 22 } });
    expect(await placesFree('second')).toBe(before - 22);
    expect((await numbers(5)).status).toBe(200);
    expect(await placesFree('second')).toBe(before - 5);
    await larkford.system.settle();
    expect(mails(email)).toContainEqual(expect.stringMatching(/^Your numbers changed: 5 pupils/));
    expect(mails('team@engineering.example')).toContainEqual(expect.stringContaining('now 5 pupils on Monday 10 March'));
  });

  test('asks for no more than there are: a clear conflict, and nothing has changed', async () => {
    await nextSchool();
    await book('second', 10);
    const before = await placesFree('second');
    const full = await numbers(10 + before + 1);
    expect(full).toMatchObject({ status: 409, body: { code: 'full' } });
    expect(String(full.body['detail'])).toContain(`This event has ${before} more places`);
    expect(await placesFree('second')).toBe(before);
    expect((await bookingOf())?.booking?.pupils).toBe(10);
  });

  test('is refused once somebody else changed them, once pupils were counted, and at an event it is not booked into', async () => {
    await nextSchool();
    await book('second', 4);
    const { version = 0 } = (await bookingOf())?.booking ?? {};
    await numbers(5);
    expect(await send('bookings/second', { version, cohorts: { year4: 6 } })).toMatchObject({
      status: 409,
      body: { code: 'changed-meanwhile' },
    });
    await asOrganiser('events/second/attendance', { urn: String(urn), attended: 5 });
    expect(await numbers(7)).toMatchObject({ status: 409, body: { code: 'attendance-taken' } });
    expect(await send('bookings/monday', { version: 1, cohorts: { year4: 6 } })).toMatchObject({
      status: 404,
      body: { code: 'not-booked' },
    });
    expect((await send('bookings/No%20Such', { version: 1, cohorts: { year4: 6 } })).status).toBe(404);
  });
});

describe('the contact', () => {
  test('is corrected without a new link; the address is not taken', async () => {
    const { version } = (await place()).state;
    const corrected = await send('contact', { version, contact: { name: 'B. Fictional', telephone: '01632 960 003' } });
    expect(corrected.status).toBe(200);
    expect((await place()).state.contact).toEqual({ name: 'B. Fictional', email, telephone: '01632 960 003' });
    const other = await send('contact', { version: version + 1, contact: { name: 'B. Fictional', email: 'x@y.example' } });
    expect(other.status).toBe(422);
  });
});

describe('handing over', () => {
  const colleague = () => ({ name: 'C. Fictional', email: `colleague-${urn}@schools.example` });

  test('shows the address back before anything is sent', async () => {
    const { version } = (await place()).state;
    const form = { version, 'contact.name': 'C. Fictional', 'contact.email': colleague().email };
    const asked = await larkford.client.post('/my/place/hand-over', form, cookie);
    expect(asked.status).toBe(200);
    expect(asked.text).toContain(`>${colleague().email}</p>`);
    await larkford.system.settle();
    expect(mails(colleague().email)).toEqual([]);
    expect((await place()).state.contact.email).toBe(email);
  });

  test('to oneself is refused at the field', async () => {
    const { version } = (await place()).state;
    const own = await send('hand-over', {
      version,
      contact: { name: 'A. Fictional', email: email.toUpperCase() },
      confirmed: true,
    });
    expect(own).toMatchObject({ status: 422, body: { code: 'same-address' } });
  });

  test('gives the colleague a link, tells both, and ends the old links and their sessions', async () => {
    await nextSchool();
    const [mail] = larkford.system.inbox.list({ to: email, limit: 1 });
    const oldLink = mail?.links.find((one) => one.includes('/l/')) ?? '';
    const browser = createBrowser(larkford.system.origin);
    await browser.post(oldLink);
    const { version } = (await place()).state;
    const form = {
      version: String(version),
      'contact.name': 'C. Fictional',
      'contact.email': colleague().email,
      confirmed: 'yes',
    };
    const done = await browser.post('/my/place/hand-over', form);
    expect(done).toMatchObject({ status: 303, location: `/editions/${edition}/handed-over` });
    expect(browser.jar.has('__Host-link')).toBe(false);
    expect((await browser.get(done.location ?? '')).text).toContain('You have handed over');
    await larkford.system.settle();
    expect(mails(colleague().email)).toContainEqual(expect.stringMatching(/^You now answer for /));
    expect(mails(email)).toContainEqual(expect.stringMatching(/^You handed .* over$/));
    expect((await fetch(oldLink)).status).toBe(410);
    expect((await browser.post(oldLink)).status).toBe(410);
    for (const path of ['', '/change', '/messages', '/print']) {
      const answer = await fetch(`${larkford.system.origin}/my/place${path}`, {
        headers: { cookie, accept: 'application/json' },
      });
      expect([answer.status, codeOf(await answer.json())]).toEqual([410, 'link-ended']);
    }
    expect(await send('withdraw', { version: version + 1 })).toMatchObject({ status: 410, body: { code: 'link-ended' } });
    const theirs = await openLink(larkford, colleague().email);
    expect((await place(theirs)).state.contact).toEqual(colleague());
    expect(
      z.object({ messages: z.array(z.unknown()) }).parse(await larkford.client.read('/my/place/messages', theirs)).messages,
    ).toHaveLength(1);
  });
});

describe('withdrawing', () => {
  test('frees the place and the places not yet taken, exactly; what was attended stays', async () => {
    await nextSchool();
    const before = { monday: await placesFree('monday'), second: await placesFree('second') };
    await book('monday', 7);
    await book('second', 3);
    await asOrganiser('events/second/attendance', { urn: String(urn), attended: 2 });
    const { version } = (await place()).state;
    expect(await send('withdraw', { version, reason: 'Our hall is being repaired' })).toMatchObject({ status: 200 });
    expect(await placesFree('monday')).toBe(before.monday);
    expect(await placesFree('second')).toBe(before.second - 3);
    const after = await place();
    expect(after.state.state).toBe('withdrawn');
    expect(after.visits.map(({ event }) => event.event)).toEqual(['second']);
    await larkford.system.settle();
    expect(mails(email)).toContainEqual(expect.stringMatching(/has withdrawn$/));
    expect(mails(email)).toContainEqual(expect.stringMatching(/^Taken out of your calendar: /));
    const notices = larkford.system.inbox.list({ to: 'programme@larkford.example' }).map(({ text }) => text);
    expect(notices).toContainEqual(expect.stringContaining('Our hall is being repaired'));
    expect(mails('team@engineering.example').filter((subject) => subject.includes('is not coming'))).toHaveLength(1);
  });

  test('twice is once, and the school can register and confirm again', async () => {
    await nextSchool();
    const { version } = (await place()).state;
    for (const _ of [1, 2]) expect((await send('withdraw', { version })).status).toBe(200);
    expect(await send('change', { ...answers, version: version + 1 })).toMatchObject({
      status: 409,
      body: { code: 'withdrawn' },
    });
    await larkford.client.post(`/editions/${edition}/schools/register`, schoolForm({ urn: String(urn), 'contact.email': email }));
    await larkford.system.settle();
    await larkford.client.post('/my/place/confirm', {}, await openLink(larkford, email));
    expect((await place()).state.state).toBe('confirmed');
  });

  test('at the same moment as being booked leaves no booking of a school that has gone', async () => {
    await nextSchool();
    const before = await placesFree('monday');
    const { version } = (await place()).state;
    await Promise.all([book('monday', 6), send('withdraw', { version }), book('second', 1)]);
    const after = await place();
    if (after.state.state === 'withdrawn') {
      expect(after.visits).toEqual([]);
      expect(await placesFree('monday')).toBe(before);
    } else expect(after.visits.length).toBeGreaterThan(0);
  });
});

describe('a lost link', () => {
  const ask = (address: string) => larkford.client.post(`/editions/${edition}/lost-link`, { email: address });

  test('is answered alike for every address, and mailed only to one that has signed up', async () => {
    await nextSchool();
    const known = await ask(email.toUpperCase());
    const unknown = await ask('nobody@elsewhere.example');
    expect(known).toEqual(unknown);
    expect(known).toMatchObject({ status: 303, location: `/editions/${edition}/lost-link?sent=1` });
    await larkford.system.settle();
    expect(mails('nobody@elsewhere.example')).toEqual([]);
    expect(mails(email)).toContainEqual(expect.stringMatching(/^Your link for /));
    const fresh = await openLink(larkford, email);
    expect((await place(fresh)).state.contact.email).toBe(email);
  });

  test('reads and writes the same items for every address', async () => {
    await larkford.system.settle();
    const mailed = () => larkford.system.inbox.list({ limit: 10_000 }).length;
    const before = mailed();
    const requests = await Promise.all([ask(email), ask('nobody-else@elsewhere.example')]);
    expect(new Set(requests.map(({ status, location, text }) => `${status} ${location} ${text}`)).size).toBe(1);
    await larkford.system.settle();
    expect(mailed()).toBe(before + 1);
  });
});

describe('another link', () => {
  const paths = ['change', 'contact', 'hand-over', 'withdraw', 'bookings/monday', 'print', 'messages'] as const;

  test.each(paths)('of an organisation does not open %s', async (path) => {
    await larkford.system.settle();
    const theirs = await openLink(larkford, 'team@engineering.example');
    const answer = await fetch(`${larkford.system.origin}/my/place/${path}`, {
      headers: { cookie: theirs, accept: 'application/json' },
    });
    expect([answer.status, codeOf(await answer.json())]).toEqual([403, 'other-purpose']);
    const none = await fetch(`${larkford.system.origin}/my/place/${path}`, { headers: { accept: 'application/json' } });
    expect(none.status).toBe(401);
  });
});
