import { afterAll, beforeAll, expect, test } from 'vitest';
import { instant } from '#shared/kernel/time.ts';
import { signInAsOrganiser } from '#local/sign-in-client.ts';
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
const host = 'office@alder-bank.example';
const guest = 'office@bramble-lane.example';
const team = 'team@engineering.example';
const events = `/organiser/editions/${edition}/events`;

beforeAll(async () => {
  larkford = await startLarkford();
  await confirmedSchool(larkford, { accessNeeds: 'A ramp at the side door', 'contact.telephone': '01632 960 007' });
  await confirmedSchool(larkford, { urn: '900002', 'contact.email': guest });
  const organisation = await signedUpOrganisation(larkford);
  await larkford.system.settle();
  const cookie = await openLink(larkford, team);
  await larkford.client.post('/my/place/confirm', {}, cookie);
  const event = { organisations: [organisation], host: '900001', halfDay, sessions: 4, places: 60, despiteClash: true };
  for (const reference of ['bridges', 'boats'])
    await asOrganiser('', { ...event, kind: 'special', reference, title: `Fictional ${reference}` });
  for (const reference of ['bridges', 'boats']) {
    await book(reference);
    await postJson(larkford, `/my/offers/${reference}`, { answer: 'accepted' }, { cookie });
  }
  await larkford.system.settle();
});
afterAll(() => larkford.stop());

const asOrganiser = (path: string, body: object, cookie = larkford.organiser) =>
  postJson(larkford, `${events}${path}`, body, { cookie });

async function book(reference: string): Promise<void> {
  const { registrations = [] } = await organiserList(larkford, 'registrations');
  const row = registrations.find(({ registration }) => registration['urn'] === '900002');
  await asOrganiser(`/${reference}/bookings`, {
    registration: row?.registration['registration'],
    cohorts: { year4: 20 },
  });
}

/** The morning of a day, when the job looks; twice, as its schedule may be delivered twice. */
async function morning(day: string): Promise<void> {
  larkford.system.clock.set(instant.parse(`${day}T09:05:00.000Z`));
  await larkford.system.runJob('remind-of-visits');
  await larkford.system.runJob('remind-of-visits');
  await larkford.system.settle();
}

const reminders = (to: string) =>
  larkford.system.inbox
    .list({ to })
    .toReversed()
    .filter(({ subject }) => /^(?:All you need|Soon)/.test(subject));
const subjects = (to: string) => reminders(to).map(({ subject }) => subject.split(':')[0]);

test('a week before, each who has a place gets all they need, once', async () => {
  await morning('2025-03-02');
  expect([guest, team, host].flatMap(reminders)).toEqual([]);
  await morning('2025-03-03');
  await morning('2025-03-04');
  expect(subjects(guest)).toEqual(['All you need for Monday 10 March', 'All you need for Monday 10 March']);
  const [pack] = reminders(team);
  for (const fact of ['A. Fictional', '01632 960 007', 'A ramp at the side door', 'Photo ID', '20 pupils'])
    expect(pack?.text).toContain(fact);
  expect(reminders(guest)[0]?.text).not.toContain('01632 960 007');
  expect(reminders(host)).toEqual([]);
});

test('on Friday, who is still expected on Monday is reminded once more; who is out of an event is not', async () => {
  larkford.system.clock.set(instant.parse('2025-03-06T10:00:00.000Z'));
  const cookie = await openLink(larkford, guest);
  const given = await postJson(larkford, '/my/place/bookings/boats/give-back', { version: 1 }, { cookie });
  expect(given.status).toBe(200);
  await larkford.system.settle();
  await morning('2025-03-07');
  expect(subjects(guest).slice(2)).toEqual(['Soon']);
  expect(reminders(guest).at(-1)?.subject).toContain('Fictional bridges');
  expect(subjects(team).slice(2)).toEqual(['Soon', 'Soon']);
});

test('who withdraws is not reminded any more, and each place goes from their calendar', async () => {
  larkford.system.clock.set(instant.parse('2025-03-08T10:00:00.000Z'));
  const cookie = await openLink(larkford, team);
  const { body } = await postJson(larkford, '/my/withdrawal', { version: 2 }, { cookie });
  expect(body).toMatchObject({ state: 'withdrawn' });
  await larkford.system.settle();
  const taken = larkford.system.inbox
    .list({ to: team })
    .filter(({ subject }) => subject.startsWith('Taken out of your calendar'));
  expect(taken).toHaveLength(2);
  for (const { attachments } of taken)
    expect(attachments.find(({ type }) => type === 'text/calendar')?.content.toString()).toContain('METHOD:CANCEL');
  const before = reminders(team).length;
  const organiser = await signInAsOrganiser(larkford.system.origin);
  await asOrganiser('/bridges/move', { version: 1, halfDay: '2025-03-11-am', despiteClash: true }, organiser);
  await morning('2025-03-10');
  expect(reminders(team)).toHaveLength(before);
  expect(subjects(guest).slice(3)).toEqual(['Soon']);
});
