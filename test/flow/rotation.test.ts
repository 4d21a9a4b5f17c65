import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FormFields } from '#local/demo/http-client.ts';
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
const path = `/organiser/editions/${edition}/events/monday/rotation`;
const firms = ['Fictional Engineering', 'Fictional Bakery', 'Fictional Radio', 'Fictional Nursery'];
const schools = [
  { urn: '900001', email: 'office@alder-bank.example', name: '' },
  { urn: '900002', email: 'office@bramble-lane.example', name: '' },
  { urn: '900003', email: 'office@canal-street.example', name: '' },
];
const organisations = new Map<string, string>();

beforeAll(async () => {
  larkford = await startLarkford();
  for (const { urn, email } of schools) await confirmedSchool(larkford, { urn, 'contact.email': email });
  for (const name of [...firms, 'Fictional Bench']) await confirmedFirm(name);
  for (const { name = '', organisation = '' } of (await organiserList(larkford, 'organisations'))['organisations'] ?? [])
    organisations.set(name, organisation);
  await recordEvent();
});
afterAll(() => larkford.stop());

async function confirmedFirm(name: string): Promise<void> {
  const email = mailboxOf(name);
  const form = organisationForm({ name, placesPerWorkshop: 16, 'contact.email': email });
  await larkford.client.post(`/editions/${edition}/organisations/sign-up`, form);
  await larkford.system.settle();
  await larkford.client.post('/my/place/confirm', {}, await openLink(larkford, email));
  await larkford.system.settle();
}

function mailboxOf(name: string): string {
  return `team@${name.toLowerCase().replaceAll(' ', '-')}.example`;
}

async function recordEvent(): Promise<void> {
  const { client, organiser } = larkford;
  const events = `/organiser/editions/${edition}/events`;
  const event = {
    reference: 'monday',
    kind: 'rotation',
    title: 'Monday rotation',
    host: '900001',
    halfDay,
    sessions: 4,
    places: 90,
  };
  await client.post(events, { ...event, organisations: firms.map((name) => organisations.get(name) ?? '') }, organiser);
  const { registrations = [] } = await organiserList(larkford, 'registrations');
  for (const school of schools) {
    const { registration } = registrations.find((one) => one.registration['urn'] === school.urn) ?? {};
    school.name = registration?.['schoolName'] ?? '';
    await client.post(
      `${events}/monday/bookings`,
      { registration: registration?.['registration'] ?? '', 'cohorts.year4': 16 },
      organiser,
    );
  }
}

function limits(more: FormFields = {}): FormFields {
  return {
    starts: '09:15',
    slots: 4,
    minutes: 20,
    between: 5,
    breakAfter: 2,
    breakMinutes: 20,
    rooms: 'Hall\nLibrary\nStudio\nYear 4 room',
    adults: schools.flatMap(({ name }) => [`${name}: First Adult`, `${name}: Second Adult`]).join('\n'),
    smallest: 8,
    largest: 16,
    mixed: 2,
    ...more,
  };
}

async function see(at: string, cookie: string): Promise<string> {
  const response = await fetch(new URL(at, larkford.system.origin), { headers: { accept: 'text/html', cookie } });
  return `${response.status} ${await response.text()}`;
}

test('an impossible rotation names what clashes and the smallest change, and keeps nothing', async () => {
  const response = await larkford.client.post(path, limits({ groups: 4, rooms: 'Hall\nLibrary\nStudio' }), larkford.organiser);
  expect(response.status).toBe(422);
  const json = await postJson(
    larkford,
    path,
    { ...asJson(limits({ groups: 4, rooms: 'Hall\nLibrary\nStudio' })) },
    { cookie: larkford.organiser },
  );
  expect(json.body).toMatchObject({ possible: false, clashes: [{ clash: 'rooms', need: 16, have: 12 }] });
  expect(await see(path, larkford.organiser)).toContain('There is no plan yet');
});

test('lines that cannot be read come back with what to mend, and what was typed', async () => {
  const { status, text } = await larkford.client.post(path, limits({ adults: 'Nowhere School: Somebody' }), larkford.organiser);
  expect(status).toBe(422);
  expect(text).toContain('name of a booked school');
  expect(text).toContain('Nowhere School: Somebody');
});

