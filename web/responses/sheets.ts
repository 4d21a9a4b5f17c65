import { html } from '../html.ts';
import { type Console, consolePage } from '../organiser/frame.ts';
import { pathOf } from '../paths.ts';
import { paragraph } from '../prose.ts';
import { surveySheet } from '../survey/sheet.ts';
import { responsesContent as words } from './content.en.ts';
import type { AskedPart } from './list.ts';

/** A sheet for each school and event without answers, to print and hand out. */
export function sheetsPage({ parts, ...console }: Console & { readonly parts: readonly AskedPart[] }): string {
  const { edition, programme } = console;
  const sheets = parts.map((one) => surveySheet(one, one.school.schoolName, programme));
  return consolePage(console, {
    title: words.sheetsTitle,
    backLink: pathOf('/organiser/editions/{edition}/surveys', edition),
    body: html`<div class="app-screen">${paragraph(sheets.length === 0 ? words.noSheets : words.sheetsAdvice)}</div>${sheets}`,
  });
}
