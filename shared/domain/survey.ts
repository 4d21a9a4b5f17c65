import * as z from 'zod/mini';
import { AppError } from '../kernel/errors.ts';
import { sameAnswers } from '../kernel/text.ts';
import { instant, londonDate, type Instant } from '../kernel/time.ts';
import type { Decision } from './decision.ts';
import type { Edition } from './edition.ts';
import { id, optionalLines, slug, urn } from './fields.ts';
import type { Registration } from './registration.ts';

/**
 * The statements of the schools' survey of 2025, with their wording and who is asked.
 * Source: Coventry Primary Aspirations Week 2025, the council's child-friendly news page.
 */
export const statements = [
  { id: 'hosting', text: 'Hosting an event was a positive experience for our school', asked: 'hosts' },
  { id: 'enjoyed', text: 'The children really enjoyed themselves', asked: 'all' },
  { id: 'again', text: 'We want to be involved in similar events in future', asked: 'all' },
] as const;
export type StatementId = (typeof statements)[number]['id'];

/** The five answers, from 1 (strongly disagree) to 5 (strongly agree). */
const likert = z
  .int('Choose an answer')
  .check(z.minimum(1, 'Choose an answer from 1 to 5'), z.maximum(5, 'Choose an answer from 1 to 5'));

/** What a school sends: an answer to each statement it is asked, and a quote it may let us print. */
export const surveyForm = z
  .strictObject({
    hosting: z.optional(likert),
    enjoyed: z.optional(likert),
    again: z.optional(likert),
    quote: optionalLines(600),
    quoteConsent: z.optional(z.boolean('Say whether we may print your words')),
  })
  .check(
    z.refine((form) => form.hosting !== undefined || form.enjoyed !== undefined || form.again !== undefined, {
      message: 'Answer at least one statement',
      path: ['enjoyed'],
    }),
  );
export type SurveyForm = z.infer<typeof surveyForm>;

/** One school's answers. Confidential, not anonymous: one respondent per link, changeable until the survey closes. */
export const response = z.strictObject({
  edition: slug,
  registration: id,
  urn,
  answers: z.strictObject({ hosting: z.optional(likert), enjoyed: z.optional(likert), again: z.optional(likert) }),
  quote: z.optional(z.string()),
  quoteConsent: z.boolean(),
  answeredAt: instant,
  version: z.int(),
});
export type Response = z.infer<typeof response>;

/** The statements put to a school: the one on hosting goes to hosts only. */
export function statementsFor(school: Pick<Registration, 'roles'>) {
  return statements.filter((one) => one.asked === 'all' || school.roles.includes('host'));
}

type Answer = { readonly edition: Edition; readonly school: Registration; readonly form: SurveyForm; readonly now: Instant };

/** Keeps a school's answers, replacing its earlier ones; the same ones again change nothing. Gone `survey-closed` after the last day; invalid for an item not asked. */
export function answerSurvey(current: Response | undefined, { edition, school, form, now }: Answer): Decision<Response> {
  if (londonDate(now) > edition.surveyCloses || edition.state === 'reported') {
    throw new AppError('gone', 'survey-closed', 'This survey has closed. Thank you for taking part.');
  }
  if (form.hosting !== undefined && !school.roles.includes('host')) {
    throw new AppError('invalid', 'not-asked', 'Only host schools answer this statement.', [
      { path: 'hosting', message: 'Only host schools answer this statement' },
    ]);
  }
  const { quote, quoteConsent, ...answers } = form;
  const state: Response = {
    edition: edition.edition,
    registration: school.registration,
    urn: school.urn,
    answers,
    quote,
    quoteConsent: quote !== undefined && quoteConsent === true,
    answeredAt: now,
    version: (current?.version ?? 0) + 1,
  };
  if (current && sameAnswers(['answers', 'quote', 'quoteConsent'], current, state)) return { state: current, facts: [] };
  return {
    state,
    facts: [{ type: 'survey.answered.v1', data: { registration: state.registration, urn: state.urn, version: state.version } }],
  };
}
