import { scales } from '#shared/domain/instruments/scales.ts';
import { html, type Html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { pathOf } from '../paths.ts';
import { link, paragraph } from '../prose.ts';
import { pictureOf } from '../pupils/pictures.ts';
import { classesContent } from './content.en.ts';
import { type ClassSetting, eventTitle } from './setting.ts';

const { sheet: words, class: ofClass } = classesContent;

/** The children's questions on sheets, to print: four alike. */
export function sheetPage(params: ClassSetting): string {
  const { programme, one, instrument } = params;
  return journeyPage({
    programme,
    title: words.title,
    caption: `${eventTitle(params, one)}, ${labels.years[one.year]}`,
    backLink: pathOf('/my/classes/{code}', one),
    body: html`${paragraph(words.how)}${paragraph(html`${words.afterwards} ${link(pathOf('/my/classes/{code}/tally', one), ofClass.tally)}`)}
${[1, 2, 3, 4].map((sheet) => slip(instrument.statements, sheet))}`,
  });
}

function slip(statements: ClassSetting['instrument']['statements'], sheet: number): Html {
  const questions = statements.map(
    ({ text, scale }) => html`<p class="govuk-body app-slip__question">${text}</p>
<ul class="app-slip__places">${scales[scale].words.map((word, index) => html`<li>${scale !== 'agreement' && pictureOf(scale, index + 1)} ${word}</li>`)}</ul>\n`,
  );
  return html`<section class="app-slip" aria-label="${words.each(sheet)}">${paragraph(words.ring)}${questions}</section>\n`;
}
