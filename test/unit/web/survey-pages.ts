import type { AskedAbout } from '#shared/domain/registration.ts';
import type { Response } from '#shared/domain/survey.ts';
import { instant, secondsAfter } from '#shared/kernel/time.ts';
import type { FormState } from '#web/forms.ts';
import { surveyNotYetPage } from '#web/survey/closed.ts';
import { surveyListPage, surveySentPage } from '#web/survey/list.ts';
import { surveyPage } from '#web/survey/page.ts';
import type { SurveyPart, SurveySetting } from '#web/survey/setting.ts';
import { surveySheetPage } from '#web/survey/sheet.ts';
import type { VisitSurvey } from '#shared/domain/visit-item.ts';
import { visitPage, visitSentPage, visitsPage } from '#web/survey/visit-page.ts';
import * as example from './examples.ts';

const { event, onlineEvent, setting, askedSchool } = example;

/** The Monday after the week. */
const monday = instant.parse('2025-03-10T09:30:00.000Z');
/** Answers to some of the statements about the event that the school hosted, a minute ago. */
export const partly: Response = { ...example.response, firstAnsweredAt: monday, answeredAt: monday };
export const done: Response = { ...partly, answers: { hosting: 5, enjoyed: 4, again: 'not-applicable' }, version: 2 };
export const notThere: Response = { ...done, tookPart: false, version: 3 };
const typed: Response = { ...done, typedBy: example.registration.registration };
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

const askedVisit: VisitSurvey = {
  edition: example.edition.edition,
  event: event.event,
  kind: 'organisation',
  visitor: example.organisation.organisation,
  askedAt: monday,
  answers: {},
  version: 1,
};
const saidVisit = { ...askedVisit, answers: { ready: 4, welcome: 5 }, firstAnsweredAt: monday, answeredAt: monday, version: 2 };
const visitPart = { event, current: askedVisit };
const saidPart = { event: onlineEvent, current: saidVisit };
const ofVisits = { ...setting, now: monday, parts: [visitPart, saidPart] };
const wrongVisit: FormState = {
  values: {},
  issues: ['ready', 'welcome', 'questions', 'again'].map((path) => ({ path, message: `Mend the answer ${path}` })),
};

/** Every page of the schools’ and the visitors’ survey in every state, by name. */
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
  'survey-typed': () => surveyPage(surveyOf({ current: typed })),
  'survey-typed-settled': () => surveyPage(surveyOf({ current: typed, more: { now: fifteenDays } })),
  'survey-list-typed': () => surveyListPage(surveyOf({ current: typed, others })),
  'survey-sheet': () => surveySheetPage(surveyOf()),
  visits: () => visitsPage(ofVisits),
  'visits-none': () => visitsPage({ ...ofVisits, parts: [] }),
  'visits-closed': () => visitsPage({ ...ofVisits, now: fifteenDays }),
  visit: () => visitPage({ ...ofVisits, parts: [visitPart], part: visitPart }),
  'visit-errors': () => visitPage({ ...ofVisits, part: visitPart, filled: wrongVisit }),
  'visit-answered': () => visitPage({ ...ofVisits, part: saidPart }),
  'visit-settled': () => visitPage({ ...ofVisits, part: saidPart, now: fifteenDays }),
  'visit-late': () => visitPage({ ...ofVisits, part: visitPart, now: fifteenDays }),
  'visit-sent': () => visitSentPage({ ...ofVisits, part: saidPart }),
  'visit-sent-alone': () => visitSentPage({ ...ofVisits, parts: [saidPart], part: saidPart }),
  'survey-sent-not-there': () => surveySentPage(surveyOf({ current: notThere })),
};
