import { parse } from 'parse5';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { signInAsOrganiser } from '#local/sign-in-client.ts';
import { localOrganisers } from '#local/identity.ts';
import { organisationId } from '#shared/domain/organisation.ts';
import { registrationId } from '#shared/domain/registration.ts';
import { volunteerId } from '#shared/domain/volunteer.ts';
import type { FormFields } from '#local/demo/http-client.ts';
import { elementsOf, textOf } from '#test/unit/web/page-text.ts';
import {
  agreed,
  confirmedSchool,
  edition,
  halfDay,
  type Larkford,
  openLink,
  organisationForm,
  schoolForm,
  startLarkford,
} from './larkford.ts';

let larkford: Larkford;
beforeAll(async () => {
  larkford = await startLarkford();
});
afterAll(() => larkford.stop());

const base = `/organiser/editions/${edition}`;

async function post(path: string, form: FormFields, cookie = larkford.organiser) {
  const answer = await larkford.client.post(path, form, cookie);
  await larkford.system.settle();
  return answer;
}

/** Registers a school that does not confirm; gives its record's page. */
async function registered(urn: string, email: string): Promise<string> {
  await post(`/editions/${edition}/schools/register`, schoolForm({ urn, 'contact.email': email }), '');
  return `${base}/registrations/${urn}/${registrationId(edition, { urn, contact: { name: '', email } })}`;
}

const said = (document: string) => textOf(parse(document), ['head', 'script']).replace(/\s+/g, ' ');
const subjectsTo = (to: string) => larkford.system.inbox.list({ to, limit: 20 }).map(({ subject }) => subject);

async function see(path: string): Promise<string> {
  const response = await fetch(larkford.system.origin + path, { headers: { accept: 'text/html', cookie: larkford.organiser } });
  expect([path, response.status]).toEqual([path, 200]);
  return said(await response.text());
}

const dossier = z.object({ entries: z.array(z.object({ what: z.string(), by: z.string() })) });
async function timeline(path: string): Promise<string[]> {
  const { entries } = dossier.parse(await larkford.client.read(path, larkford.organiser));
  return entries.map(({ what }) => what);
}

/** All of a school's answers as the form holds them. */
const answers = (email: string, more: FormFields = {}): FormFields => ({
  'contact.name': 'A. Fictional',
  'contact.email': email,
  roles: ['host', 'attending'],
  'cohorts.year4': 30,
  'cohorts.year5': 28,
  hallCapacity: 120,
  halfDays: [halfDay],
  ...more,
});

