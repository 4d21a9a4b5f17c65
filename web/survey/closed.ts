import { surveyLastDay } from '#shared/domain/survey.ts';
import { dayInWords } from '#shared/kernel/time.ts';
import { summaryList } from '../components/summary-list.ts';
import { html, type Html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { organiserWays } from '../organiser-ways.ts';
import { bullets, heading2, lead, paragraph } from '../prose.ts';
import { sayHalfDay } from '../say.ts';
import { surveyContent as words } from './content.en.ts';
import { answerRows, type SurveyPart, type SurveySetting, typedNote, wayBack } from './setting.ts';

/** The survey about one event, once nothing can be changed any more: why, what we hold, and how to reach the organiser. */
export function surveyClosedPage(params: SurveySetting & { readonly part: SurveyPart }): string {
  const { edition, programme, part, parts } = params;
  return journeyPage({
    programme,
    caption: edition.name,
    title: words.closed,
    ...(parts.length > 1 ? { backLink: '/my/survey' } : {}),
    body: html`${lead(`${part.event.title}, ${sayHalfDay(part.event.halfDay)}`)}
${paragraph(whyClosed(params))}
${paragraph(words.closedAdvice)}
${bullets(organiserWays(programme))}
${heading2(words.held)}
${held(part)}
${wayBack(params)}`,
  });
}

function whyClosed({ edition, part }: SurveySetting & { readonly part: SurveyPart }): string {
  const { reported, settled, late } = words.closedBecause;
  if (edition.state === 'reported') return reported;
  const day = dayInWords(surveyLastDay(edition, part.current));
  return part.current ? settled(day) : late(day);
}

function held(part: SurveyPart): Html {
  if (!part.current) return paragraph(words.notHeld);
  const gone = part.current.tookPart ? undefined : paragraph(words.thanks.notThere);
  return html`${typedNote(part)}${gone}${summaryList({ rows: answerRows(part) })}`;
}

/** For a school whose events are still to come, or that came to none. */
export function surveyNotYetPage(setting: SurveySetting): string {
  const { edition, programme } = setting;
  return journeyPage({
    programme,
    caption: edition.name,
    title: words.notYet.title,
    body: html`${paragraph(words.notYet.body)}${wayBack(setting)}`,
  });
}
