import * as z from 'zod/mini';
import { AppError } from '../kernel/errors.ts';
import { sameAnswers } from '../kernel/text.ts';
import { daysAfter, instant, londonDate, type Instant, type LocalDate } from '../kernel/time.ts';
import type { Decision } from './decision.ts';
import type { Edition } from './edition.ts';
import { id, optionalLines, slug, urn } from './fields.ts';
import { schoolsSurvey } from './instruments/schools.ts';
import type { AskedAbout, Registration } from './registration.ts';
import { refuseTyping, refuseTypingAgain } from './survey-on-paper.ts';

/** The statements of the schools’ survey. */
export const { statements } = schoolsSurvey;
export type StatementId = (typeof statements)[number]['id'];

/** How long (days, the first not counted) answers can be changed once any of them is kept. */
const changeableFor = 14;

const scale = 'Choose an answer from the list';
/** What is chosen at a statement: from 1 (strongly disagree) to 5 (strongly agree), or 0 where it does not apply. */
const choice = z.int(scale).check(z.minimum(0, scale), z.maximum(5, scale));

const nothingAnswered = { path: 'enjoyed', message: 'Answer at least one statement, or say that you did not take part' };

/**
 * What a school sends about one event, any part of it: what is left out keeps its earlier answer. `version` is that of the
 * answers it was shown: texts are emptied by leaving them out only by who has seen them (or by sending them empty).
 */
export const surveyForm = z
  .strictObject({
    version: z.optional(z.int('Reload the page and try again')),
    tookPart: z.optional(z.boolean('Say whether your school took part')),
    hosting: z.optional(choice),
    enjoyed: z.optional(choice),
    again: z.optional(choice),
    quote: optionalLines(600),
    quoteConsent: z.optional(z.boolean('Say whether we may print your words')),
    improve: optionalLines(400),
  })
  .check(
    z.refine((form) => Object.values(form).some((one) => one !== undefined), {
      message: nothingAnswered.message,
      path: [nothingAnswered.path],
    }),
  );
export type SurveyForm = z.infer<typeof surveyForm>;

/** An answer as it is kept: a word rather than a number where a statement does not apply, so that no sum can take it in. */
const answer = z.union([z.int().check(z.minimum(1), z.maximum(5)), z.literal('not-applicable')]);

/**
 * One school's answers about one event. Confidential, not anonymous: one respondent per link. Where the school did not take
 * part, none of its answers counts; they are kept, so that a slip loses nothing.
 */
export const response = z.strictObject({
  edition: slug,
  registration: id,
  urn,
  event: slug,
  tookPart: z.boolean(),
  answers: z.strictObject({ hosting: z.optional(answer), enjoyed: z.optional(answer), again: z.optional(answer) }),
  quote: z.optional(z.string()),
  quoteConsent: z.boolean(),
  /** For the organiser only. */
  improve: z.optional(z.string()),
  /** The organiser who typed them in from paper, as long as the school has not changed them itself. */
  typedBy: z.optional(id),
  firstAnsweredAt: instant,
  answeredAt: instant,
  version: z.int(),
});
export type Response = z.infer<typeof response>;

/** The statements put to a school about an event: the one on hosting only where it was the host. */
export function statementsFor({ host }: Pick<AskedAbout, 'host'>) {
  return statements.filter((one) => one.asked === 'all' || host);
}

/** How far a school has come with one event, and the statements it has left open. */
export type Progress = {
  readonly state: 'not-started' | 'part-done' | 'done' | 'not-there';
  readonly open: readonly StatementId[];
};

/** Reads off the progress: done is an answer to each statement asked; the text boxes are always optional. */
export function progressOf(asked: Pick<AskedAbout, 'host'>, current: Response | undefined): Progress {
  const open = statementsFor(asked).flatMap((one) => (current?.answers[one.id] === undefined ? [one.id] : []));
  if (!current) return { state: 'not-started', open };
  if (!current.tookPart) return { state: 'not-there', open: [] };
  return { state: open.length === 0 ? 'done' : 'part-done', open };
}

/** The answer that counts: 1 to 5, of a school that took part. Open and not applicable count nowhere. */
export function countedAnswer({ tookPart, answers }: Response, statement: StatementId): number | undefined {
  const given = answers[statement];
  return tookPart && typeof given === 'number' ? given : undefined;
}

/** The last day on which answers are taken: the survey's own, or once any are kept, the fourteenth day after the first. */
export function surveyLastDay({ surveyCloses }: Edition, current: Pick<Response, 'firstAnsweredAt'> | undefined): LocalDate {
  return current ? daysAfter(londonDate(current.firstAnsweredAt), changeableFor) : surveyCloses;
}

