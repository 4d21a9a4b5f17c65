import { table } from '../components/table.ts';
import { html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { pathOf } from '../paths.ts';
import { lead, paragraph } from '../prose.ts';
import { classesContent } from './content.en.ts';
import { type ClassSetting, eventTitle } from './setting.ts';

const { codes: words } = classesContent;

/** The own codes of a class's children, with room for the names, which the school writes by hand. */
export function codesPage(params: ClassSetting & { readonly codes: readonly string[] }): string {
  const { programme, one, codes } = params;
  return journeyPage({
    programme,
    title: words.title,
    caption: `${eventTitle(params, one)}, ${labels.years[one.year]}`,
    backLink: pathOf('/my/classes/{code}', one),
    body: html`${lead(words.how)}${paragraph(words.never)}
${table({
  caption: words.title,
  captionClasses: 'govuk-visually-hidden',
  head: [{ text: words.code }, { text: words.name }],
  rows: codes.map((code) => [{ text: code }, { text: '' }]),
  firstCellIsHeader: true,
})}`,
  });
}
