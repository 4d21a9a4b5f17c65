import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { publishReport, reportOf } from '../flow/impact-of.ts';
import { edition, openLink, postJson } from '../flow/larkford.ts';
import { guest, host, startSurveyed, type Surveyed } from '../flow/surveyed.ts';
import { launchBrowser } from './browser.ts';
import { startVisit, type Visit } from './visit.ts';

const third = 'office@canal-street.example';
const report = `/editions/${edition}/impact`;

let city: Surveyed;
let browser: Browser;
let teacher: Visit;
let code = '';
beforeAll(async () => {
  [city, browser] = await Promise.all([startSurveyed([{ urn: '900003', email: third }]), launchBrowser()]);
  teacher = await visit({ cookies: [await city.open(host)], width: 820 });
}, 120_000);
afterAll(async () => {
  await browser.close();
  await city.larkford.stop();
});

type Device = { readonly cookies?: readonly string[]; readonly width?: number; readonly javaScriptEnabled?: boolean };

async function visit({ cookies = [], width = 1024, javaScriptEnabled = true }: Device): Promise<Visit> {
  const one = await startVisit(browser, city.larkford.system.origin, {
    cookies,
    javaScriptEnabled,
    viewport: { width, height: 900 },
  });
  one.page.setDefaultTimeout(60_000);
  return one;
}

/** Presses the answers of one child, page by page, up to the last. */
async function answerUpToLast(page: Page, answers: readonly string[]): Promise<void> {
  for (const [index, answer] of answers.entries()) {
    await page.getByText(`${index + 1} of 5`, { exact: true }).waitFor();
    if (index < answers.length - 1) await press(page, answer);
  }
}

function press(page: Page, answer: string): Promise<void> {
  return page.getByRole('button', { name: answer, exact: true }).click();
}

async function reportText(): Promise<string> {
  const response = await fetch(`${city.larkford.system.origin}${report}`, { headers: { accept: 'text/html' } });
  return response.text();
}

it('the report is published before the children answer, and says nothing of them', async () => {
  expect(await publishReport(city.larkford, 1)).toEqual([303, 303]);
  expect(await reportText()).not.toContain('What children said');
});

it('a teacher opens a class of 30 and reads its code to the room', async () => {
  const { page } = teacher;
  await page.goto('/my/classes');
  await page.getByLabel('Which event were they at?').selectOption({ value: 'monday' });
  await page.getByLabel('Year group').selectOption({ label: 'Year 4' });
  await page.getByLabel('How many children are in the class?').fill('30');
  await page.getByRole('button', { name: 'Open the class' }).click();
  code = (await page.locator('.app-code').innerText()).trim();
  expect(code).toMatch(/^[a-z\d]{6}$/);
});

it('30 children answer on two tablets, half without JavaScript; one tablet sends its last page again', async () => {
  const tablets = await Promise.all([visit({ javaScriptEnabled: true }), visit({ javaScriptEnabled: false })]);
  await Promise.all(
    tablets.map(async ({ page }, tablet) => {
      await page.goto('/c');
      await page.getByLabel('Code').fill(code.toUpperCase());
      await press(page, 'Go');
      for (let child = 0; child < 15; child += 1) {
        await answerUpToLast(page, ['Brilliant', child < 14 ? 'Yes' : 'Maybe', 'Not sure', 'Yes', 'Yes']);
        const again = await page.locator('form').evaluate((form) => form.outerHTML);
        await press(page, 'Yes');
        await page.getByText('Thank you!').waitFor();
        if (tablet === 1 && child === 4) await repeat(again);
        await page.getByRole('link', { name: 'Next child' }).click();
      }
    }),
  );
  for (const { context, complaints } of tablets) {
    expect(await context.cookies()).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  }
  await teacher.page.reload();
  expect(await teacher.page.locator('.govuk-summary-list__row', { hasText: 'Answers so far' }).innerText()).toMatch(/\b30$/);
}, 600_000);

/** Sends the form of a last page twice more, as a tablet does that a child hammers on. */
async function repeat(form: string): Promise<void> {
  const hidden = Object.fromEntries(
    [...form.matchAll(/name="([^"]+)" value="([^"]*)">/g)].map(([, name, value]) => [name, value]),
  );
  for (const answer of ['3', '1']) {
    const sent = await city.larkford.client.post(`/c/${code}`, { ...hidden, 'any-job': answer });
    expect([sent.status, sent.location]).toEqual([303, `/c/${code}/thanks`]);
  }
}

