import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FormFields } from '#local/demo/http-client.ts';
import {
  confirmedSchool,
  edition,
  halfDay,
  type Larkford,
  openLink,
  organisationForm,
  organiserList,
  startLarkford,
} from './larkford.ts';

let larkford: Larkford;
const base = `/organiser/editions/${edition}`;
const alder = 'office@alder-bank.example';
const bramble = 'office@bramble-lane.example';
const team = 'team@engineering.example';

beforeAll(async () => {
  larkford = await startLarkford();
  await confirmedSchool(larkford);
  await confirmedSchool(larkford, { urn: '900002', roles: ['attending'], 'contact.email': bramble });
  await larkford.client.post(`/editions/${edition}/organisations/sign-up`, organisationForm());
  await larkford.system.settle();
  await larkford.client.post('/my/place/confirm', {}, await openLink(larkford, team));
  await larkford.system.settle();
});
afterAll(() => larkford.stop());

type Mail = {
  readonly mail: string;
  readonly state: string;
  readonly to: string;
  readonly template: string;
  readonly version: number;
};

async function get(path: string, accept = 'application/json') {
  const response = await fetch(`${larkford.system.origin}${base}${path}`, { headers: { accept, cookie: larkford.organiser } });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text };
}
async function json<T>(path: string): Promise<T> {
  const { text } = await get(path);
  const parsed: T = JSON.parse(text);
  return parsed;
}
const mails = async (query = '') => (await json<{ mails: Mail[] }>(`/mails${query}`)).mails;
const post = (path: string, form: FormFields) => larkford.client.post(`${base}${path}`, form, larkford.organiser);
const inbox = (to: string) => larkford.system.inbox.list({ to });

/** Five minutes pass, and what is due goes. */
async function later(): Promise<void> {
  larkford.system.clock.advance(300);
  for (let round = 0; round < 2; round += 1) {
    await larkford.system.runJob('send-queued-mails');
    await larkford.system.settle();
  }
}

async function heldBooking(pupils: number, event: string, at = halfDay): Promise<Mail> {
  const { organisations } = await organiserList(larkford, 'organisations');
  const { registrations } = await organiserList(larkford, 'registrations');
  const school = registrations?.find(({ registration }) => registration['urn'] === '900002');
  const form = { kind: 'special', title: event, venue: 'Own site', halfDay: at, sessions: 2, places: 90 };
  const organisation = organisations?.[0]?.['organisation'] ?? '';
  expect(await post('/events', { ...form, reference: event, organisations: [organisation] })).toMatchObject({ status: 303 });
  const booking = { registration: school?.registration['registration'] ?? '', 'cohorts.year4': pupils };
  expect(await post(`/events/${event}/bookings`, booking)).toMatchObject({ status: 303 });
  await larkford.system.settle();
  const [mail] = (await mails('?state=held')).filter(({ template }) => template === 'booking-for-school');
  if (!mail) throw new Error('no booking is held');
  return mail;
}

test('an edition’s confirmations wait, are looked at, sent together, and undone', async () => {
  expect(await post('/outbox/hold', { holds: 'confirmations' })).toMatchObject({ status: 303 });
  const before = inbox(bramble).length;
  const mail = await heldBooking(12, 'held-visit');
  expect(inbox(bramble)).toHaveLength(before);

  expect((await get('', 'text/html')).text).toMatch(/\d+ emails wait in the outbox/);
  const page = await get('/outbox', 'text/html');
  expect(page.text).toContain('Emails are held');
  expect(page.text).toContain(bramble);
  const one = await get(`/mails/${mail.mail}`, 'text/html');
  expect(one.text).toContain('You have places for 12 pupils');
  const shown = await get(`/mails/${mail.mail}/preview`, 'text/html');
  expect(shown.headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; style-src 'unsafe-inline'; form-action 'none'/,
  );
  expect(shown.text).toContain('link-of-the-reader-alone');
  expect(shown.text).not.toMatch(/<a\b[^>]*href|<script|<form/);

  const held = (await mails('?state=held')).map((each) => each.mail);
  expect(held.length).toBeGreaterThan(2);
  expect(await post('/outbox/send', { mails: held })).toMatchObject({ status: 303 });
  expect(await post('/outbox/send', { mails: held })).toMatchObject({ status: 303 });
  expect(await mails('?state=queued')).toHaveLength(held.length);
  expect(await post('/outbox/undo', { mails: mail.mail })).toMatchObject({ status: 303 });
  await later();
  expect(inbox(bramble)).toHaveLength(before);
  expect(await mails('?state=held')).toMatchObject([{ mail: mail.mail }]);
  expect(await mails('?state=queued')).toEqual([]);
  const late = await post('/outbox/undo', { mails: held.filter((each) => each !== mail.mail) });
  expect(late.location).toContain('count=0');
});

