import type { Locator, Page } from 'playwright-core';
import { trapField } from '#shared/system/protections.ts';

// Longer than most, so that whatever cannot hold them shows.
const longWord = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch';
const byType: Readonly<Record<string, string>> = {
  email: `somebody@${longWord.toLowerCase()}.example`,
  tel: '01632 960 001',
  date: '2025-03-11',
};
const inForms = (field: string) => `main form ${field}:visible:not([name="${trapField}"], [type="hidden"])`;

/** Fills in every field of the page's forms that has no answer: the first choice of each group, and long texts. */
export async function fillIn(page: Page): Promise<void> {
  const choices = page.locator('main form :is([type=radio], [type=checkbox])');
  const names = await Promise.all((await choices.all()).map((one) => one.getAttribute('name')));
  for (const name of new Set(names)) {
    const group = choices.and(page.locator(`[name="${name}"]`));
    if ((await group.and(page.locator(':checked')).count()) === 0) await group.first().check();
  }
  for (const list of await unanswered(page, 'select')) await list.selectOption({ index: 1 });
  for (const area of await unanswered(page, 'textarea'))
    await area.fill(`${longWord}\n\nA second paragraph, as people write them.`);
  for (const field of await unanswered(page, 'input:not([type=radio], [type=checkbox])')) await field.fill(await textFor(field));
}

async function unanswered(page: Page, field: string): Promise<readonly Locator[]> {
  const fields = await page.locator(inForms(field)).all();
  const values = await Promise.all(fields.map((one) => one.inputValue()));
  return fields.filter((_, index) => values[index] === '');
}

async function textFor(field: Locator): Promise<string> {
  if ((await field.getAttribute('inputmode')) === 'numeric') return '30';
  return byType[(await field.getAttribute('type')) ?? ''] ?? longWord;
}

/** How many fields of the page's forms hold an answer. */
export async function answeredFields(page: Page): Promise<number> {
  const answered = `[...document.querySelectorAll('main form :is(input, select, textarea)')]
    .filter(({ type, name }) => type !== 'hidden' && name !== '${trapField}')
    .filter(({ type, value, checked }) => value !== '' && (checked || !['radio', 'checkbox'].includes(type))).length`;
  return Number(await page.evaluate(answered));
}
