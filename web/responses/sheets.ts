import { html } from '../html.ts';
import { type Console, consolePage } from '../organiser/frame.ts';
import { pathOf } from '../paths.ts';
import { screenTop, surveySheet } from '../survey/sheet.ts';
import { responsesContent as words } from './content.en.ts';
import type { AskedPart } from './list.ts';

/** A sheet for each school and event without answers, to print and hand out. */
export function sheetsPage({ parts, ...console }: Console & { readonly parts: readonly AskedPart[] }): string {
  const { edition } = console;
  const sheets = parts.map((one) => surveySheet(one, one.school.schoolName, console));
  return consolePage(console, {
    title: words.sheetsTitle,
    heading: false,
    caption: undefined,
    backLink: pathOf('/organiser/editions/{edition}/surveys', edition),
    body: html`${screenTop(words.sheetsTitle, sheets.length === 0 ? words.noSheets : words.sheetsAdvice)}${sheets}`,
  });
}
