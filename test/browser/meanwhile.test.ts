import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { confirmedSchool, halfDay, type Larkford, openLink, startLarkford } from '../flow/larkford.ts';
import { launchBrowser } from './browser.ts';
import { organiserPath } from './city.ts';
import { expectSound, visitByPhone } from './phone.ts';
import type { Visit } from './visit.ts';

let browser: Browser;
let larkford: Larkford;
let urn = 900_000;
beforeAll(async () => {
  [browser, larkford] = await Promise.all([launchBrowser(), startLarkford()]);
});
afterAll(async () => {
  await browser.close();
  await larkford.stop();
});

/** The next of the city's schools, confirmed; gives the cookie of its contact. */
async function nextSchool(): Promise<string> {
  urn += 1;
  const email = `office-${urn}@schools.example`;
  await confirmedSchool(larkford, { urn: String(urn), 'contact.email': email });
  return openLink(larkford, email);
}

async function send(path: string, form: Parameters<Larkford['client']['post']>[1], cookie: string): Promise<void> {
  const { status } = await larkford.client.post(path, form, cookie);
  expect([path, status]).toEqual([path, 303]);
}

type Meanwhile = {
  readonly name: string;
  readonly happens: (cookie: string, page: Page) => Promise<unknown>;
  /** What the answer says: a form again, with a summary, or a page of its own. */
  readonly summary?: RegExp;
  readonly heading?: string;
  readonly advice?: RegExp;
};

const changed = { 'cohorts.year4': 44, hallCapacity: 120, halfDays: [halfDay], version: 2 };
const colleague = { 'contact.name': 'B. Fictional', 'contact.email': 'colleague@elsewhere.example' };
const happenings: readonly Meanwhile[] = [
  {
    name: 'a colleague changed the answers',
    happens: (cookie) => send('/my/place/change', changed, cookie),
    summary: /changed/,
    advice: /Somebody changed this while you were looking/,
  },
  {
    name: 'the school withdrew',
    happens: (cookie) => send('/my/place/withdraw', { version: 2 }, cookie),
    summary: /This registration was withdrawn\. Register again to take part\./,
  },
  {
    name: 'the school was handed over',
    happens: (cookie) => send('/my/place/hand-over', { ...colleague, version: 2, confirmed: 'yes' }, cookie),
    heading: 'This link has ended',
    advice: /Look for a newer email from us first/,
  },
  {
    name: 'the session ended',
    happens: (_, page) => page.context().clearCookies(),
    heading: 'Open your link again',
    advice: /press the link in it/,
  },
  {
    name: 'the edition closed',
    happens: closeEdition,
    summary: /is over, so this cannot be changed any more/,
  },
];

/** To its last state, and until its pages know: they may be two seconds old. */
async function closeEdition(): Promise<void> {
  for (const state of ['running', 'surveying', 'reported']) {
    await larkford.client.post(`${organiserPath}/state`, { state }, larkford.organiser);
  }
  await wait(2100);
}

const ways = [
  { script: true, colorScheme: 'light' },
  { script: false, colorScheme: 'dark' },
] as const;

it.each(happenings)('while a school fills in a form, $name: it is told so, with script and without', async (meanwhile) => {
  // Both have the form before them when it happens: a closed edition shows it to nobody.
  const people = await Promise.all(
    ways.map(async (way) => ({ ...(await fillIn({ cookie: await nextSchool(), ...way })), ...way })),
  );
  for (const { cookie, page } of people) await meanwhile.happens(cookie, page);
  for (const { script, ...visit } of people) {
    await visit.page.getByRole('button', { name: 'Save your changes' }).click();
    await expectTold(visit.page, meanwhile, script);
    await expectSound(visit);
    if (meanwhile.heading !== undefined && script) {
      await visit.page.goBack();
      expect(await visit.page.getByLabel('Year 4').inputValue()).toBe('31');
    }
    await visit.context.close();
  }
});

async function fillIn(phone: Parameters<typeof visitByPhone>[2]): Promise<Visit & { readonly cookie: string }> {
  const visit = await visitByPhone(browser, larkford.system.origin, phone);
  await visit.page.goto('/my/place/change');
  await visit.page.getByLabel('Year 4').fill('31');
  return { ...visit, cookie: phone.cookie };
}

async function expectTold(page: Page, { summary, heading, advice }: Meanwhile, script: boolean): Promise<void> {
  if (summary) await expectSummary(page, summary);
  if (heading !== undefined) await expectHeading(page, heading, script);
  if (advice) expect(await page.locator('main').innerText()).toMatch(advice);
}

async function expectSummary(page: Page, summary: RegExp): Promise<void> {
  const shown = page.locator('.govuk-error-summary');
  await shown.waitFor();
  expect(await page.title()).toMatch(/^Error: /);
  expect(await shown.innerText()).toMatch(summary);
  const field = page.getByLabel('Year 4');
  // Where there is nothing left to change, there is no form either.
  if ((await field.count()) > 0) expect(await field.inputValue()).toBe('31');
}

async function expectHeading(page: Page, heading: string, script: boolean): Promise<void> {
  const shown = page.getByRole('heading', { level: 1, name: heading });
  await shown.waitFor();
  expect(await page.title()).toContain(heading);
  if (script) expect(await shown.and(page.locator(':focus')).count()).toBe(1);
}
