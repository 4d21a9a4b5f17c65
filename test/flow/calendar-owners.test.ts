import ICAL from 'ical.js';
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
const office = 'office@alder-bank.example';
const colleague = 'colleague@alder-bank.example';
const mailboxes = ['one@volunteer.example', 'two@volunteer.example'] as const;
const events = `/organiser/editions/${edition}/events`;

beforeAll(async () => {
  larkford = await startLarkford();
  await confirmedSchool(larkford);
  const organisation = await signedUpOrganisation(larkford);
  for (const [index, email] of mailboxes.entries()) {
    const form = { 'contact.name': `V. Fictional ${index}`, 'contact.email': email, halfDays: [halfDay], ...agreed };
    await larkford.client.post(`/editions/${edition}/volunteers/sign-up`, form);
  }
  await larkford.system.settle();
  for (const email of mailboxes) await larkford.client.post('/my/place/confirm', {}, await openLink(larkford, email));
  const form = {
    reference: 'bridges',
    title: 'Fictional bridges',
    kind: 'special',
    venue: 'Made-up works',
    halfDay,
    sessions: 2,
  };
  await asOrganiser('', { ...form, organisations: [organisation], volunteers: [await idOf(mailboxes[0])], places: 60 });
  const [school] = await larkford.read.list('registration', { edition }, { startsWith: '900001' });
  await asOrganiser('/bridges/bookings', { registration: school?.registration, cohorts: { year4: 20 } });
  await larkford.system.settle();
});
afterAll(() => larkford.stop());

const asOrganiser = (path: string, body: object) => postJson(larkford, `${events}${path}`, body, { cookie: larkford.organiser });
async function idOf(email: string): Promise<string> {
  const volunteers = await larkford.read.list('volunteer', { edition });
  return volunteers.find(({ contact }) => contact.email === email)?.volunteer ?? '';
}

/** What the calendar of a mailbox was told, oldest first. */
function told(to: string) {
  const mails = larkford.system.inbox.list({ to }).toReversed();
  return mails.flatMap(({ attachments }) => {
    const file = attachments.find(({ type }) => type === 'text/calendar');
    if (!file) return [];
    const calendar = new ICAL.Component(ICAL.parse(file.content.toString('utf8')));
    const entry = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? calendar);
    return [{ method: calendar.getFirstPropertyValue('method'), uid: entry.uid, sequence: entry.sequence }];
  });
}

test('handed over, a school’s entry goes from the old contact’s calendar and comes into the new one’s', async () => {
  expect(told(office)).toMatchObject([{ method: 'REQUEST', sequence: 0 }]);
  const [school] = await larkford.read.list('registration', { edition }, { startsWith: '900001' });
  const form = { version: school?.version, contact: { name: 'C. Fictional', email: colleague }, confirmed: true };
  const cookie = await openLink(larkford, office);
  expect((await postJson(larkford, '/my/place/hand-over', form, { cookie })).status).toBe(200);
  await larkford.system.settle();
  const [before] = told(office);
  expect(told(office)).toMatchObject([{ method: 'REQUEST' }, { method: 'CANCEL', uid: before?.uid, sequence: 1 }]);
  expect(told(colleague)).toMatchObject([{ method: 'REQUEST', uid: before?.uid, sequence: 1 }]);
});

test('what changes then reaches the new contact’s calendar alone', async () => {
  const version = (await larkford.read.get('event', { edition, event: 'bridges' }))?.version;
  const moved = await asOrganiser('/bridges/move', { version, halfDay: '2025-03-11-am', venue: 'Made-up works' });
  expect(moved.status).toBe(200);
  await larkford.system.settle();
  expect(told(office)).toHaveLength(2);
  expect(told(colleague)).toMatchObject([{ sequence: 1 }, { method: 'REQUEST', sequence: 2 }]);
});

test('of two records made one, the old one’s entry goes and the other’s comes', async () => {
  const [from, to] = [await idOf(mailboxes[0]), await idOf(mailboxes[1])];
  const cookie = await openLink(larkford, mailboxes[0]);
  expect((await postJson(larkford, '/my/offers/bridges', { answer: 'accepted' }, { cookie })).status).toBe(200);
  const feed = new URL(String((await postJson(larkford, '/my/calendar', {}, { cookie })).body['https']));
  await larkford.system.settle();
  expect(told(mailboxes[0])).toMatchObject([{ method: 'REQUEST' }]);
  const [gone, kept] = await Promise.all([from, to].map((volunteer) => larkford.read.get('volunteer', { edition, volunteer })));
  const path = `/organiser/editions/${edition}/visitors/volunteer/${to}/merge`;
  const merged = await postJson(
    larkford,
    path,
    { with: from, version: kept?.version, withVersion: gone?.version },
    { cookie: larkford.organiser },
  );
  expect(merged.status).toBe(200);
  await larkford.system.settle();
  expect(told(mailboxes[0])).toMatchObject([{ method: 'REQUEST' }, { method: 'CANCEL', uid: told(mailboxes[0])[0]?.uid }]);
  expect(told(mailboxes[1])).toMatchObject([{ method: 'REQUEST' }]);
  const file = await (await fetch(`${larkford.system.origin}${feed.pathname}`)).text();
  expect(file).toContain(`UID:${told(mailboxes[1])[0]?.uid}`);
  expect(file).not.toContain(String(told(mailboxes[0])[0]?.uid));
});