test('one of them is edited and sent; another is dropped with its reason; a stale edit shows both', async () => {
  const [mail] = await mails('?state=held');
  const at = `/mails/${mail?.mail}`;
  const version = mail?.version ?? 0;
  const edited = await post(`${at}/edit`, { version, subject: 'Your places, and parking', note: 'Park at the back.' });
  expect(edited).toMatchObject({ status: 303 });
  const stale = await post(`${at}/edit`, { version, subject: 'Mine', note: 'Mine too' });
  expect(stale.status).toBe(409);
  expect(stale.text).toContain('Somebody else changed this email');
  expect(stale.text).toContain('Your places, and parking');
  expect(stale.text).toContain('Mine too');

  await post('/outbox/send', { mails: mail?.mail ?? '' });
  await later();
  const [sent] = inbox(bramble);
  expect(sent).toMatchObject({ subject: 'Your places, and parking' });
  expect(sent?.text).toContain('Park at the back.');

  const other = await heldBooking(7, 'dropped-visit', '2025-03-11-am');
  expect(await post(`/mails/${other.mail}/drop`, { version: other.version })).toMatchObject({ status: 422 });
  await post(`/mails/${other.mail}/drop`, { version: other.version, reason: 'They were told by telephone' });
  expect((await get(`/mails/${other.mail}`, 'text/html')).text).toContain('They were told by telephone');
  await post('/outbox/hold', { holds: 'nothing' });
});

test('who has not heard of an event is not told that it moved or is cancelled, and hears it as it is by then', async () => {
  await post('/outbox/hold', { holds: 'confirmations' });
  const before = [bramble, team].map((to) => inbox(to).length);
  const first = await heldBooking(9, 'moved-visit', '2025-03-12-am');
  const move = { version: 1, halfDay: '2025-03-13-pm', venue: 'Own site' };
  expect(await post('/events/moved-visit/move', move)).toMatchObject({ status: 303 });
  await larkford.system.settle();
  expect((await mails()).filter(({ template }) => template === 'event-moved')).toEqual([]);
  expect((await get(`/mails/${first.mail}/preview`, 'text/html')).text).toContain('Thursday 13 March: afternoon');

  await post('/outbox/send', { mails: first.mail });
  await later();
  const { event } = await json<{ event: { version: number; placesFree: number } }>('/events/moved-visit');
  const { version, placesFree } = event;
  const cancelled = await post('/events/moved-visit/cancel', { version, placesFree, reason: 'The hall has no power' });
  expect(cancelled).toMatchObject({ status: 303 });
  await larkford.system.settle();
  expect((await mails()).filter(({ template }) => template === 'event-cancelled').map(({ to }) => to)).toEqual([bramble]);
  expect([bramble, team].map((to) => inbox(to).length)).toEqual([(before[0] ?? 0) + 2, before[1]]);
  await post('/outbox/hold', { holds: 'nothing' });
});

test('what the provider delivered is said so, once it says so', async () => {
  await larkford.client.post('/local/bounce', { to: bramble, kind: 'delivery' });
  await larkford.system.settle();
  const delivered = await mails('?state=delivered');
  expect(delivered.map(({ to }) => to)).toEqual([bramble]);
});