/** How many days after a survey went out somebody who has not answered is reminded, once. */
const remindedAfter = 4;

/** Whether a reminder of a survey is due: some days after it went out, as long as answers are taken. */
export function surveyReminderDue(askedAt: Instant, { surveyCloses }: Pick<Edition, 'surveyCloses'>, now: Instant): boolean {
  const today = londonDate(now);
  return today >= daysAfter(londonDate(askedAt), remindedAfter) && today <= surveyCloses;
}

/** Whether answers are taken now. Never once the edition is reported. */
export function isSurveyOpen(edition: Edition, current: Pick<Response, 'firstAnsweredAt'> | undefined, now: Instant): boolean {
  return edition.state !== 'reported' && londonDate(now) <= surveyLastDay(edition, current);
}

type Sent = {
  readonly edition: Edition;
  readonly school: Registration;
  readonly asked: AskedAbout;
  readonly form: SurveyForm;
  /** The organiser who types them in from paper; without it they come by the school's own link. */
  readonly typedBy?: string | undefined;
  readonly now: Instant;
};

/**
 * Keeps what a school sent about an event, with what it sent before; the same again changes nothing. Conflict
 * `survey-closed` after the last day, and those of `refuseTyping`. Invalid `not-asked` for a statement it is not asked,
 * `nothing-answered` for a first form with nothing in it.
 */
export function answerSurvey(current: Response | undefined, sent: Sent): Decision<Response> {
  const { edition, school, asked, form, typedBy, now } = sent;
  if (!isSurveyOpen(edition, current, now)) {
    throw new AppError('conflict', 'survey-closed', 'This survey has closed. Thank you for taking part.');
  }
  if (typedBy !== undefined) refuseTyping(current);
  refuse(current, asked, form);
  const state: Response = {
    edition: edition.edition,
    registration: school.registration,
    urn: school.urn,
    event: asked.event,
    tookPart: form.tookPart ?? current?.tookPart ?? true,
    answers: { ...current?.answers, ...chosen(form) },
    ...textsOf(current, form),
    typedBy,
    firstAnsweredAt: current?.firstAnsweredAt ?? now,
    answeredAt: now,
    version: (current?.version ?? 0) + 1,
  };
  if (current && sameAnswers(['tookPart', 'answers', 'quote', 'quoteConsent', 'improve'], current, state)) {
    return { state: current, facts: [] };
  }
  if (typedBy !== undefined) refuseTypingAgain(current, form);
  const { registration, urn: of, version } = state;
  const type = typedBy === undefined ? 'survey.answered.v1' : 'survey.typed.v1';
  return { state, facts: [{ type, data: { registration, urn: of, version } }] };
}

function refuse(current: Response | undefined, asked: AskedAbout, form: SurveyForm): void {
  if (form.hosting !== undefined && !asked.host) {
    throw new AppError('invalid', 'not-asked', 'Only the host school answers this statement.', [
      { path: 'hosting', message: 'Only the host school answers this statement' },
    ]);
  }
  if (current || saysSomething(form)) return;
  throw new AppError('invalid', 'nothing-answered', `${nothingAnswered.message}.`, [nothingAnswered]);
}

function saysSomething({ tookPart, hosting, enjoyed, again, quote, improve }: SurveyForm): boolean {
  return tookPart === false || [hosting, enjoyed, again].some((one) => one !== undefined) || Boolean(quote || improve);
}

function chosen(form: SurveyForm): Response['answers'] {
  const sent = statements.flatMap(({ id: statement }) => {
    const value = form[statement];
    return value === undefined ? [] : [[statement, value === 0 ? ('not-applicable' as const) : value] as const];
  });
  return Object.fromEntries(sent);
}

/** Leave to print belongs to the words it was given for: other words need it anew. */
function textsOf(current: Response | undefined, form: SurveyForm): Pick<Response, 'quote' | 'quoteConsent' | 'improve'> {
  const seen = current !== undefined && form.version === current.version;
  const keep = (sent: string | undefined, held: string | undefined) => (sent === undefined && !seen ? held : sent) || undefined;
  const quote = keep(form.quote, current?.quote);
  const consent = form.quoteConsent ?? (quote === current?.quote && current?.quoteConsent);
  return { quote, quoteConsent: quote !== undefined && consent === true, improve: keep(form.improve, current?.improve) };
}