describe('a school’s record', () => {
  test('shows what was told, what was mailed and what happened', async () => {
    const path = await registered('900001', 'office@alder-bank.example');
    const page = await see(path);
    for (const part of ['Alder Bank', 'Not confirmed yet', 'Confirm a registration', 'Registered a school', 'No notes yet.']) {
      expect(page).toContain(part);
    }
    expect(await timeline(path)).toEqual(['school.registered.v1']);
  });

  test('is approved on its own page and led back there', async () => {
    const path = await registered('900002', 'office@approved.example');
    expect((await post(`${path}/approve`, { to: 'record' })).location).toBe(`${path}?done=approved`);
    expect(await see(`${path}?done=approved`)).toContain('Approved. They now take part.');
  });

  test('takes notes, which only their writer takes away', async () => {
    const path = await registered('900003', 'office@noted.example');
    expect((await post(`${path}/notes`, { text: ' ' })).status).toBe(422);
    expect((await post(`${path}/notes`, { text: 'Rang them.\n<b>Monday</b> is full.' })).status).toBe(303);
    expect(await see(path)).toContain('Rang them. <b>Monday</b> is full.');
    const [note] = await larkford.read.list('note', { edition, subject: path.split('/').at(-1) ?? '' });
    const second = await signInAsOrganiser(larkford.system.origin, localOrganisers[1].id);
    expect((await post(`${path}/notes`, { remove: note?.note }, second)).status).toBe(403);
    for (const _ of [1, 2]) expect((await post(`${path}/notes`, { remove: note?.note })).status).toBe(303);
    expect(await see(path)).toContain('No notes yet.');
    expect(await timeline(path)).toEqual(['note.removed.v1', 'note.written.v1', 'school.registered.v1']);
  });

  test('is reminded once in two days, with a fresh link, until it has confirmed', async () => {
    const email = 'office@reminded.example';
    const path = await registered('900004', email);
    const asked = await Promise.all([1, 2, 3].map(() => larkford.client.post(`${path}/chase`, {}, larkford.organiser)));
    await larkford.system.settle();
    expect(asked.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409, 409]);
    expect(subjectsTo(email)[0]).toMatch(/^Still to confirm: /);
    expect(subjectsTo(email)).toHaveLength(2);
    expect(await see(path)).toContain('You can send the next from');
    larkford.system.clock.advance(2 * 86_400);
    larkford = { ...larkford, organiser: await signInAsOrganiser(larkford.system.origin) };
    expect((await post(`${path}/chase`, {})).status).toBe(303);
    await post('/my/place/confirm', {}, await openLink(larkford, email));
    larkford.system.clock.advance(2 * 86_400);
    larkford = { ...larkford, organiser: await signInAsOrganiser(larkford.system.origin) };
    expect((await post(`${path}/chase`, {})).text).toContain('Nothing is waiting for their answer.');
  });

  test('is saved while something is missing, and marked so', async () => {
    const path = await registered('900005', 'office@edited.example');
    const bare = answers('office@edited.example', { roles: [], 'cohorts.year4': '', 'cohorts.year5': '', halfDays: [] });
    expect((await post(`${path}/edit`, { ...bare, version: 1 })).status).toBe(303);
    const page = await see(path);
    expect(page).toContain('Still missing: how the school takes part, the pupils and the half-days.');
    expect(await see(`${base}/registrations?state=incomplete`)).toContain('1 school.');
    expect((await post(`${path}/edit`, { ...bare, 'contact.name': '', version: 2 })).status).toBe(422);
    expect(
      (await post(`${path}/edit`, { ...answers('office@edited.example'), halfDays: ['2025-03-08-am'], version: 2 })).status,
    ).toBe(422);
  });

  test('that gets another address is told so there, and links to the earlier one end', async () => {
    const path = await registered('900006', 'office@before.example');
    const before = await openLink(larkford, 'office@before.example');
    await post(`${path}/edit`, answers('office@after.example', { version: 1 }));
    expect(subjectsTo('office@after.example')[0]).toMatch(/^We changed the contact details/);
    const response = await fetch(`${larkford.system.origin}/my/place`, { headers: { cookie: before } });
    expect(response.status).toBe(410);
    await post('/my/place/confirm', {}, await openLink(larkford, 'office@after.example'));
    expect(await see(path)).toContain('Confirmed');
  });

  test('that two change at once keeps the first, and shows the second both', async () => {
    const email = 'office@twice.example';
    const path = await registered('900007', email);
    const second = await signInAsOrganiser(larkford.system.origin, localOrganisers[1].id);
    expect((await post(`${path}/edit`, answers(email, { hallCapacity: 90, version: 1 }), second)).status).toBe(303);
    const mine = answers(email, { wishes: 'Jobs outdoors', version: 1 });
    const refused = await post(`${path}/edit`, mine);
    expect(refused.status).toBe(409);
    const page = said(refused.text);
    expect(page).toContain('Somebody changed this while you were typing');
    expect(page).toContain(`${localOrganisers[1].email}: Changed the registration`);
    expect(page).toContain('Pupils the hall holds 90 120');
    expect(page).toContain('Wishes Nothing Jobs outdoors');
    const version = elementsOf(parse(refused.text)).find(({ attributes }) => attributes['name'] === 'version');
    expect((await post(`${path}/edit`, { ...mine, version: version?.attributes['value'] })).status).toBe(303);
    expect(await see(path)).toContain('Jobs outdoors');
  });

  test('is withdrawn at its wish, with a reason, and its places are free', async () => {
    const email = 'office@leaving.example';
    await confirmedSchool(larkford, { urn: '900008', 'contact.email': email });
    const path = `${base}/registrations/900008/${registrationId(edition, { urn: '900008', contact: { name: '', email } })}`;
    expect((await post(`${path}/withdraw`, { version: 2, reason: '' })).status).toBe(422);
    expect((await post(`${path}/withdraw`, { version: 1, reason: 'Rang' })).status).toBe(409);
    expect((await post(`${path}/withdraw`, { version: 2, reason: 'Rang: the hall is closed' })).location).toBe(
      `${path}?done=withdrawn`,
    );
    expect(await see(path)).toContain('Rang: the hall is closed');
    expect(await larkford.read.get('schoolPlace', { edition, urn: '900008' })).toBeUndefined();
    expect(subjectsTo(email)[0]).toMatch(/has withdrawn$/);
    expect(await see(`${path}/edit`)).toContain('Change the record');
    expect((await post(`${path}/edit`, answers(email, { hallCapacity: 1, version: 3 }))).status).toBe(409);
  });

  test('that is not there is not found', async () => {
    for (const path of [`registrations/900001/${'a'.repeat(20)}`, 'registrations/x/y', `visitors/school/${'a'.repeat(20)}`]) {
      const response = await fetch(`${larkford.system.origin}${base}/${path}`, { headers: { cookie: larkford.organiser } });
      expect(response.status).toBe(404);
    }
  });
});

