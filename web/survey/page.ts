import {
  isSurveyOpen,
  progressOf,
  type Response,
  type StatementId,
  statements,
  statementsFor,
  surveyLastDay,
} from '#shared/domain/survey.ts';
import { dayInWords } from '#shared/kernel/time.ts';
import { details } from '../components/details.ts';
import { insetText } from '../components/inset-text.ts';
import type { Filled } from '../filled.ts';
import { form, type FormState, type FormValues, hiddenField, radiosField, textareaField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { pathOf } from '../paths.ts';
import { bullets, lead, link, paragraph } from '../prose.ts';
import { sayHalfDay } from '../say.ts';
import { surveyClosedPage } from './closed.ts';
import { surveyContent as words } from './content.en.ts';
import { partPath, type SurveyPart, type SurveySetting, typedNote, wayBack } from './setting.ts';

type SurveyParams = SurveySetting & { readonly part: SurveyPart; readonly filled?: Filled | undefined };

/** The survey about one event: the statements for the school's part in it, each with its answers in words, one below another. */
export function surveyPage(params: SurveyParams): string {
  const { edition, programme, school, part, parts, now, filled } = params;
  const { event, current } = part;
  if (!isSurveyOpen(edition, current, now)) return surveyClosedPage(params);
  const day = dayInWords(surveyLastDay(edition, current));
  const action = partPath(part);
  return journeyPage({
    programme,
    title: words.about(event.title),
    heading: words.title,
    caption: `${edition.name}: ${school.schoolName}`,
    ...(parts.length > 1 ? { backLink: '/my/survey' } : {}),
    path: action,
    filled,
    body: html`${lead(`${event.title}, ${sayHalfDay(event.halfDay)}`)}
${typedNote(part)}${progressNote(part)}
${paragraph(words.lead)}
${paragraph(`${words.confidential} ${current ? words.changeUntil(day) : words.until(day)}`)}
${details({ summaryText: words.counts, html: bullets(words.countsSays) })}
${current?.tookPart !== false && notThere(action)}
${form({ action, body: surveyFields(part, filled ?? givenBefore(part)), submit: words.send })}
${paragraph(link(pathOf('/my/survey/{event}/sheet', part.event), words.onSheet))}${wayBack(params)}`,
  });
}

function progressNote({ asked, current }: SurveyPart): Html | undefined {
  const { state, open } = progressOf(asked, current);
  if (state === 'not-started') return undefined;
  if (state === 'done') return insetText({ text: words.progress.done });
  if (state === 'not-there') return insetText({ text: words.progress.notThere });
  const all = statementsFor(asked).length;
  return insetText({ html: html`${paragraph(words.progress.partDone(all - open.length, all))}${openStatements(open)}` });
}

/** The statements left open, each linked to its place in the form (on another page when `path` is given). */
export function openStatements(open: readonly StatementId[], path = ''): Html {
  const texts = statements.filter(({ id }) => open.includes(id));
  return bullets(texts.map(({ id, text }) => link(`${path}#${id}`, text)));
}

/** A form of its own, above the statements: one press, and the rest of the page is skipped. */
export function notThere(action: string): Html {
  const { summary, advice, button } = words.notThere;
  const body = html`${paragraph(advice)}${hiddenField('tookPart', 'no')}`;
  return details({
    summaryText: summary,
    html: form({ action, body, submit: button, submitClasses: 'govuk-button--secondary' }),
  });
}

/** The statements put to a school about an event, with the boxes for its own words: for the school, and for whoever types in its sheet. */
export function surveyFields({ asked, current }: SurveyPart, state: FormState): Html {
  const scale = words.scale.map((text, index) => ({ value: String(index + 1), text }));
  const options = [...scale, { divider: words.or }, { value: '0', text: words.notApplicable }];
  const consent = [
    { value: 'yes', text: words.yes },
    { value: 'no', text: words.no },
  ];
  return html`${hiddenField('version', String(current?.version ?? 0))}${hiddenField('tookPart', 'yes')}
${statementsFor(asked).map(({ id, text }) => radiosField({ ...state, path: id, label: text, labelSize: 'm', options }))}
${textareaField({ ...state, path: 'quote', label: words.quote, labelSize: 'm', hint: words.quoteHint, optional: true })}
${radiosField({ ...state, path: 'quoteConsent', label: words.quoteConsent, hint: words.quoteConsentHint, options: consent })}
${textareaField({ ...state, path: 'improve', label: words.improve, labelSize: 'm', hint: words.improveHint, optional: true })}`;
}

/** The form as it was answered before. */
export function givenBefore({ current }: SurveyPart): FormState {
  return { values: valuesOf(current), issues: [] };
}

function valuesOf(current: Response | undefined): FormValues {
  if (!current) return {};
  const { answers, quote, quoteConsent, improve } = current;
  const given = statements.flatMap(({ id }) => {
    const value = answers[id];
    return value === undefined ? [] : [[id, [value === 'not-applicable' ? '0' : String(value)]] as const];
  });
  return {
    ...Object.fromEntries(given),
    ...(quote === undefined ? {} : { quote: [quote], quoteConsent: [quoteConsent ? 'yes' : 'no'] }),
    ...(improve === undefined ? {} : { improve: [improve] }),
  };
}
