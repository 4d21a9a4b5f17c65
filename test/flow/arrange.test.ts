import ICAL from 'ical.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
let school = '';
let visitor = '';
const office = 'office@alder-bank.example';
const other = 'office@bramble-lane.example';
const team = 'team@engineering.example';
const events = `/organiser/editions/${edition}/events`;
const joins = 'https://meet.example/fictional-room';

beforeAll(async () => {
  larkford = await startLarkford();
  await confirmedSchool(larkford);
  await confirmedSchool(larkford, { urn: '900002', 'contact.email': other });
  const organisation = await signedUpOrganisation(larkford);
  await larkford.system.settle();
  school = await openLink(larkford, office);
  visitor = await openLink(larkford, team);
  await larkford.client.post('/my/place/confirm', {}, visitor);
  const event = { organisations: [organisation], halfDay, sessions: 2, places: 60, despiteClash: true };
  await asOrganiser('', { ...event, reference: 'site', kind: 'special', title: 'Fictional site', venue: 'Made-up works' });
  await asOrganiser('', { ...event, reference: 'screen', kind: 'online', title: 'Fictional screen', halfDay: '2025-03-11-am' });
  for (const at of ['site', 'screen']) await book('900001', at, 20);
  await larkford.system.settle();
});
afterAll(() => larkford.stop());

const asOrganiser = (path: string, body: object) => postJson(larkford, `${events}${path}`, body, { cookie: larkford.organiser });

async function book(urn: string, at: string, pupils: number) {
  const { registrations = [] } = await organiserList(larkford, 'registrations');
  const row = registrations.find(({ registration }) => registration['urn'] === urn);
  const registration = row?.registration['registration'];
  return asOrganiser(`/${at}/bookings`, { registration, cohorts: { year4: pupils } });
}

async function see(path: string, cookie: string, accept = 'text/html'): Promise<string> {
  return (await fetch(new URL(path, larkford.system.origin), { headers: { accept, cookie } })).text();
}

/** The newest entry that the calendar of a mailbox was told of an event. */
function told(to: string, title: string) {
  const files = larkford.system.inbox
    .list({ to })
    .flatMap(({ attachments }) => attachments.map(({ content }) => content.toString('utf8')));
  for (const file of files) {
    const entry = new ICAL.Event(new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent('vevent') ?? new ICAL.Component('x'));
    if (entry.summary === title)
      return {
        starts: entry.startDate.toJSDate().toISOString(),
        where: entry.location,
        says: entry.description,
        sequence: entry.sequence,
      };
  }
  return undefined;
}

const times = {
  starts: '09:15',
  ends: '11:30',
  timetable: '09:15 to 10:00 Build a bridge, 15\n10:00 to 10:15 Break\n10:15 to 11:00 Build a bridge, 15',
};
const arrival = {
  address: '1 Fictional Way, CV1 5FB',
  stepFree: 'partly',
  parking: 'Coaches at the back',
  gate: 'Ring at gate 2',
  lead: 'Ask for M. Fictional',
  bring: 'A coat',
};

test('an organiser sets the sessions and how to come in; a booked school finds it on its page, in a letter and in its calendar', async () => {
  expect(await asOrganiser('/site/arrange', { version: 1, ...times, ...arrival })).toMatchObject({ status: 200 });
  await larkford.system.settle();
  const [mail] = larkford.system.inbox.list({ to: office, limit: 1 });
  expect(mail?.subject).toContain('New details: Fictional site');
  const page = await see('/my/place', school);
  for (const text of [mail?.text ?? '', mail?.html ?? '', page]) {
    for (const part of [
      '09:15 to 11:30',
      'Ring at gate 2',
      'Coaches at the back',
      'M. Fictional',
      'In part',
      'Build a bridge, 15 pupils',
    ])
      expect(text).toContain(part);
  }
  const entry = told(office, 'Fictional site');
  expect(entry).toMatchObject({
    starts: '2025-03-10T09:15:00.000Z',
    where: 'Made-up works, 1 Fictional Way, CV1 5FB',
    sequence: 1,
  });
  expect(entry?.says).toContain('When you arrive: Ring at gate 2');
  const shown = await see(`${events}/site`, larkford.organiser);
  expect(shown).toContain('Who goes to which session');
  expect(shown).toContain('10 of 30 free');
});