describe('two records of one organisation', () => {
  const email = (who: string) => `${who}@engineering.example`;
  const idOf = (name: string, who: string) => organisationId(edition, { name, contact: { name: '', email: email(who) } });
  const kept = idOf('Fictional Engineering', 'kept');
  const gone = idOf('Fictional Engineering Limited', 'gone');
  const path = `${base}/visitors/organisation/${kept}`;
  const person = { name: 'V. Fictional', email: 'helper@engineering.example' };

  beforeAll(async () => {
    const signUp = `/editions/${edition}/organisations/sign-up`;
    await post(signUp, organisationForm({ 'contact.email': email('kept') }), '');
    await post(signUp, organisationForm({ name: 'Fictional Engineering Limited', 'contact.email': email('gone') }), '');
    await post('/my/place/confirm', {}, await openLink(larkford, email('gone')));
    const volunteer = {
      'contact.name': person.name,
      'contact.email': person.email,
      organisation: gone,
      halfDays: [halfDay],
      ...agreed,
    };
    await post(`/editions/${edition}/volunteers/sign-up`, volunteer, '');
    const event = { kind: 'online', halfDay, sessions: 1, places: 100 };
    await post(`${base}/events`, { ...event, reference: 'both', title: 'Both', organisations: [kept, gone] });
    await post(`${base}/events`, { ...event, reference: 'one', title: 'One', organisations: [gone], halfDay: '2025-03-10-pm' });
    const link = await openLink(larkford, email('gone'));
    for (const name of ['both', 'one']) await post(`/my/offers/${name}`, { answer: 'accepted' }, link);
    const declining = await openLink(larkford, email('kept'));
    await post('/my/place/confirm', {}, declining);
    await post('/my/offers/both', { answer: 'declined' }, declining);
  });

  test('are found by the same name and shown side by side', async () => {
    expect(await see(`${path}/merge`)).toContain('Compare with Fictional Engineering Limited');
    const page = await see(`${path}/merge?with=${gone}`);
    expect(page).toContain('Fictional Engineering Fictional Engineering Limited');
    expect(page).toContain(email('gone'));
  });

  test('become one: chosen answers, places and volunteers move, and the other’s links lead here', async () => {
    const earlier = await openLink(larkford, email('gone'));
    const [before, other] = await Promise.all([
      larkford.read.get('organisation', { edition, organisation: kept }),
      larkford.read.get('organisation', { edition, organisation: gone }),
    ]);
    const form = { version: before?.version, with: gone, withVersion: other?.version, take: ['name'] };
    expect((await post(`${path}/merge`, { ...form, withVersion: 1 })).status).toBe(409);
    const pressed = await Promise.all([1, 2].map(() => larkford.client.post(`${path}/merge`, form, larkford.organiser)));
    await larkford.system.settle();
    expect(pressed.map(({ location }) => location)).toEqual([`${path}?done=merged`, `${path}?done=merged`]);

    const stays = await larkford.read.get('organisation', { edition, organisation: kept });
    expect(stays).toMatchObject({ name: 'Fictional Engineering Limited', contact: { email: email('kept') }, state: 'confirmed' });
    expect(await larkford.read.get('organisation', { edition, organisation: gone })).toMatchObject({
      state: 'withdrawn',
      mergedInto: kept,
    });
    for (const event of ['both', 'one']) {
      expect((await larkford.read.get('event', { edition, event }))?.organisations).toEqual([kept]);
      expect(await larkford.read.list('offer', { edition, event })).toMatchObject([{ visitor: kept, state: 'accepted' }]);
    }
    const helper = volunteerId(edition, { contact: person });
    expect((await larkford.read.get('volunteer', { edition, volunteer: helper }))?.organisation).toBe(kept);
    expect((await larkford.read.list('task', { edition })).filter(({ visitor }) => visitor === gone)).toEqual([]);

    const place = await fetch(`${larkford.system.origin}/my/place`, { headers: { accept: 'text/html', cookie: earlier } });
    expect(said(await place.text())).toContain(email('kept'));
    expect(await see(`${base}/visitors/organisation/${gone}`)).toContain('See the record that stays');
    expect((await timeline(path)).slice(0, 3)).toEqual(expect.arrayContaining(['organisation.merged.v1', 'offer.moved.v1']));
  });

  test('cannot be merged once more, nor one with itself', async () => {
    const version = (await larkford.read.get('organisation', { edition, organisation: kept }))?.version;
    expect((await post(`${path}/merge`, { version, with: kept, withVersion: version })).status).toBe(409);
    const away = `${base}/visitors/organisation/${gone}/merge`;
    expect((await post(away, { version: 3, with: kept, withVersion: version })).status).toBe(409);
  });
});

