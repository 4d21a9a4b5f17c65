import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type City, startCity } from './city.ts';
import { stages } from './city-pages.ts';
import { htmlProblems } from './html-problems.ts';
import { type Look, problemsOf, seenIn, type View } from './inspect.ts';

let browser: Browser;
let city: City;
beforeAll(async () => {
  [browser, city] = await Promise.all([launchBrowser(), startCity()]);
});
afterAll(async () => {
  await browser.close();
  await city.stop();
});

// Each page meets both widths and all colours; every four pages on, every pair of width, colours and script has been met.
const darkWide: readonly View[] = [
  { width: 320, colours: 'light' },
  { width: 1280, colours: 'dark' },
  { width: 320, colours: 'forced' },
];
const darkNarrow: readonly View[] = [
  { width: 1280, colours: 'light' },
  { width: 320, colours: 'dark' },
  { width: 1280, colours: 'forced' },
];
const looks: readonly Look[] = [
  { script: true, views: darkWide },
  { script: false, views: darkNarrow },
  { script: true, views: darkNarrow },
  { script: false, views: darkWide },
];

describe.each(stages)('$stage', ({ prepare, pages }) => {
  beforeAll(() => prepare?.(city));

  it.each(
    pages.map((page, index) => ({ page, name: page.name, look: looks[index % looks.length] ?? { script: true, views: [] } })),
  )('$name: accessible, correct, fits, and breaks no policy', async ({ page, look }) => {
    expect(look.views).toHaveLength(3);
    expect(await problemsOf(browser, city, page, look)).toEqual([]);
  });
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
