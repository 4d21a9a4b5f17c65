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
