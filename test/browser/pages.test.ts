import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '#shared/system/routes.ts';
import { axeProblems, overflow } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { type City, startCity } from './city.ts';
import { addressOf, type CityPage, stages } from './city-pages.ts';
import { expectedPolicy } from './headers.ts';
import { htmlProblems } from './html-problems.ts';
import { isStatusNotice, startVisit, type Visit } from './visit.ts';

let browser: Browser;
let city: City;
beforeAll(async () => {
  [browser, city] = await Promise.all([launchBrowser(), startCity()]);
});
afterAll(async () => {
  await browser.close();
  await city.stop();
});

type View = { readonly width: 320 | 1280; readonly colours: 'light' | 'dark' | 'forced' };
type Look = { readonly script: boolean; readonly views: readonly View[] };

// Each page meets both widths, all colours and both ways of the script; both sets of looks together meet every pair of them.
const looks: readonly (readonly Look[])[] = [
  [
    { script: true, views: [{ width: 320, colours: 'light' }] },
    {
      script: false,
      views: [
        { width: 1280, colours: 'dark' },
        { width: 320, colours: 'forced' },
      ],
    },
  ],
  [
    { script: false, views: [{ width: 1280, colours: 'light' }] },
    {
      script: true,
      views: [
        { width: 320, colours: 'dark' },
        { width: 1280, colours: 'forced' },
      ],
    },
  ],
];

describe.each(stages)('$stage', ({ prepare, pages }) => {
  beforeAll(() => prepare?.(city));

  it.each(pages.map((page, index) => ({ ...page, looks: looks[index % looks.length] ?? [] })))(
    '$name: accessible, correct, fits, and breaks no policy',
    async ({ looks: seen, ...page }) => {
      const problems: string[] = [];
      for (const look of seen) problems.push(...(await problemsOf(page, look)));
      expect(problems).toEqual([]);
    },
  );
});

it('no page of the site is left out', () => {
  const seen = stages.flatMap(({ pages }) => pages).map((page) => addressOf(page, city).split('?')[0] ?? '');
  const left = Object.keys(routes).filter((key) => {
    const path = /^GET (?!\/assets\/|\/\.well-known\/)(.+)/.exec(key)?.[1];
    return path !== undefined && !seen.some((one) => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`).test(one));
  });
  expect(left).toEqual([]);
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

/** Visits a page and gives all that is wrong with it, each line with the look it was seen in. */
async function problemsOf(page: CityPage, { script, views }: Look): Promise<string[]> {
  const cookie = page.as === undefined ? undefined : city.cookies.get(page.as);
  const visit = await startVisit(browser, city.system.origin, { cookies: cookie === undefined ? [] : [cookie] });
  // axe is itself a script. Ours is the only one the policy lets run, so an empty one leaves the page as it is without JavaScript.
  if (!script) await visit.page.route('/assets/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  try {
    const found = await arrive(visit.page, page);
    for (const view of views) found.push(...(await seenIn(visit.page, view)));
    found.push(...visit.complaints.filter((one) => !isStatusNotice(one)));
    if (!script) found.push(...(await sentWrong(visit)));
    return found.map((one) => `${script ? 'with' : 'without'} script: ${one}`);
  } finally {
    await visit.context.close();
  }
}

async function arrive(page: Page, { status = 200, act, mistaken = false, ...where }: CityPage): Promise<string[]> {
  const response = await page.goto(addressOf(where, city));
  await act?.(page);
  const title = await page.title();
  const found = response?.status() === status ? [] : [`status ${response?.status()}`];
  if (title.startsWith('Error: ') !== mistaken) found.push(`the title is “${title}”`);
  for (const link of await page.locator('.govuk-error-summary a').all()) {
    const target = (await link.getAttribute('href')) ?? '';
    if ((await page.locator(target).count()) !== 1) found.push(`the summary links to ${target}, which is not there`);
  }
  return found;
}

async function seenIn(page: Page, { width, colours }: View): Promise<string[]> {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({
    colorScheme: colours === 'dark' ? 'dark' : 'light',
    forcedColors: colours === 'forced' ? 'active' : 'none',
  });
  const mistake = page.locator('.govuk-error-summary a').first();
  // A link under the pointer has colours of its own.
  if ((await mistake.count()) > 0) await mistake.hover();
  const wider = await overflow(page);
  const found = [...(await axeProblems(page)), ...(wider > 0 ? [`${wider} pixels wider than the window`] : [])];
  return found.map((one) => `${width} ${colours}: ${one}`);
}

/** What is wrong with the documents themselves: their headers, and the last one's HTML. */
async function sentWrong({ documents, page }: Visit): Promise<string[]> {
  const found = documents.flatMap((one) => {
    const policy = one.headers()['content-security-policy'];
    return policy === expectedPolicy(new URL(one.url()).pathname) ? [] : [`${one.url()} has the policy ${policy}`];
  });
  const last = documents.filter((one) => one.frame() === page.mainFrame()).at(-1);
  return [...found, ...(await htmlProblems((await last?.text()) ?? ''))];
}
