import { surveyStanding } from '#shared/domain/survey-standing.ts';
import type { Response } from '#shared/domain/survey.ts';
import { organiserRoles } from '#shared/domain/vocabulary.ts';
import { responsesPage } from '#web/responses/list.ts';
import { sheetsPage } from '#web/responses/sheets.ts';
import { typeInPage } from '#web/responses/type-in.ts';
import { askedSchool, event, onlineEvent, programme, registration, setting } from './examples.ts';
import { done, fifteenDays, partly, surveyOf } from './survey-pages.ts';

const console = { ...setting, organiser: { name: 'Fictional Organiser', roles: organiserRoles } };
const viewer = { ...console, organiser: { name: 'Fictional Organiser', roles: [] } };
const other = {
  ...askedSchool,
  urn: '999002',
  registration: 'b'.repeat(20),
  schoolName: 'Bramble Lane Primary School',
  surveyAbout: [
    { event: event.event, host: false },
    { event: onlineEvent.event, host: false },
  ],
};
const now = partly.answeredAt;
/** Answers that an organiser typed in from paper. */
export const typed: Response = { ...partly, typedBy: registration.registration };

/** The page of who answered, from what came back. */
export function responsesOf(responses: readonly Response[], more: Partial<Parameters<typeof responsesPage>[0]> = {}): string {
  const { schools: count, parts } = surveyStanding([other, askedSchool], responses);
  const about = parts.map((one) => ({ ...one, event: one.asked.event === event.event ? event : onlineEvent }));
  return responsesPage({ ...console, count, parts: about, now, ...more });
}

/** The form for a sheet, from what is there. */
export function typingOf(current: Response | undefined, more: Partial<Parameters<typeof typeInPage>[0]> = {}): string {
  const { part } = surveyOf({ current });
  return typeInPage({ ...console, school: askedSchool, part, typist: undefined, now, ...more });
}

const wrong = { values: { enjoyed: ['9'] }, issues: [{ path: 'enjoyed', message: 'Choose an answer from the list' }] };
const own = { ...done, registration: other.registration };

/** Every page about who answered the schools’ survey, in every state, by name. */
export const responsePages: Readonly<Record<string, () => string>> = {
  'organiser-responses': () => responsesOf([typed, own], { done: true }),
  'organiser-responses-viewer': () => responsesOf([typed, own], viewer),
  'organiser-responses-none': () => responsesOf([]),
  'organiser-responses-not-asked': () =>
    responsesPage({ ...console, count: { asked: 0, answered: 0, onPaper: 0 }, parts: [], now }),
  'organiser-responses-closed': () => responsesOf([done], { now: fifteenDays }),
  'organiser-responses-reported': () => responsesOf([done], { edition: { ...setting.edition, state: 'reported' } }),
  'organiser-sheets': () =>
    sheetsPage({ ...console, parts: [{ ...surveyOf().part, school: askedSchool, event, current: undefined }] }),
  'organiser-sheets-none': () => sheetsPage({ ...console, parts: [] }),
  'organiser-type-in': () => typingOf(undefined),
  'organiser-type-in-errors': () => typingOf(undefined, { filled: wrong }),
  'organiser-type-in-again': () => typingOf(typed, { typist: programme.organiser.email }),
  'organiser-type-in-again-left': () => typingOf({ ...typed, tookPart: false }),
  'organiser-type-in-answered': () => typingOf(done),
  'organiser-type-in-late': () => typingOf(undefined, { now: fifteenDays }),
  'organiser-type-in-settled': () => typingOf(typed, { now: fifteenDays }),
  'organiser-type-in-reported': () => typingOf(typed, { edition: { ...setting.edition, state: 'reported' } }),
};