describe('an organisation and a volunteer', () => {
  test('are changed for them, and reminded of an offered place', async () => {
    const name = 'Fictional Bakery';
    const email = 'team@bakery.example';
    await post(`/editions/${edition}/organisations/sign-up`, organisationForm({ name, 'contact.email': email }), '');
    const path = `${base}/visitors/organisation/${organisationId(edition, { name, contact: { name: '', email } })}`;
    const id = path.split('/').at(-1) ?? '';
    expect((await post(`${path}/approve`, {})).location).toBe(`${path}?done=approved`);
    expect((await post(`${path}/chase`, {})).status).toBe(409);
    const edit = { 'contact.name': 'B. Fictional', 'contact.email': email, name, sector: 'other', version: 2 };
    expect((await post(`${path}/edit`, { ...edit, name: '' })).status).toBe(422);
    expect((await post(`${path}/edit`, edit)).status).toBe(303);
    expect(await see(path)).toContain('Still missing: the half-days, how they take part');
    const event = { reference: 'bread', kind: 'online', title: 'Bread', halfDay, sessions: 1, places: 50, organisations: [id] };
    await post(`${base}/events`, event);
    expect((await post(`${path}/chase`, {})).status).toBe(303);
    const [mail] = larkford.system.inbox.list({ to: email, limit: 1 });
    expect(mail?.subject).toMatch(/^Can you come\?/);
    expect(mail?.text).toContain('Bread, Monday 10 March: morning');
    expect((await post(`${path}/withdraw`, { version: 3, reason: 'Oven broken' })).status).toBe(303);
    expect((await larkford.read.get('offer', { edition, event: 'bread', visitor: id }))?.state).toBe('declined');
  });
});
