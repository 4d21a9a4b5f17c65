import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { expectNoAxeViolations, expectNoSidewaysScroll } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { type Gallery, startGallery } from './gallery.ts';

let browser: Browser;
let gallery: Gallery;
let context: BrowserContext;
beforeAll(async () => {
  [browser, gallery] = await Promise.all([launchBrowser(), startGallery()]);
});
afterEach(async () => context.close());
afterAll(async () => {
  await browser.close();
  await gallery.close();
});

/** A fresh page; what the browser complains about, a breach of the content policy among it, is collected. */
async function open(path: string, javaScriptEnabled = true): Promise<{ page: Page; complaints: string[] }> {
  context = await browser.newContext({ javaScriptEnabled });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${gallery.origin}${path}`);
  return { page, complaints };
}

describe('the script', () => {
  it('mends a form in place: no page load, focus on the summary, and the fields work again', async () => {
    const { page, complaints } = await open('/form');
    await page.evaluate("document.body.dataset.same = 'yes'");
    await page.getByRole('button', { name: 'Send registration' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.evaluate('document.body.dataset.same')).toBe('yes');
    expect(await page.evaluate('document.activeElement.className')).toContain('govuk-error-summary');
    await page.getByLabel('Host an event').check();
    expect(await page.getByLabel('How many pupils does the hall hold?').isVisible()).toBe(true);
    await page.getByLabel('We do not know yet').check();
    expect(await page.getByLabel('Host an event').isChecked()).toBe(false);
    await page.getByLabel('Your name').fill('A name');
    await page.getByRole('button', { name: 'Send registration' }).click();
    await page.waitForURL('**/done');
    expect(complaints).toEqual(['Failed to load resource: the server responded with a status of 422 (Unprocessable Entity)']);
  });

  it('hides fields of an answer not given, and shows them without it', async () => {
    const hall = (page: Page) => page.getByLabel('How many pupils does the hall hold?').isVisible();
    expect(await hall((await open('/form')).page)).toBe(false);
    await context.close();
    expect(await hall((await open('/form', false)).page)).toBe(true);
  });

  it.each([
    ['refuses for now', 'broken', 'Try again'],
    ['shows no form to mend', 'refused', 'Refused'],
    ['asks something more', 'asked', 'Is that right?'],
  ])('shows an answer that %s in place, after one post, and Back leads to what was typed', async (_, name, heading) => {
    const { page } = await open('/form');
    const before = gallery.posts.length;
    await page.getByLabel('Your name').fill(name);
    await page.getByLabel('Host an event').check();
    await page.getByRole('button', { name: 'Send registration' }).click();
    await page.getByRole('heading', { name: heading }).and(page.locator(':focus')).waitFor();
    expect(await page.title()).toContain(`${heading} – `);
    expect(gallery.posts.length - before).toBe(1);
    await page.goBack();
    expect(new URL(page.url()).pathname).toBe('/form');
    expect(await page.title()).toMatch(/^Register your school/);
    expect(await page.getByLabel('Your name').inputValue()).toBe(name);
    expect(await page.getByLabel('How many pupils does the hall hold?').isVisible()).toBe(true);
    expect(await page.evaluate('document.activeElement.textContent.trim()')).toBe('Send registration');
    await page.goForward();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(heading);
    await page.goBack();
    await page.getByLabel('Your name').fill('A name');
    await page.getByRole('button', { name: 'Send registration' }).click();
    await page.waitForURL('**/done');
    expect(gallery.posts.length - before).toBe(2);
  });

  it('answers in place one after another are gone back through one by one', async () => {
    const { page } = await open('/form');
    await page.getByLabel('Your name').fill('asked');
    await page.getByRole('button', { name: 'Send registration' }).click();
    await page.getByRole('button', { name: 'Yes' }).click();
    await page.getByRole('heading', { name: 'Try again' }).waitFor();
    await page.getByRole('link', { name: 'Skip to main content' }).press('Enter');
    const shown: string[] = [];
    for (let step = 0; step < 3; step += 1) {
      await page.goBack();
      shown.push(await page.getByRole('heading', { level: 1 }).innerText());
    }
    expect(shown).toEqual(['Try again', 'Is that right?', 'Register your school']);
    expect(await page.getByLabel('Your name').inputValue()).toBe('asked');
  });

  it.each([
    ['the network fails', (route: Route) => route.abort()],
    ['what answers is not the service', (route: Route) => route.fulfill({ status: 502, body: '<h1>Bad gateway</h1>' })],
    ['what answers speaks no HTML', (route: Route) => route.fulfill({ status: 503, json: { message: 'Service Unavailable' } })],
  ])('keeps what was typed, says so and posts no second time when %s', async (_, fail) => {
    const { page } = await open('/form');
    const kinds: string[] = [];
    await page.route('**/form', async (route) => {
      kinds.push(route.request().resourceType());
      await fail(route);
    });
    await page.getByLabel('Your name').fill('A name');
    for (const sent of [1, 2]) {
      await page.getByRole('button', { name: 'Send registration' }).click();
      await expect.poll(() => kinds.length).toBe(sent);
      await page.getByRole('alert').and(page.locator(':focus')).waitFor();
    }
    expect(await page.getByRole('alert').allInnerTexts()).toEqual([expect.stringMatching(/^We could not reach the service\./)]);
    expect(await page.getByLabel('Your name').inputValue()).toBe('A name');
    await expectNoAxeViolations(page);
    await expectNoSidewaysScroll(page);
    await page.unroute('**/form');
    await page.getByRole('button', { name: 'Send registration' }).click();
    await page.waitForURL('**/done');
    expect(kinds).toEqual(['fetch', 'fetch']);
  });

  it('sends once however often the button is pressed', async () => {
    const { page } = await open('/form');
    const before = gallery.posts.length;
    await page.getByLabel('Your name').fill('A name');
    await page.evaluate("for (const _ of [1, 2, 3]) document.querySelector('form button').click()");
    await page.waitForURL('**/done');
    expect(gallery.posts.length - before).toBe(1);
  });

  it('lets the form be sent again after going back', async () => {
    const { page } = await open('/form');
    for (const name of ['First', 'Second']) {
      await page.getByLabel('Your name').fill(name);
      await page.getByRole('button', { name: 'Send registration' }).click();
      await page.waitForURL('**/done');
      await page.goBack();
      await page.waitForURL('**/form');
    }
    expect(gallery.posts.slice(-2).map((post) => post.get('contact.name'))).toEqual(['First', 'Second']);
  });
});
