import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { expectNoAxeViolations, expectNoSidewaysScroll } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { type Gallery, startGallery } from './gallery.ts';
import { galleryPages } from './gallery-pages.ts';

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
async function open(
  path: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ page: Page; complaints: string[] }> {
  context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${gallery.origin}${path}`);
  return { page, complaints };
}

const looks = [
  { look: 'on a wide screen', viewport: { width: 1280, height: 900 } },
  { look: 'at 320 pixels', viewport: { width: 320, height: 700 } },
  { look: 'in the dark', viewport: { width: 1000, height: 900 }, colorScheme: 'dark' },
  { look: 'in forced colours', viewport: { width: 1000, height: 900 }, forcedColors: 'active' },
] as const;

// The problem pages differ in their words only, so one stands for all.
const shown = [...Object.keys(galleryPages).filter((name) => !name.startsWith('problem-')), 'problem-429', 'mail'];

describe.each(looks)('$look', ({ look: _, ...options }) => {
  it.each(shown)('%s is accessible, fits and breaks no policy', async (name) => {
    const { page, complaints } = await open(`/${name}`, options);
    await expectNoAxeViolations(page);
    await expectNoSidewaysScroll(page);
    expect(complaints).toEqual([]);
  });
});

describe.each([
  { script: 'with', javaScriptEnabled: true },
  { script: 'without', javaScriptEnabled: false },
])('a form $script JavaScript', ({ javaScriptEnabled }) => {
  it('is filled in and sent by keyboard, and leads on', async () => {
    const { page } = await open('/form', { javaScriptEnabled });
    const before = gallery.posts.length;
    await page.getByLabel('Your name').focus();
    await page.keyboard.type('A name');
    await page.keyboard.press('Tab');
    await page.keyboard.type('name@school.example');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/done');
    expect(gallery.posts.slice(before).map((post) => [...post])).toEqual([
      [
        ['contact.name', 'A name'],
        ['contact.email', 'name@school.example'],
        ['roles', 'host'],
        ['hallCapacity', ''],
        ['cohorts.year1', ''],
        ['cohorts.year2', ''],
        ['sector', ''],
        ['wishes', ''],
      ],
    ]);
  });

  it('shows its errors in title, summary and field, and keeps what was typed', async () => {
    const { page } = await open('/form', { javaScriptEnabled });
    await page.getByLabel('Work email address').fill('<b>"kept"');
    await page.getByRole('button', { name: 'Send registration' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.title()).toMatch(/^Error: Register your school/);
    expect(await page.locator('#contact-name-error').textContent()).toBe('Error: Enter your name');
    expect(await page.getByLabel('Work email address').inputValue()).toBe('<b>"kept"');
    await page.getByRole('link', { name: 'Enter your name' }).click();
    await page.keyboard.type('typed');
    expect(await page.getByLabel('Your name').inputValue()).toBe('typed');
  });
});

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
    expect(await hall((await open('/form', { javaScriptEnabled: false })).page)).toBe(true);
  });

  it.each([
    ['neither accepted nor to be mended', 'broken', 'Try again'],
    ['without a form to mend', 'refused', 'Refused'],
  ])('leaves the form to the browser when the answer is %s', async (_, name, heading) => {
    const { page } = await open('/form');
    const loaded = page.waitForEvent('framenavigated');
    await page.getByLabel('Your name').fill(name);
    await page.getByRole('button', { name: 'Send registration' }).click();
    await loaded;
    await page.getByRole('heading', { name: heading }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/form');
  });

  it('leaves the form to the browser when the network fails', async () => {
    const { page } = await open('/form');
    const kinds: string[] = [];
    await page.route('**/form', async (route) => {
      kinds.push(route.request().resourceType());
      await (route.request().resourceType() === 'fetch' ? route.abort() : route.continue());
    });
    await page.getByLabel('Your name').fill('A name');
    await page.getByRole('button', { name: 'Send registration' }).click();
    await page.waitForURL('**/done');
    expect(kinds).toEqual(['fetch', 'document']);
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
