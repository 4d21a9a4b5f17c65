import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import { axeProblems, overflow } from './axe.ts';
import { htmlProblems } from './html-problems.ts';
import { isStatusNotice, startVisit, type Visit } from './visit.ts';

type Phone = { readonly cookie: string; readonly script: boolean; readonly colorScheme: 'light' | 'dark' };

/** A visit 320 pixels wide. Without the script an empty one takes its place: axe, which judges the page, is itself a script. */
export async function visitByPhone(browser: Browser, origin: string, { cookie, script, colorScheme }: Phone): Promise<Visit> {
  const viewport = { width: 320, height: 800 };
  const visit = await startVisit(browser, origin, { cookies: [cookie], viewport, colorScheme });
  if (!script) {
    await visit.page.route('/assets/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  }
  visit.page.setDefaultTimeout(15_000);
  return visit;
}

/** Holds a page as it stands to accessibility, correct HTML, its window and the content policy. */
export async function expectSound({ page, documents, complaints }: Visit): Promise<void> {
  const mistake = page.locator('.govuk-error-summary a').first();
  // A link under the pointer has colours of its own.
  if ((await mistake.count()) > 0) await mistake.hover();
  expect(await axeProblems(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  expect(await htmlProblems((await documents.at(-1)?.text()) ?? '')).toEqual([]);
  expect(complaints.filter((one) => !isStatusNotice(one))).toEqual([]);
}
