import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { confirmedSchool, edition, type Larkford, postJson, startLarkford } from './larkford.ts';

let larkford: Larkford;
beforeAll(async () => {
  larkford = await startLarkford();
});
afterAll(() => larkford.stop());

type Edition = Record<string, string | number>;

async function settings(of = edition): Promise<Edition> {
  const response = await fetch(`${larkford.system.origin}/organiser/editions/${of}/settings`, {
    headers: { accept: 'application/json', cookie: larkford.organiser },
  });
  const found: { edition: Edition } = JSON.parse(await response.text());
  return found.edition;
}

const fields = ['name', 'starts', 'ends', 'registrationOpens', 'registrationCloses', 'surveyCloses', 'version'];
const formOf = (of: Edition) => Object.fromEntries(Object.entries(of).filter(([name]) => fields.includes(name)));
const asAdmin = () => ({ cookie: larkford.organiser });
const path = `/organiser/editions/${edition}`;

test('an admin changes the words of the public page, and a second form from before is met', async () => {
  const seen = formOf(await settings());
  const changed = await postJson(larkford, `${path}/settings`, { ...seen, welcome: 'We look forward to you.' }, asAdmin());
  expect(changed.status).toBe(200);
  const late = await postJson(larkford, `${path}/settings`, { ...seen, name: 'Another name' }, asAdmin());
  expect(late).toMatchObject({ status: 409, body: { code: 'edition-changed' } });
  const page = await fetch(`${larkford.system.origin}${path}/settings`, {
    method: 'POST',
    headers: { accept: 'text/html', cookie: larkford.organiser, origin: larkford.system.origin },
    body: new URLSearchParams({
      ...Object.fromEntries(Object.entries(seen).map(([name, value]) => [name, String(value)])),
      name: 'Another name',
    }),
  });
  const text = await page.text();
  expect(page.status).toBe(409);
  expect(text).toContain('Somebody else changed the settings');
  expect(text).toContain('value="Another name"');
  expect(text).toContain('We look forward to you.');
});

test('an admin sets the hours and the rules of the week, and what is as usual is not kept', async () => {
  const seen = { ...formOf(await settings()), welcome: 'We look forward to you.' };
  const hours = { am: { starts: '09:15', ends: '11:45' }, pm: { starts: '13:15', ends: '15:00' } };
  const waiting = { noPlaceYet: 40, manyMeals: 20, someMeals: 10, perDay: 2, holdHours: 24 };
  const asking = { answerHours: 48, most: 3, days: 14 };
  expect((await postJson(larkford, `${path}/settings`, { ...seen, hours, waiting, asking }, asAdmin())).status).toBe(200);
  const now = await settings();
  expect(now).toMatchObject({ hours, waiting });
  expect(now).not.toHaveProperty('asking');
  const text = await (
    await fetch(`${larkford.system.origin}${path}/settings`, { headers: { accept: 'text/html', ...asAdmin() } })
  ).text();
  expect(text).toContain('value="09:15"');
  expect(text).toContain('value="14"');
  const wrong = [
    [{ hours: { ...hours, pm: { starts: '11:00', ends: '15:00' } } }, 'The afternoon must start after the morning ends'],
    [{ hours: { ...hours, am: { starts: '24:10', ends: '25:00' } } }, 'Enter a time, like 09:15'],
    [{ waiting: { ...waiting, perDay: 0 } }, 'Enter a whole number from 1 to 100'],
    [{ asking: { ...asking, most: 0 } }, 'Enter a whole number from 1 to 50'],
  ] as const;
  for (const [more, says] of wrong) {
    const refused = await postJson(larkford, `${path}/settings`, { ...seen, version: now['version'], ...more }, asAdmin());
    expect(refused.status).toBe(422);
    expect(JSON.stringify(refused.body)).toContain(says);
  }
  const { version } = await settings();
  expect((await postJson(larkford, `${path}/settings`, { ...seen, version }, asAdmin())).status).toBe(200);
  expect(await settings()).not.toHaveProperty('hours');
});

test('the next edition begins as a draft of the same team', async () => {
  const { version: _, ...seen } = formOf(await settings());
  const form = { ...seen, edition: 'larkford-next', name: 'Larkford next' };
  expect(await postJson(larkford, `${path}/next`, form, asAdmin())).toMatchObject({ status: 201 });
  expect(await postJson(larkford, `${path}/next`, form, asAdmin())).toMatchObject({ status: 201 });
  expect(await postJson(larkford, `${path}/next`, { ...form, name: 'Other' }, asAdmin())).toMatchObject({
    status: 409,
    body: { code: 'edition-exists' },
  });
  expect(await settings('larkford-next')).toMatchObject({ state: 'draft', welcome: 'We look forward to you.' });
  const outside = await fetch(`${larkford.system.origin}/editions/larkford-next`);
  expect(outside.status).toBe(404);
});

type Programme = { version: number; organiser: Record<string, string> } & Record<string, unknown>;

async function programme(): Promise<Programme> {
  const response = await fetch(`${larkford.system.origin}${path}/programme`, {
    headers: { accept: 'application/json', cookie: larkford.organiser },
  });
  const found: { programme: Programme } = JSON.parse(await response.text());
  return found.programme;
}

test('an admin changes the programme’s contact and colour for all its pages, and a second form from before is met', async () => {
  const { programme: _, ...seen } = await programme();
  const organiser = { name: 'New fictional office', email: 'new@larkford.example' };
  expect(await postJson(larkford, `${path}/programme`, { ...seen, organiser, colour: '#123456' }, asAdmin())).toMatchObject({
    status: 200,
  });
  expect(await programme()).toMatchObject({ organiser, colour: '#123456', version: seen.version + 1 });
  const late = await postJson(larkford, `${path}/programme`, { ...seen, city: 'Elsewhere' }, asAdmin());
  expect(late).toMatchObject({ status: 409, body: { code: 'programme-changed' } });
  const { programme: __, ...now } = await programme();
  const light = await postJson(larkford, `${path}/programme`, { ...now, colour: '#ffee00' }, asAdmin());
  expect(light).toMatchObject({ status: 422, body: { errors: [{ path: 'colour' }] } });
});

test('a local authority whose schools take part stays in the programme', async () => {
  await confirmedSchool(larkford);
  const { programme: _, ...seen } = await programme();
  const without = await postJson(larkford, `${path}/programme`, { ...seen, localAuthorities: ['331'] }, asAdmin());
  expect(without).toMatchObject({ status: 409, body: { code: 'authority-in-use' } });
  const more = [...z.array(z.string()).parse(seen['localAuthorities']), '331'];
  expect(await postJson(larkford, `${path}/programme`, { ...seen, localAuthorities: more }, asAdmin())).toMatchObject({
    status: 200,
  });
});
