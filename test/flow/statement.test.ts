import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import {
  confirmedSchool,
  edition,
  halfDay,
  type Larkford,
  openLink,
  organiserList,
  organisationForm,
  startLarkford,
} from './larkford.ts';

// One event of a morning: 30 children of one school meet one organisation.

let larkford: Larkford;
let organisation: string;
let school: string;
const statement = z.object({
  statement: z.object({
    held: z.int(),
    sessions: z.int(),
    minutes: z.int(),
    faceToFace: z.int(),
    online: z.int(),
    schools: z.int(),
    byNeed: z.record(z.string(), z.int()),
  }),
  reader: z.looseObject({ kind: z.string(), version: z.optional(z.int()) }),
});
const seen = async (cookie: string) => statement.parse(await larkford.client.read('/my/statement', cookie));

beforeAll(async () => {
  larkford = await startLarkford();
  const { client, organiser, system } = larkford;
  await confirmedSchool(larkford);
  school = await openLink(larkford, 'office@alder-bank.example');
  await client.post(`/editions/${edition}/organisations/sign-up`, organisationForm());
  await system.settle();
  organisation = await openLink(larkford, 'team@engineering.example');
  await client.post('/my/place/confirm', {}, organisation);
  const [organisations, registrations] = [
    await organiserList(larkford, 'organisations'),
    await organiserList(larkford, 'registrations'),
  ];
  const form = { reference: 'bridges', kind: 'special', title: 'Bridges', host: '900001', halfDay, sessions: 3, places: 75 };
  const own = organisations['organisations']?.[0]?.['organisation'] ?? '';
  const path = `/organiser/editions/${edition}/events`;
  await client.post(path, { ...form, organisations: [own] }, organiser);
  const registration = registrations['registrations']?.[0]?.registration['registration'];
  await client.post(`${path}/bridges/bookings`, { registration, 'cohorts.year4': 30 }, organiser);
  await client.post('/my/offers/bridges', { answer: 'accepted' }, organisation);
  await system.settle();
});
afterAll(() => larkford.stop());

test('before anything is held there is nothing to say, and no PDF is offered', async () => {
  expect((await seen(organisation)).statement).toMatchObject({ held: 0, faceToFace: 0 });
  const { text } = await page(organisation);
  expect(text).toContain('Nothing has been counted yet.');
  expect(text).not.toContain('statement.pdf');
});

test('afterwards each sees its own counts: sessions, time, pupils, schools by need', async () => {
  const { client, organiser, system } = larkford;
  await client.post(`/organiser/editions/${edition}/state`, { state: 'running' }, organiser);
  await client.post(`/organiser/editions/${edition}/events/bridges/attendance`, { urn: '900001', attended: 28 }, organiser);
  await system.settle();
  await system.runJob('aggregate');
  expect((await seen(organisation)).statement).toMatchObject({
    held: 1,
    sessions: 3,
    minutes: 180,
    faceToFace: 28,
    online: 0,
    schools: 1,
  });
  const met = await seen(school);
  expect(met.statement).toMatchObject({ held: 1, faceToFace: 28 });
  expect(Object.values(met.statement.byNeed).reduce((sum, one) => sum + one, 0)).toBe(1);
  const { text } = await page(school);
  expect(text).toContain('Fictional Engineering');
  expect(text).not.toContain('Hours it took to prepare');
});

test('preparation counts in what was given, once, and not over what somebody else has changed', async () => {
  const { reader } = await seen(organisation);
  const late = await larkford.client.post('/my/statement', { version: 1, preparationHours: 5 }, organisation);
  expect(late.status).toBe(409);
  for (let press = 0; press < 2; press += 1) {
    const kept = await larkford.client.post('/my/statement', { version: reader.version, preparationHours: 6 }, organisation);
    expect(kept.status).toBe(303);
  }
  expect((await page(organisation)).text).toMatch(/In all<\/dt>\s*<dd[^>]*>\s*9 hours/);
  const wrong = await larkford.client.post('/my/statement', { version: 9, preparationHours: 'many' }, organisation);
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('Enter how many hours it took to prepare');
  const bySchool = await larkford.client.post('/my/statement', { version: 2, preparationHours: 5 }, school);
  expect(bySchool.status).toBe(403);
});

test('it can be taken as a PDF, by its own link alone', async () => {
  const pdf = await fetch(`${larkford.system.origin}/my/statement.pdf`, { headers: { cookie: organisation } });
  expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect((await fetch(`${larkford.system.origin}/my/statement.pdf`)).status).toBe(401);
});

async function page(cookie: string) {
  const response = await fetch(`${larkford.system.origin}/my/statement`, { headers: { accept: 'text/html', cookie } });
  return { status: response.status, text: await response.text() };
}
