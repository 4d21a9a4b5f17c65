import type { AskedAbout } from '#shared/domain/registration.ts';
import type { Response } from '#shared/domain/survey.ts';
import { instant, secondsAfter } from '#shared/kernel/time.ts';
import type { FormState } from '#web/forms.ts';
import { surveyNotYetPage } from '#web/survey/closed.ts';
import { surveyListPage, surveySentPage } from '#web/survey/list.ts';
import { surveyPage } from '#web/survey/page.ts';
import type { SurveyPart, SurveySetting } from '#web/survey/setting.ts';
import * as example from './examples.ts';

const { event, onlineEvent, setting, askedSchool } = example;

/** The Monday after the week. */
const monday = instant.parse('2025-03-10T09:30:00.000Z');
/** Answers to some of the statements about the event that the school hosted, a minute ago. */
export const partly: Response = { ...example.response, firstAnsweredAt: monday, answeredAt: monday };
export const done: Response = { ...partly, answers: { hosting: 5, enjoyed: 4, again: 'not-applicable' }, version: 2 };
export const notThere: Response = { ...done, tookPart: false, version: 3 };
export const fifteenDays = secondsAfter(monday, 15 * 86_400);

type Case = {
  readonly asked?: AskedAbout;
  readonly current?: Response | undefined;
  readonly others?: readonly SurveyPart[];
  readonly more?: Partial<SurveySetting>;
};

/** One event that a school is asked about, with the rest of its survey around it. */
export function surveyOf({ asked = { event: event.event, host: true }, current, others = [], more = {} }: Case = {}) {
  const part = { asked, event, current };
  const around = { ...setting, school: askedSchool, now: monday, ownsPlace: false, ...more };
  return { ...around, part, parts: [part, ...others] };
}

export const online: SurveyPart = { asked: { event: onlineEvent.event, host: false }, event: onlineEvent, current: undefined };
const elsewhere = { ...event, event: 'tuesday-visit', title: 'A visit to the fire station', halfDay: '2025-03-04-am' };
const visit: SurveyPart = { asked: { event: elsewhere.event, host: false }, event: elsewhere, current: notThere };
const others = [online, visit];
const reported = { edition: { ...setting.edition, state: 'reported' as const } };
const wrong: FormState = {
  values: { hosting: ['9'], quote: ['x'.repeat(601)] },
  issues: ['hosting', 'enjoyed', 'again', 'quote', 'quoteConsent', 'improve', 'tookPart', 'version', 'body'].map((path) => ({
    path,
    message: `Mend the answer ${path}`,
  })),
};

/** Every page of the schools’ survey in every state, by name. */
export const surveyPages: Readonly<Record<string, () => string>> = {
  survey: () => surveyPage(surveyOf()),
  'survey-guest': () => surveyPage(surveyOf({ asked: { event: event.event, host: false }, more: { ownsPlace: true } })),
  'survey-part-done': () => surveyPage(surveyOf({ current: partly })),
  'survey-done': () => surveyPage(surveyOf({ current: done, others })),
  'survey-not-there': () => surveyPage(surveyOf({ current: notThere })),
  'survey-errors': () => surveyPage({ ...surveyOf(), filled: wrong }),
  'survey-settled': () => surveyPage(surveyOf({ current: done, more: { now: fifteenDays } })),
  'survey-late': () => surveyPage(surveyOf({ others, more: { now: fifteenDays, ownsPlace: true } })),
  'survey-reported': () => surveyPage(surveyOf({ current: notThere, more: reported })),
  'survey-not-yet': () => surveyNotYetPage({ ...surveyOf({ more: { ownsPlace: true } }), parts: [] }),
  'survey-list': () => surveyListPage(surveyOf({ current: partly, others })),
  'survey-list-closed': () => surveyListPage(surveyOf({ current: done, others, more: { now: fifteenDays, ownsPlace: true } })),
  'survey-sent-part': () => surveySentPage(surveyOf({ current: partly, others })),
  'survey-sent': () => surveySentPage(surveyOf({ current: done })),
  'survey-sent-several': () => surveySentPage(surveyOf({ current: done, others, more: { ownsPlace: true } })),
  'survey-sent-not-there': () => surveySentPage(surveyOf({ current: notThere })),
};
