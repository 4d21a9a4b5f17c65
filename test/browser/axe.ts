import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

// Frames hold mails, which are pages of their own.
const context: axe.ContextObject = { exclude: [['iframe']] };
const options: axe.RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
};

/** What breaks WCAG 2.2 A and AA or axe's best practice in a page as it stands, a line for each element. */
export async function axeProblems(page: Page): Promise<readonly string[]> {
  // Half of a check is reading axe's own program, and a document is checked in several looks.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source);
  const run = `axe.run(${JSON.stringify(context)}, ${JSON.stringify(options)})`;
  const { violations } = await page.evaluate<axe.AxeResults>(run);
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary ?? ''}`));
}

/** By how many pixels a page is wider than its window; 0 when only boxes made for it scroll sideways. */
export async function overflow(page: Page): Promise<number> {
  const spare: unknown = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  return Number(spare);
}

/** Holds a page as it stands to WCAG 2.2 A and AA and to axe's best practice. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  expect(await axeProblems(page)).toEqual([]);
}

/** Holds a page to fitting its window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  expect(await overflow(page)).toBe(0);
}
