import { AppError } from '../kernel/errors.ts';
import { sameAnswers } from '../kernel/text.ts';
import type { Instant } from '../kernel/time.ts';
import type { AdultsSaid } from './adults.ts';
import type { Decision } from './decision.ts';
import type { Edition } from './edition.ts';
import { volunteersSurvey } from './instruments/adults.ts';
import type { PlacesChosen } from './pupils/items.ts';
import { isSurveyOpen, surveyReminderDue } from './survey.ts';
import type { VisitForm } from './visit-form.ts';
import type { VisitSurvey } from './visit-item.ts';

/** What was answered before, as the last day of answering asks for it. */
export function answeredBefore({ firstAnsweredAt }: VisitSurvey): { readonly firstAnsweredAt: Instant } | undefined {
  return firstAnsweredAt === undefined ? undefined : { firstAnsweredAt };
}

type Sent = { readonly edition: Edition; readonly form: VisitForm; readonly now: Instant };

/** Keeps what a visitor sent about a visit, with what was sent before; the same again changes nothing. Conflict `survey-closed`. */
export function answerVisit(current: VisitSurvey, { edition, form, now }: Sent): Decision<VisitSurvey> {
  if (!isSurveyOpen(edition, answeredBefore(current), now)) {
    throw new AppError('conflict', 'survey-closed', 'This survey has closed. Thank you for taking part.');
  }
  const sent = Object.entries(form).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  const state: VisitSurvey = {
    ...current,
    answers: { ...current.answers, ...Object.fromEntries(sent) },
    firstAnsweredAt: current.firstAnsweredAt ?? now,
    answeredAt: now,
    version: current.version + 1,
  };
  if (sameAnswers(['answers'], current, state)) return { state: current, facts: [] };
  const { event, kind, visitor, version } = state;
  return { state, facts: [{ type: 'visit-survey.answered.v1', data: { event, kind, visitor, version } }] };
}

/**
 * Of everything one visitor is asked about, what to remind them of now: all that is not answered, once. Nothing after the
 * survey's last day, nor before the first of it has waited its days.
 */
export function visitsToRemindOf(all: readonly VisitSurvey[], edition: Edition, now: Instant): VisitSurvey[] {
  if (all.some(({ remindedAt }) => remindedAt !== undefined)) return [];
  const open = all.filter(({ firstAnsweredAt }) => firstAnsweredAt === undefined);
  return open.some(({ askedAt }) => surveyReminderDue(askedAt, edition, now)) ? open : [];
}

/** What visitors of one event said; undefined where nobody was asked. */
export function countVisits(surveys: readonly VisitSurvey[]): AdultsSaid | undefined {
  if (surveys.length === 0) return undefined;
  const given = surveys.filter(({ answers }) => Object.keys(answers).length > 0);
  const counts = volunteersSurvey.statements.map(({ id: name }) => [name, spreadOf(given, name)] as const);
  return { asked: surveys.length, answered: given.length, counts: Object.fromEntries(counts) };
}

function spreadOf(given: readonly { readonly answers: PlacesChosen }[], name: string): number[] {
  return [1, 2, 3, 4, 5].map((place) => given.filter(({ answers }) => answers[name] === place).length);
}