it('a teacher of another class counts hands; what does not add up is sent back', async () => {
  const other = await visit({ cookies: [await city.open(guest)], width: 320, javaScriptEnabled: false });
  const { page } = other;
  await page.goto('/my/classes');
  await page.getByLabel('Which event were they at?').selectOption({ value: 'monday' });
  await page.getByLabel('Year group').selectOption({ label: 'Year 4' });
  await page.getByLabel('How many children are in the class?').fill('24');
  await page.getByRole('button', { name: 'Open the class' }).click();
  await page.getByRole('link', { name: 'Count hands or enter sheets' }).click();
  await page.getByLabel('How many children do you count?').fill('22');
  const enter = (field: string, count: number) => page.locator(`[name="${field}"]`).fill(String(count));
  for (const field of ['fun.5', 'again.3', 'many-jobs.2', 'same-job.3']) await enter(field, 22);
  await enter('any-job.3', 21);
  await page.getByRole('button', { name: 'Save the count' }).click();
  await page.getByRole('link', { name: 'These add up to 21, and 22 children were there' }).waitFor();
  await enter('any-job.3', 22);
  await page.getByRole('button', { name: 'Save the count' }).click();
  expect(await page.locator('.govuk-summary-list__row', { hasText: 'Counted by you' }).innerText()).toMatch(/\b22$/);
  await other.context.close();
}, 120_000);

it('a tablet whose network fails at the last page keeps the answers and sends them later, once', async () => {
  const cookie = await city.open(guest);
  const opened = await postJson(city.larkford, '/my/classes', { event: 'monday', year: 'year5', pupils: 5 }, { cookie });
  const lost = String(opened.body['code']);
  const answers = async () => Reflect.get(Object(await city.larkford.client.read(`/my/classes/${lost}`, cookie)), 'answers');
  const { page, context } = await visit({});
  await page.goto(`/c/${lost}`);
  await answerUpToLast(page, ['Brilliant', 'Yes', 'Not sure', 'Yes', 'Yes']);
  await context.setOffline(true);
  // A child presses more than once: the last answer counts.
  for (const answer of ['No', 'Yes']) {
    await press(page, answer);
    await page.getByRole('alert').getByText(`${answer}. There is no network now.`).waitFor();
  }
  expect(await answers()).toBe(0);
  await context.setOffline(false);
  await page.getByText('1 of 5', { exact: true }).waitFor();
  expect(await answers()).toBe(1);
  expect(await page.evaluate('localStorage.length')).toBe(0);
  await page.reload();
  await page.getByText('1 of 5', { exact: true }).waitFor();
  expect(await answers()).toBe(1);
  await city.run('aggregate');
  const { tableName } = city.larkford.system.engine;
  const { dynamoReader } = await import('#functions/runtime/table.ts');
  const kept = await dynamoReader({ TABLE_NAME: tableName }).list('pupilAnswer', { edition, code: lost });
  expect(kept.map((one) => one.answers)).toEqual([{ fun: 5, again: 3, 'many-jobs': 2, 'same-job': 3, 'any-job': 3 }]);
  await postJson(city.larkford, `/my/classes/${lost}`, { pupils: 1 }, { cookie });
  await context.close();
}, 120_000);

it('the organiser sees the shares, the public nothing, until a new edition is published by a second person', async () => {
  const cookie = await openLink(city.larkford, third);
  const opened = await postJson(city.larkford, '/my/classes', { event: 'monday', year: 'year4', pupils: 20 }, { cookie });
  for (let child = 0; child < 18; child += 1)
    await postJson(city.larkford, `/c/${String(opened.body['code'])}`, {
      fun: 5,
      again: 3,
      'many-jobs': 2,
      'same-job': 3,
      'any-job': 3,
    });
  await city.run('aggregate');
  const before = await reportText();
  expect(before).not.toContain('What children said');
  expect(await reportOf(city.larkford, 'public')).not.toHaveProperty('childrens-answers');
  expect((await city.html(`/organiser/editions/${edition}/impact`, city.larkford.organiser)).text).toContain(
    'We have 71 answers from 75 children (95%).',
  );
  expect(await publishReport(city.larkford, 2)).toEqual([303, 303]);
  const { page, context } = await visit({ width: 320 });
  await page.goto(report);
  await page.getByText('We have 71 answers from 75 children (95%).').waitFor();
  await page.getByText('Only the size of the class stops a child from answering twice.').waitFor();
  const again = page.locator('table', { hasText: 'Do you want to do it again?' });
  // 2 of 71 said maybe: shares would tell of so few.
  expect(await again.count()).toBe(0);
  const fun = page.locator('table', { hasText: 'How was it?' });
  expect(await fun.locator('tr', { hasText: 'Brilliant' }).innerText()).toMatch(/100$/);
  expect(await reportOf(city.larkford, 'public')).toMatchObject({ 'childrens-answers': 71, 'childrens-asked': 75 });
  await context.close();
}, 120_000);
