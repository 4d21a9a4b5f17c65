import type { Edition } from '#shared/domain/edition.ts';
import type { Programme } from '#shared/domain/programme.ts';
import { statementsFor } from '#shared/domain/survey.ts';
import { html, type Html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { heading2, paragraph } from '../prose.ts';
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
    heading: false,
    wide: true,
    backLink: partPath(part),
    path: `${partPath(part)}/sheet`,
    body: html`${screenTop(words.title, words.how)}${surveySheet(part, school.schoolName, { edition, programme })}`,
  });
}

/** What stands above sheets on the screen, and is not printed. */
export function screenTop(title: string, advice: string): Html {
  return html`<div class="app-screen"><h1 class="govuk-heading-l">${title}</h1>${paragraph(advice)}</div>\n`;
}

type Asked = Pick<SurveyPart, 'asked' | 'event'>;
type EditionAndProgramme = { readonly edition: Edition; readonly programme: Programme };

/** One school's sheet about one event: the statements for its part in it, each with its boxes, and room for its own words. */
export function surveySheet({ asked, event }: Asked, schoolName: string, { edition, programme }: EditionAndProgramme): Html {
  const { scale, notApplicable, quote, quoteConsent, improve } = surveyContent;
  const statements = statementsFor(asked).map(({ text }) => html`${heading3(text)}${boxes([...scale, notApplicable])}`);
  return html`<section class="app-sheet"><p class="govuk-caption-m">${edition.name}: ${schoolName}</p>
${heading2(`${event.title}, ${sayHalfDay(event.halfDay)}`)}
${paragraph(words.tick)}
${boxes([words.notThere])}
${statements}
${heading3(quote)}${room}${heading3(quoteConsent)}${boxes([words.yes, words.no])}
${heading3(improve)}${room}
${paragraph(html`${words.back(programme.organiser.name)} ${programme.organiser.email}`)}</section>\n`;
}

const room = html`<div class="app-write"></div>\n`;

function heading3(text: string): Html {
  return html`<h3 class="govuk-heading-s">${text}</h3>\n`;
}

function boxes(texts: readonly string[]): Html {
  return html`<ul class="govuk-list app-slip__places">${texts.map((text) => html`<li><span class="app-tick"></span> ${text}</li>\n`)}</ul>\n`;
}
