import type { Programme } from '#shared/domain/programme.ts';
import { statementsFor } from '#shared/domain/survey.ts';
import { html, type Html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { organiserWays } from '../organiser-ways.ts';
import { bullets, heading2, paragraph } from '../prose.ts';
import { sayHalfDay } from '../say.ts';
import { surveyContent } from './content.en.ts';
import { partPath, type SurveyPart, type SurveySetting } from './setting.ts';
import { surveySheetContent as words } from './sheet.en.ts';

/** The survey about one event as a sheet of paper, for the school's own printer. */
export function surveySheetPage(params: SurveySetting & { readonly part: SurveyPart }): string {
  const { edition, programme, school, part } = params;
  return journeyPage({
    programme,
    title: words.title,
    caption: edition.name,
    backLink: partPath(part),
    path: `${partPath(part)}/sheet`,
    body: html`<div class="app-screen">${paragraph(words.how)}</div>${surveySheet(part, school.schoolName, programme)}`,
  });
}

type Asked = Pick<SurveyPart, 'asked' | 'event'>;

/** One school's sheet about one event: the statements for its part in it, each with its boxes, and room for its own words. */
export function surveySheet({ asked, event }: Asked, schoolName: string, programme: Programme): Html {
  const { scale, notApplicable, quote, quoteConsent, improve } = surveyContent;
  const statements = statementsFor(asked).map(({ text }) => html`${bold(text)}${boxes([...scale, notApplicable])}`);
  return html`<section class="app-sheet">${heading2(`${schoolName}: ${event.title}, ${sayHalfDay(event.halfDay)}`)}
${paragraph(words.tick)}
${boxes([words.notThere])}
${statements}
${bold(quote)}${room}${bold(quoteConsent)}${boxes([words.yes, words.no])}
${bold(improve)}${room}
${paragraph(words.confidential)}${paragraph(words.back(programme.organiser.name))}${bullets(organiserWays(programme))}</section>\n`;
}

const room = html`<div class="app-write"></div>\n`;

function bold(text: string): Html {
  return html`<p class="govuk-body govuk-!-font-weight-bold">${text}</p>\n`;
}

function boxes(texts: readonly string[]): Html {
  return html`<ul class="govuk-list app-slip__places">${texts.map((text) => html`<li><span class="app-tick"></span> ${text}</li>\n`)}</ul>\n`;
}
