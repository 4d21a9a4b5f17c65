import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type City, startCity } from './city.ts';
import { stages } from './city-pages.ts';
import { htmlProblems } from './html-problems.ts';
import { seenIn } from './inspect.ts';

let browser: Browser;
let city: City;
beforeAll(async () => {
  [browser, city] = await Promise.all([launchBrowser(), startCity()]);
  for (const { prepare } of stages) await prepare?.(city);
}, 300_000);
afterAll(async () => {
  await browser.close();
  await city.stop();
});

it('every kind of mail is accessible, correct HTML and fits a telephone, in light and dark', async () => {
  const mails = new Map(city.system.inbox.list().map(({ tags, subject, html }) => [tags['template']?.[0] ?? subject, html]));
  expect(mails.size).toBeGreaterThanOrEqual(8);
  const context = await browser.newContext();
  const page = await context.newPage();
  const problems: string[] = [];
  for (const [kind, html] of mails) {
    await page.setContent(html);
    const found = [
      ...(await seenIn(page, { width: 320, colours: 'light' })),
      ...(await seenIn(page, { width: 1280, colours: 'dark' })),
    ];
    // Mail programs take styles on each element only.
    found.push(...(await htmlProblems(html)).filter((one) => !one.includes('no-inline-style')));
    problems.push(...found.map((one) => `${kind}: ${one}`));
  }
  await context.close();
  expect(problems).toEqual([]);
});