test('the plan is kept with its certificate, checked, and printed as cards', async () => {
  const { status } = await larkford.client.post(path, limits(), larkford.organiser);
  expect(status).toBe(303);
  const shown = await see(path, larkford.organiser);
  expect(shown).toContain('We checked this plan in a second way: 16 meetings');
  const cards = await see(`${path}/cards`, larkford.organiser);
  for (const said of ['Group 4', 'Door: Studio', 'Day sheet for the host', 'First Adult', '09:15 to 09:35'])
    expect(cards).toContain(said);
  const file = await fetch(new URL(`${path}/rotation.ods`, larkford.system.origin), { headers: { cookie: larkford.organiser } });
  expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/vnd.oasis.opendocument.spreadsheet']);
  expect(Buffer.from(await file.arrayBuffer()).toString('latin1')).toContain('mimetype');
});

test('a school sees its own groups by its link, and an organisation its card once it accepted', async () => {
  const school = await openLink(larkford, schools[1]?.email ?? '');
  const own = await see('/my/place/bookings/monday/rotation', school);
  expect(own).toContain('200 ');
  expect(own).not.toContain('Door: ');
  const firm = await openLink(larkford, mailboxOf('Fictional Radio'));
  expect(await see('/my/offers/monday/rotation', firm)).toMatch(/^403 /);
  await larkford.client.post('/my/offers/monday', { answer: 'accepted' }, firm);
  expect(await see('/my/offers/monday/rotation', firm)).toContain('Group 1 (12');
});

test('a lost organisation is rescued: first shown, then kept once, with somebody from the bench', async () => {
  const lost = `organisation:${organisations.get('Fictional Bakery')}`;
  const bench = [organisations.get('Fictional Bench') ?? ''];
  const asked = { lost, from: 3, version: 1, bench };
  const preview = await larkford.client.post(`${path}/rescue`, asked, larkford.organiser);
  expect(preview.text).toContain('Fictional Bench takes over.');
  expect(preview.text).toContain('Fictional Bench, stepping in');
  expect(preview.text).not.toContain('<h3 class="govuk-heading-s">Fictional Radio');
  expect(await see(path, larkford.organiser)).not.toContain('Fictional Bench');
  const kept = await larkford.client.post(`${path}/rescue`, { ...asked, confirmed: 'yes' }, larkford.organiser);
  expect(kept.status).toBe(303);
  const again = await larkford.client.post(`${path}/rescue`, { ...asked, confirmed: 'yes' }, larkford.organiser);
  expect(again.status).toBe(409);
  const shown = await see(path, larkford.organiser);
  expect(shown).toContain('Fictional Bench');
  expect(shown).toContain('We checked this plan in a second way');
});

test('a rescue is told once to each whose card changed, and to nobody else; whoever stepped in sees their card', async () => {
  const { system } = larkford;
  await system.settle();
  const changed = (to: string) =>
    system.inbox.list({ to, limit: 20 }).filter(({ subject }) => /^(?:Changed|You step in) /.test(subject)).length;
  expect(['Fictional Bakery', 'Fictional Bench'].map((name) => changed(mailboxOf(name)))).toEqual([1, 1]);
  expect(['Fictional Engineering', 'Fictional Radio', 'Fictional Nursery'].map((name) => changed(mailboxOf(name)))).toEqual([
    0, 0, 0,
  ]);
  expect(changed(schools[0]?.email ?? '')).toBe(1);
  const bench = await openLink(larkford, mailboxOf('Fictional Bench'));
  expect(await see('/my/offers/monday/rotation', bench)).toContain('Group ');
  const audit = await see(`/organiser/editions/${edition}/audit`, larkford.organiser);
  expect(audit).toContain('Rescued a rotation');
});

test('an event of another kind has no rotation', async () => {
  expect(await see(path.replace('monday', 'nowhere'), larkford.organiser)).toMatch(/^404 /);
});

function asJson(fields: FormFields): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
