import { afterAll, beforeAll, expect, test } from 'vitest';
import { thanksDue } from '#shared/domain/reminder.ts';
import { instant } from '#shared/kernel/time.ts';
import { signInAsOrganiser } from '#local/sign-in-client.ts';
import {
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
const events = `/organiser/editions/${edition}/events`;
const firms = ['came', 'declined', 'silent'] as const;
type Firm = (typeof firms)[number];
const addressOf = (firm: Firm) => `team@${firm}.example`;

beforeAll(async () => {
  larkford = await startLarkford();
  await confirmedSchool(larkford);
  for (const name of firms) {
    const form = organisationForm({ name: `Fictional ${name}`, 'contact.email': addressOf(name) });
    await larkford.client.post(`/editions/${edition}/organisations/sign-up`, form);
  }
  await larkford.system.settle();
  for (const name of firms) await larkford.client.post('/my/place/confirm', {}, await openLink(larkford, addressOf(name)));
  const { organisations = [] } = await organiserList(larkford, 'organisations');
  const event = { organisations: organisations.map(({ organisation }) => organisation), host: '900001', sessions: 4, places: 60 };
  for (const reference of ['counted', 'uncounted']) {
    const form = { ...event, kind: 'special', reference, title: `Fictional ${reference}`, halfDay, despiteClash: true };
    await asOrganiser(events, form);
    const { registrations = [] } = await organiserList(larkford, 'registrations');
    const booking = { registration: registrations[0]?.registration['registration'], cohorts: { year4: 20 } };
    await asOrganiser(`${events}/${reference}/bookings`, booking);
    for (const [firm, answer] of [
      ['came', 'accepted'],
      ['declined', 'declined'],
    ] as const)
      await postJson(larkford, `/my/offers/${reference}`, { answer }, { cookie: await openLink(larkford, addressOf(firm)) });
  }
  await larkford.system.settle();
}, 180_000);
afterAll(() => larkford.stop());

async function asOrganiser(path: string, body: object) {
  const cookie = await signInAsOrganiser(larkford.system.origin);
  const answer = await postJson(larkford, path, body, { cookie });
  expect([path, answer.status < 300, answer.body['code']]).toEqual([path, true, undefined]);
}

/** The morning of a day, when the job looks; twice, as its schedule may be delivered twice. */
async function morning(day: string): Promise<void> {
  larkford.system.clock.set(instant.parse(`${day}T09:05:00.000Z`));
  await larkford.system.runJob('remind-of-visits');
  await larkford.system.runJob('remind-of-visits');
  await larkford.system.settle();
}

const thanksTo = (firm: Firm) =>
  larkford.system.inbox.list({ to: addressOf(firm) }).filter(({ subject }) => subject.startsWith('Thank you:'));

test('on the day itself nobody is thanked yet', async () => {
  larkford.system.clock.set(instant.parse('2025-03-10T12:30:00.000Z'));
  await asOrganiser(`${events}/counted/attendance`, { urn: '900001', attended: 18 });
  await larkford.system.runJob('aggregate');
  await morning('2025-03-10');
  expect(firms.flatMap(thanksTo)).toEqual([]);
});

test('the morning after, whoever said yes is thanked once, with what was counted', async () => {
  await morning('2025-03-11');
  await morning('2025-03-12');
  const [thanks, ...more] = thanksTo('came');
  expect(more).toEqual([]);
  expect(thanks?.subject).toContain('Fictional counted');
  for (const said of ['18', 'Alder Bank', 'Monday 10 March']) expect(thanks?.text).toContain(said);
  expect([...thanksTo('declined'), ...thanksTo('silent')]).toEqual([]);
});

test('an event whose pupils are counted late is thanked for then', async () => {
  await asOrganiser(`${events}/uncounted/attendance`, { urn: '900001', attended: 7 });
  await larkford.system.runJob('aggregate');
  await morning('2025-03-14');
  expect(thanksTo('came').map(({ subject }) => subject.includes('uncounted'))).toEqual([true, false]);
});

test('thanks are due from the day after the event on, for a week', () => {
  const days = ['10', '11', '17', '18'].map((day) =>
    thanksDue({ halfDay, state: 'confirmed' }, instant.parse(`2025-03-${day}T09:05:00.000Z`)),
  );
  expect(days).toEqual([false, true, true, false]);
  expect(thanksDue({ halfDay, state: 'cancelled' }, instant.parse('2025-03-11T09:05:00.000Z'))).toBe(false);
});
