import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type City, fillCity, startCity } from './city.ts';
import { make, type Mistake, mistakes } from './mistakes.ts';
import { expectSound, visitByPhone } from './phone.ts';

let browser: Browser;
let city: City;
beforeAll(async () => {
  [browser, city] = await Promise.all([launchBrowser(), startCity()]);
  await fillCity(city);
});
afterAll(async () => {
  await browser.close();
  await city.stop();
});

describe.each(mistakes)('$name', (mistake) => {
  it.each([
    { script: true, colorScheme: 'light' },
    { script: false, colorScheme: 'dark' },
  ] as const)(
    'says what to mend in summary and field, and keeps what was typed, script $script',
    async ({ script, colorScheme }) => {
      const cookie = city.cookies.get(mistake.as) ?? '';
      const visit = await visitByPhone(browser, city.system.origin, { cookie, script, colorScheme });
      const { page } = visit;
      try {
        await page.goto(mistake.path);
        await make(page, mistake);
        await expectMistake(page, mistake);
        if (script) expect(await page.locator('.govuk-error-summary').and(page.locator(':focus')).count()).toBe(1);
        await expectSound(visit);
      } finally {
        await visit.context.close();
      }
    },
  );
});

async function expectMistake(page: Page, { says, fill = {}, uncheck = [] }: Mistake): Promise<void> {
  expect(await page.title()).toMatch(/^Error: /);
  const summary = page.locator('.govuk-error-summary');
  expect(await summary.locator('li').allInnerTexts()).toEqual(says);
  for (const link of await summary.getByRole('link').all()) {
    const target = (await link.getAttribute('href')) ?? '';
    const message = await page.locator(`${target}-error`).innerText();
    expect(message.replace(/^Error:\s*/, '')).toBe(await link.innerText());
  }
  expect(await page.locator('.govuk-error-message').count()).toBe(await summary.getByRole('link').count());
  for (const [label, text] of Object.entries(fill)) {
    expect(await page.getByLabel(label, { exact: true }).inputValue()).toBe(text);
  }
  for (const label of uncheck) expect(await page.getByLabel(label, { exact: true }).isChecked()).toBe(false);
}
