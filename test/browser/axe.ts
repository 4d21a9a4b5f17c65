import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** Holds a page as it stands to WCAG 2.2 A and AA and to axe's best practice; a failure lists rule and elements. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary ?? ''}`));
  expect(found).toEqual([]);
}

/** Holds a page to fitting its window: only boxes made for it scroll sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const spare: unknown = await page.evaluate('document.documentElement.clientWidth - document.documentElement.scrollWidth');
  expect(spare).toBe(0);
}
