import { afterAll, beforeAll, expect, test } from 'vitest';
import { instant } from '#shared/kernel/time.ts';
import { signInAsOrganiser } from '#local/sign-in-client.ts';
import { reportOf } from './impact-of.ts';
import {
  confirmedSchool,
  edition,
  halfDay,
  type Larkford,
  openLink,
  organiserList,
  signedUpOrganisation,
  startLarkford,
} from './larkford.ts';

let larkford: Larkford;
let school: string;
const path = `/organiser/editions/${edition}/events/monday/check-in`;
const own = '/my/place/bookings/monday/check-in';
const email = 'office@alder-bank.example';

beforeAll(async () => {
  larkford = await startLarkford();
  const { client, organiser, system } = larkford;
  await confirmedSchool(larkford);
  const organisation = await signedUpOrganisation(larkford);
  const events = `/organiser/editions/${edition}/events`;
  const event = { reference: 'monday', kind: 'special', title: 'Monday', host: '900001', halfDay, sessions: 1, places: 60 };
  await client.post(events, { ...event, organisations: [organisation] }, organiser);
  const { registrations = [] } = await organiserList(larkford, 'registrations');
  const registration = registrations[0]?.registration['registration'] ?? '';
  await client.post(`${events}/monday/bookings`, { registration, 'cohorts.year4': 30 }, organiser);
  await system.settle();
});
afterAll(() => larkford.stop());

/** The pupils who came, as the organiser's figures count them. */
async function faceToFace(): Promise<unknown> {
  await larkford.system.settle();
  await larkford.system.runJob('aggregate');
  await larkford.system.settle();
  const figures: unknown = await reportOf(larkford, 'live');
  return typeof figures === 'object' && figures !== null ? Reflect.get(figures, 'pupilsFaceToFace') : undefined;
}

const press = { group: 'school-900001', state: 'came' } as const;

test('before the day nobody can be counted', async () => {
  const { status, text } = await larkford.client.post(path, { ...press, seen: 0 }, larkford.organiser);
  expect(status).toBe(409);
  expect(text).toContain('on the day of the event');
});

test('one press by the school’s link counts everybody, and the figures follow', async () => {
  const { system, client } = larkford;
  system.clock.set(instant.parse(`${halfDay.slice(0, 10)}T08:40:00.000Z`));
  school = await openLink(larkford, email);
  larkford = { ...larkford, organiser: await signInAsOrganiser(system.origin) };
  const sent = { ...press, seen: 0, requestKey: 'the-same-key' };
  const { status, location } = await client.post(own, sent, school);
  expect([status, location]).toEqual([303, `${own}#school-900001`]);
  expect((await client.post(own, sent, school)).status).toBe(303);
  expect(await faceToFace()).toBe(30);
});

test('a count that somebody else has changed meanwhile is not taken; a correction is, and keeps what stood before', async () => {
  const { system, client, organiser } = larkford;
  const stale = await client.post(path, { ...press, came: ['900001:28'], seen: 0 }, organiser);
  expect([stale.status, stale.text.includes('Somebody else has counted this group')]).toEqual([409, true]);
  expect((await client.post(path, { ...press, came: ['900001:28'], seen: 1 }, organiser)).status).toBe(303);
  expect(await faceToFace()).toBe(28);
  const shown = await (await fetch(new URL(path, system.origin), { headers: { accept: 'text/html', cookie: organiser } })).text();
  expect(shown).toContain('What stood before');
  expect(shown).toMatch(/Here: 30 pupils\. Put .* by a school\./);
});

test('a group that did not come leaves the event unheld, and the audit knows each count', async () => {
  const { system, client, organiser } = larkford;
  await client.post(path, { ...press, state: 'no-show', seen: 2 }, organiser);
  expect(await faceToFace()).toBe(0);
  const audit = await fetch(new URL(`/organiser/editions/${edition}/audit?subject=monday`, system.origin), {
    headers: { accept: 'text/html', cookie: organiser },
  });
  expect((await audit.text()).split('Checked a group in').length - 1).toBe(3);
});

test('a school without places there is told so', async () => {
  expect((await larkford.client.post('/my/place/bookings/nowhere/check-in', { ...press, seen: 0 }, school)).status).toBe(404);
});