describe('a message to many', () => {
  const form = {
    subject: 'Where to park at ((edition))',
    body: 'Hello ((name))\n\n((school)) can park at the back.',
    groups: ['attending', 'host'],
  };

  test('refuses placeholders that we do not know, or that its readers have no word for', async () => {
    const unknown = await post('/messages', { ...form, body: 'Hello ((nmae))' });
    expect(unknown.status).toBe(422);
    expect(unknown.text).toContain('We do not know ((nmae))');
    const open = await post('/messages', { ...form, body: 'Hello ((name' });
    expect(open.status).toBe(422);
    const nobodys = await post('/messages', { ...form, groups: ['volunteers'] });
    expect(nobodys.text).toContain('Not everybody it is for has a word for ((school))');
  });

  test('is previewed, sent in five minutes to each reader alone, and undone until then', async () => {
    const { location } = await post('/messages', { ...form, requestKey: 'a-key-for-one-message' });
    const again = await post('/messages', { ...form, requestKey: 'a-key-for-one-message' });
    expect(again.location).toBe(location);
    const at = location.slice(base.length);
    const draft = await get(at, 'text/html');
    expect(draft.text).toContain('Send to these 2 people');
    expect(draft.text).toContain('Alder Bank Primary School');

    const count = inbox(alder).length;
    await post(`${at}/send`, { version: 1 });
    expect(await post(`${at}/undo`, {})).toMatchObject({ status: 303 });
    await later();
    expect(inbox(alder)).toHaveLength(count);

    expect(await post(`${at}/send`, { version: 1 })).toMatchObject({ status: 409 });
    await post(`${at}/send`, { version: 3 });
    await later();
    await later();
    const [mail] = inbox(alder);
    expect(mail?.subject).toBe('Where to park at Larkford Primary Aspirations Week 2025');
    expect(mail?.text).toContain('Hello A. Fictional\n\nAlder Bank Primary School');
    expect(mail?.to).toEqual([alder]);
    expect(mail?.text).not.toContain(bramble);
    expect(inbox(alder)).toHaveLength(count + 1);
    expect(await post(`${at}/undo`, {})).toMatchObject({ status: 409 });
    const { mails: own } = await json<{ mails: Mail[] }>(at);
    expect(own.map(({ to, state }) => `${to}: ${state}`).toSorted()).toEqual([`${alder}: sent`, `${bramble}: sent`]);
    await openLink(larkford, alder);
  });

  test('is either undone or sent, when both happen at the same moment', async () => {
    for (let round = 0; round < 4; round += 1) {
      const count = inbox(bramble).length;
      const { location } = await post('/messages', { ...form, subject: `Round ${round}`, groups: ['attending'] });
      const at = location.slice(base.length);
      await post(`${at}/send`, { version: 1 });
      larkford.system.clock.advance(300);
      const [undone] = await Promise.all([post(`${at}/undo`, {}), larkford.system.runJob('send-queued-mails')]);
      await larkford.system.settle();
      await larkford.system.runJob('send-queued-mails');
      await larkford.system.settle();
      expect(inbox(bramble).length - count).toBe(undone.status === 303 ? 0 : 1);
    }
  });

  test('goes to nobody who withdrew, or whose address takes no mail, and says how many those are', async () => {
    await larkford.client.post('/local/bounce', { to: alder });
    await larkford.system.settle();
    const { location } = await post('/messages', form);
    const draft = await json<{ readers: number; left: object }>(location.slice(base.length));
    expect(draft).toMatchObject({ readers: 1, left: { unreachable: 1, withdrawn: 0, unconfirmed: 0 } });
  });

  test('is narrowed by event, day and what is not answered', async () => {
    const readersOf = async (more: FormFields) => {
      const { location, text, status } = await post('/messages', {
        subject: 'Hello',
        body: 'Hello',
        groups: ['organisations', 'attending'],
        ...more,
      });
      if (status !== 303) throw new Error(/<h1[^>]*>([^<]*)/.exec(text)?.[1] ?? 'no message');
      return (await json<{ readers: number }>(location.slice(base.length))).readers;
    };
    expect(await readersOf({})).toBe(2);
    expect(await readersOf({ kind: 'rotation' })).toBe(0);
    expect(await readersOf({ kind: 'special', day: halfDay.slice(0, 10) })).toBe(2);
    expect(await readersOf({ open: 'place' })).toBe(1);
    expect(await readersOf({ open: 'survey' })).toBe(0);
    expect((await post('/messages', { ...form, day: '2024-01-01' })).status).toBe(422);
  });
});

describe('a mail that came back', () => {
  test('shows whom to telephone, and goes again once the mailbox works or the address is corrected', async () => {
    const page = await get('/mails?needs=bounced', 'text/html');
    expect(page.text).toContain(alder);
    const { people } = await json<{ people: { mail: string }[] }>('/mails?needs=bounced');
    const at = `/mails/${people[0]?.mail}`;
    const { mail } = await json<{ mail: Mail }>(at);
    const refused = await post(`${at}/resend`, { version: mail.version });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Correct the address first');

    // The school's new contact, as an organiser's correction leaves it.
    const [school] = (await larkford.read.list('registration', { edition })).filter(({ contact }) => contact.email === alder);
    if (!school) throw new Error('no school');
    const contact = { ...school.contact, email: 'new@alder-bank.example' };
    await larkford.write.bulk([{ put: 'registration', item: { ...school, contact, version: school.version + 1 }, when: 'any' }]);

    const sent = await post(`${at}/resend`, { version: mail.version });
    const twice = await post(`${at}/resend`, { version: mail.version });
    expect(sent).toMatchObject({ status: 303 });
    expect(twice.location).toBe(sent.location);
    await later();
    const fresh = inbox('new@alder-bank.example');
    expect(fresh).toHaveLength(1);
    expect(await openLink(larkford, 'new@alder-bank.example')).not.toBe('');
    const { people: left } = await json<{ people: object[] }>('/mails?needs=bounced');
    expect(left).toEqual([]);
  });
});
