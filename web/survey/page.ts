import type { Edition } from '#shared/domain/edition.ts';
import type { Programme } from '#shared/domain/programme.ts';
import type { Registration } from '#shared/domain/registration.ts';
import { type Response, statementsFor } from '#shared/domain/survey.ts';
import { dayInWords } from '#shared/kernel/time.ts';
import { insetText } from '../components/inset-text.ts';
import { panel } from '../components/panel.ts';
import type { Filled } from '../filled.ts';
import { form, type FormState, type FormValues, hiddenField, radiosField, textareaField } from '../forms.ts';
import { html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { editionPath } from '../paths.ts';
import { lead, link, paragraph } from '../prose.ts';
import { surveyContent as words } from './content.en.ts';

type Setting = { readonly edition: Edition; readonly programme: Programme };
type SurveyParams = Setting & {
  readonly school: Registration;
  /** What the school has answered so far. */
  readonly current: Response | undefined;
  readonly requestKey: string;
  readonly filled?: Filled | undefined;
};

/** The schools' survey: the statements for the school's role, each with its answers in words, one below another. */
export function surveyPage({ edition, programme, school, current, requestKey, filled }: SurveyParams): string {
  if (edition.state === 'reported') {
    return journeyPage({ programme, caption: edition.name, title: words.closed, body: paragraph(words.closedAdvice) });
  }
  const state: FormState = filled ?? { values: valuesOf(current), issues: [] };
  const scale = words.scale.map((text, index) => ({ value: String(index + 1), text }));
  const options = [...scale, { divider: words.or }, { value: '', text: words.notApplicable }];
  const consent = [
    { value: 'yes', text: words.yes },
    { value: 'no', text: words.no },
  ];
  const fields = html`${hiddenField('requestKey', requestKey)}
${statementsFor(school).map(({ id, text }) => radiosField({ ...state, path: id, label: text, labelSize: 'm', options }))}
${textareaField({ ...state, path: 'quote', label: words.quote, labelSize: 'm', hint: words.quoteHint, optional: true })}
${radiosField({ ...state, path: 'quoteConsent', label: words.quoteConsent, hint: words.quoteConsentHint, options: consent })}`;
  return journeyPage({
    programme,
    title: words.title,
    caption: `${edition.name}: ${school.schoolName}`,
    path: '/my/survey',
    filled,
    body: html`${lead(words.lead)}${current && insetText({ text: words.answered })}
${paragraph(`${words.confidential} ${words.until(dayInWords(edition.surveyCloses))}`)}
${form({ action: '/my/survey', body: fields, submit: words.send })}`,
  });
}

function valuesOf(current: Response | undefined): FormValues {
  if (!current) return {};
  const answers = Object.entries(current.answers).flatMap(([id, answer]) =>
    answer === undefined ? [] : [[id, [String(answer)]] as const],
  );
  const quote =
    current.quote === undefined ? {} : { quote: [current.quote], quoteConsent: [current.quoteConsent ? 'yes' : 'no'] };
  return { ...Object.fromEntries(answers), ...quote };
}

/** Thanks for the answers, and the way to change them. */
export function surveyThanksPage({ edition, programme }: Setting): string {
  const { thanks } = words;
  return journeyPage({
    programme,
    title: thanks.title,
    heading: false,
    body: html`${panel({ titleText: thanks.title, text: thanks.body })}
${paragraph(html`${thanks.change(dayInWords(edition.surveyCloses))} ${link('/my/survey', thanks.changeLink)}`)}
${paragraph(link(editionPath(edition), thanks.week))}`,
  });
}