test('a visitor reads how to come in once they have said yes, and not before', async () => {
  expect(await see('/my/offers/site', visitor)).not.toContain('gate 2');
  expect(await see('/my/offers/site', visitor, 'application/json')).not.toContain('gate 2');
  await postJson(larkford, '/my/offers/site', { answer: 'accepted' }, { cookie: visitor });
  await larkford.system.settle();
  expect(await see('/my/offers/site', visitor)).toContain('Ring at gate 2');
  expect(larkford.system.inbox.list({ to: team, limit: 1 })[0]?.text).toContain('Ring at gate 2');
  expect(told(team, 'Fictional site')?.says).toContain('Ring at gate 2');
});

test('the link of an online event is for those who come, and for nobody else', async () => {
  expect(await asOrganiser('/screen/arrange', { version: 1, link: joins })).toMatchObject({ status: 200 });
  await larkford.system.settle();
  expect(await see('/my/place', school)).toContain(`href="${joins}"`);
  expect(larkford.system.inbox.list({ to: office, limit: 1 })[0]?.html).toContain(`href="${joins}"`);
  expect(told(office, 'Fictional screen')?.where).toBe(joins);
  const stranger = await openLink(larkford, other);
  const hidden = [
    await see('/my/place/waiting', stranger, 'application/json'),
    await see('/my/place/waiting/screen', stranger, 'application/json'),
    await see('/my/offers/screen', visitor, 'application/json'),
    await see(`/editions/${edition}`, ''),
    larkford.system.inbox.list({ to: team, limit: 1 })[0]?.text ?? '',
  ];
  for (const text of hidden) expect(text).not.toContain('meet.example');
});

test('what cannot be is refused with a reason, and what was typed comes back', async () => {
  const cases = [
    [{ link: 'http://meet.example/room' }, 422, 'begins with https://'],
    [{ link: 'https://me:secret@meet.example' }, 422, 'begins with https://'],
    [{ starts: '09:00' }, 422, 'when it starts and when it ends'],
    [{ starts: '25:00', ends: '11:00' }, 422, 'like 09:15'],
    [{ starts: '13:00', ends: '15:00' }, 422, 'A morning is within'],
    [{ timetable: '09:00 to 10:00 Talk\n09:30 to 09:45 Break' }, 422, 'overlaps'],
    [{ timetable: '09:00 to 10:00 Talk, 10' }, 409, '20 places are taken'],
  ] as const;
  for (const [body, status, reason] of cases) {
    const answer = await asOrganiser('/screen/arrange', { version: 2, ...body });
    expect(answer).toMatchObject({ status });
    expect(JSON.stringify(answer.body)).toContain(reason);
  }
  expect(await asOrganiser('/site/arrange', { version: 2, link: joins })).toMatchObject({
    status: 422,
    body: { code: 'link-not-online' },
  });
  expect(await asOrganiser('/site/arrange', { version: 1, parking: 'None' })).toMatchObject({
    status: 409,
    body: { code: 'changed-meanwhile' },
  });
  const form = await larkford.client.post(`${events}/site/arrange`, { version: 2, timetable: 'Nonsense' }, larkford.organiser);
  expect(form.status).toBe(422);
  expect(form.text).toContain('“Nonsense” is not like');
});

test('moved to an afternoon, the times of the morning go and the sessions keep their places', async () => {
  expect(await asOrganiser('/site/move', { version: 2, halfDay: '2025-03-12-pm', venue: 'Made-up works' })).toMatchObject({
    status: 200,
  });
  await larkford.system.settle();
  expect(told(office, 'Fictional site')).toMatchObject({ starts: '2025-03-12T13:00:00.000Z' });
  expect(await see(`${events}/site`, larkford.organiser)).toContain('10 of 30 free');
  expect((await book('900002', 'site', 11)).body).toMatchObject({ code: 'full' });
});
