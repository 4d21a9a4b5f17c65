import * as z from 'zod/mini';
import { AppError } from '../kernel/errors.ts';
import { sameAnswers } from '../kernel/text.ts';
import { instant, type Instant } from '../kernel/time.ts';
import type { AdultsSaid } from './adults.ts';
import type { Decision } from './decision.ts';
import type { Edition } from './edition.ts';
import { id, slug } from './fields.ts';
import { volunteersSurvey } from './instruments/adults.ts';
import { placesChosen, type PlacesChosen } from './pupils/items.ts';
import { isSurveyOpen, surveyReminderDue } from './survey.ts';
import { visitorKinds } from './vocabulary.ts';

const scale = 'Choose an answer from the list';
const choice = z.optional(z.int(scale).check(z.minimum(1, scale), z.maximum(5, scale)));

/** What a visitor sends about one visit, any part of it: what is left out keeps its earlier answer. */
export const visitForm = z.strictObject({ ready: choice, welcome: choice, questions: choice, again: choice }).check(
  z.refine((form) => Object.values(form).some((one) => one !== undefined), {
    message: 'Answer at least one statement',
    path: ['ready'],
  }),
);
export type VisitForm = z.infer<typeof visitForm>;

/**
 * One visitor asked about one visit, and what they answered: from the thanks after it on. Confidential, not anonymous: an
 * answer can be changed. It holds no words.
 */
export const visitSurvey = z.strictObject({
  edition: slug,
  event: slug,
  kind: z.enum(visitorKinds),
  /** An organisation or a volunteer. */
  visitor: id,
  askedAt: instant,
  /** When they were reminded: once, of all that they had not answered. */
  remindedAt: z.optional(instant),
  answers: placesChosen,
  firstAnsweredAt: z.optional(instant),
  answeredAt: z.optional(instant),
  version: z.int(),
});
export type VisitSurvey = z.infer<typeof visitSurvey>;

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
