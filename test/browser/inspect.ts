import type { Browser, Page } from 'playwright-core';
import { axeProblems, overflow } from './axe.ts';
import { addressOf, type CityPage } from './city-page.ts';
import type { City } from './city.ts';
import { answeredFields } from './fill-in.ts';
import { expectedPolicy } from './headers.ts';
import { htmlProblems } from './html-problems.ts';
import { isStatusNotice, startVisit, type Visit } from './visit.ts';

/** How a page is looked at. */
export type View = { readonly width: 320 | 1280; readonly colours: 'light' | 'dark' | 'forced' };
/** The ways one browser looks at a page, one after another. */
export type Look = { readonly script: boolean; readonly views: readonly View[] };

/** Goes to a page in one look and gives all that is wrong with it, each line with the look it was seen in. */
export async function problemsOf(browser: Browser, city: City, page: CityPage, { script, views }: Look): Promise<string[]> {
  const visit = await visitTo(browser, city, page);
  // axe is itself a script. Ours is the only one the policy lets run, so an empty one leaves the page as it is without JavaScript.
  if (!script) await visit.page.route('/assets/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  try {
    const found = await arrive(visit.page, city, page);
    for (const view of views) found.push(...(await seenIn(visit.page, view)));
    found.push(...visit.complaints.filter((one) => !isStatusNotice(one)), ...(await sentWrong(visit)));
    return found.map((one) => `${script ? 'with' : 'without'} script: ${one}`);
  } finally {
    await visit.context.close();
  }
}

/** A fresh browser with the cookie that a page is seen with. The caller closes its context. */
export function visitTo(browser: Browser, { system, cookies }: City, { as = '' }: CityPage): Promise<Visit> {
  const cookie = cookies.get(as);
  return startVisit(browser, system.origin, { cookies: cookie === undefined ? [] : [cookie] });
}

/** Opens a page and does there what leads to its state; gives what is not as its state says. */
export async function arrive(page: Page, city: City, { status = 200, act, state, ...where }: CityPage): Promise<string[]> {
  const response = await page.goto(addressOf(where, city));
  await act?.(page);
  const title = await page.title();
  const found = response?.status() === status ? [] : [`status ${response?.status()}`];
  if (title.startsWith('Error: ') !== (state === 'error')) found.push(`the title is “${title}”`);
  if (state === 'empty' || state === 'filled') {
    const answered = await answeredFields(page);
    if (answered > 0 !== (state === 'filled')) found.push(`${answered} fields are answered`);
  }
  if (state === 'no data' && (await page.locator('main tbody tr').count()) > 0) found.push('there is something in the list');
  for (const link of await page.locator('.govuk-error-summary a').all()) {
    const target = (await link.getAttribute('href')) ?? '';
    if ((await page.locator(target).count()) !== 1) found.push(`the summary links to ${target}, which is not there`);
  }
  return found;
}

/** Turns a page to a width and colours. */
export async function turn(page: Page, { width, colours }: View): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({
    colorScheme: colours === 'dark' ? 'dark' : 'light',
    forcedColors: colours === 'forced' ? 'active' : 'none',
  });
}

/** What axe finds in a page so turned, and by how much it is too wide. */
export async function seenIn(page: Page, view: View): Promise<string[]> {
  await turn(page, view);
  const mistake = page.locator('.govuk-error-summary a').first();
  // A link under the pointer has colours of its own.
  if ((await mistake.count()) > 0) await mistake.hover();
  const wider = await overflow(page);
  const found = [...(await axeProblems(page)), ...(wider > 0 ? [`${wider} pixels wider than the window`] : [])];
  return found.map((one) => `${view.width} ${view.colours}: ${one}`);
}

/** What is wrong with the documents themselves: their headers, and the last one's HTML. */
async function sentWrong({ documents, page }: Visit): Promise<string[]> {
  const found = documents.flatMap((one) => {
    const policy = one.headers()['content-security-policy'];
    return policy === expectedPolicy(new URL(one.url()).pathname) ? [] : [`${one.url()} has the policy ${policy}`];
  });
  const last = documents.filter((one) => one.frame() === page.mainFrame()).at(-1);
  const wrong = await htmlProblems((await last?.text()) ?? '');
  // A mail has styles on each element, as mail programs take no others.
  const isMail = expectedPolicy(new URL(page.url()).pathname).includes("style-src 'unsafe-inline'");
  return [...found, ...wrong.filter((one) => !isMail || !one.includes('no-inline-style'))];
}
