import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { signInAsOrganiser } from '#local/sign-in-client.ts';
import { instant } from '#shared/kernel/time.ts';
import {
  confirmedSchool,
  edition,
  halfDay,
  type Larkford,
  openLink,
  organiserList,
  signedUpOrganisation,
  startLarkford,
} from '../flow/larkford.ts';
import { launchBrowser } from './browser.ts';
import { startVisit } from './visit.ts';

let browser: Browser;
let larkford: Larkford;
let organiser: string;
let school: string;
const schools = [
  { urn: '900001', email: 'office@alder-bank.example' },
  { urn: '900002', email: 'office@bramble-lane.example' },
];
const path = `/organiser/editions/${edition}/events/monday/check-in`;
const own = '/my/place/bookings/monday/check-in';

beforeAll(async () => {
  [browser, larkford] = await Promise.all([launchBrowser(), startLarkford()]);
  const { client, system } = larkford;
  for (const { urn, email } of schools) await confirmedSchool(larkford, { urn, 'contact.email': email });
  const organisations = [await signedUpOrganisation(larkford)];
  const events = `/organiser/editions/${edition}/events`;
  const event = { reference: 'monday', kind: 'special', title: 'Monday', host: '900001', halfDay, sessions: 1, places: 60 };
  await client.post(events, { ...event, organisations }, larkford.organiser);
  const { registrations = [] } = await organiserList(larkford, 'registrations');
  for (const { registration } of registrations)
    await client.post(
      `${events}/monday/bookings`,
      { registration: registration['registration'] ?? '', 'cohorts.year4': 30 },
      larkford.organiser,
    );
  system.clock.set(instant.parse(`${halfDay.slice(0, 10)}T08:40:00.000Z`));
  organiser = await signInAsOrganiser(system.origin);
  school = await openLink(larkford, schools[0]?.email ?? '');
});
afterAll(async () => {
  await browser.close();
  await larkford.stop();
});

async function open(to: string, cookie: string, javaScriptEnabled = true): Promise<Page> {
  const { page } = await startVisit(browser, larkford.system.origin, {
    cookies: [cookie],
    javaScriptEnabled,
    viewport: { width: 320, height: 640 },
  });
  page.setDefaultTimeout(10_000);
  await page.goto(to);
  return page;
}

const answer = z.object({
  checkIns: z.array(
    z.object({ group: z.string(), state: z.string(), version: z.int(), came: z.array(z.object({ pupils: z.int() })) }),
  ),
});

async function counts(): Promise<unknown> {
  const response = await fetch(`${larkford.system.origin}${path}`, {
    headers: { accept: 'application/json', cookie: organiser },
  });
  const { checkIns } = answer.parse(await response.json());
  return checkIns.map(({ group, state, version, came }) => [group, state, version, came[0]?.pupils]);
}

it('counts a group with one press on a phone, without a script', async () => {
  const page = await open(own, school, false);
  await page.getByRole('button', { name: /^Everybody came \(30 pupils\) .*Alder Bank/ }).click();
  await page.getByText('30 of 60 pupils are here.').waitFor();
  expect(await counts()).toEqual([['school-900001', 'came', 1, 30]]);
  await page.context().close();
});

it('keeps what was pressed without a network, and sends the last of it once, when there is one again', async () => {
  const page = await open(path, organiser);
  const group = page.locator('#school-900002');
  await page.context().setOffline(true);
  await group.getByRole('button', { name: /^Everybody came/ }).click();
  await group.getByRole('alert').getByText('There is no network').waitFor();
  await group.getByText('Fewer, more or nobody came').click();
  await group.getByLabel(/^Pupils who came/).selectOption({ label: '28' });
  await group.getByRole('button', { name: /^Save these numbers/ }).click();
  await group.getByRole('alert').getByText('Save these numbers').waitFor();
  expect(await counts()).toHaveLength(1);
  await page.context().setOffline(false);
  await page.getByText('58 of 60 pupils are here.').waitFor();
  expect(await counts()).toContainEqual(['school-900002', 'came', 1, 28]);
  await page.reload();
  await page.getByText('58 of 60 pupils are here.').waitFor();
  expect(await counts()).toContainEqual(['school-900002', 'came', 1, 28]);
  expect(await page.evaluate('localStorage.length')).toBe(0);
  await page.context().close();
});

it('says so when somebody else has counted the group before the network came back', async () => {
  const page = await open(path, organiser);
  const group = page.locator('#school-900001');
  await group.getByText('Correct this count').click();
  await page.context().setOffline(true);
  await group.getByRole('button', { name: /^Nobody came/ }).click();
  await group.getByRole('alert').waitFor();
  const sent = { group: 'school-900001', state: 'came', came: ['900001:29'], seen: 1 };
  expect((await larkford.client.post(path, sent, organiser)).status).toBe(303);
  await page.context().setOffline(false);
  await page.getByText('One count was not taken').waitFor();
  expect(await counts()).toContainEqual(['school-900001', 'came', 2, 29]);
  await page.context().close();
});
