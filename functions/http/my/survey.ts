import { answerSurvey } from '#shared/domain/survey.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { surveyPage, surveyThanksPage } from '#web/survey/page.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import type { LinkSession } from '../../runtime/sessions.ts';
import { accept, referenceOf } from '../accept.ts';
import { findEdition } from '../find.ts';
import { findOwnRegistration } from './school-place.ts';

/** The statements for this school's role, with its earlier answers. After answering, `?thanks=1` says thank you. */
export async function showSurvey(
  { ports: { read }, session, query, newId }: Call<'GET /my/survey' | 'POST /my/survey', 'my'>,
  filled?: Filled,
): Promise<Answer> {
  requireSurveyLink(session);
  const found = await findEdition(read, session.edition);
  if (query['thanks']) return { page: surveyThanksPage(found) };
  const school = await findOwnRegistration(read, session);
  const current = await read.get('response', school);
  return {
    page: surveyPage({ ...found, school, current, requestKey: newId(), filled }),
    data: { answers: current?.answers ?? {} },
  };
}

/** Keeps a school's answers, or changes them until the survey closes. */
export async function answer(call: PostCall<'POST /my/survey', 'my'>): Promise<Answer> {
  const { body, now, ports, session } = call;
  requireSurveyLink(session);
  const [{ edition }, school] = await Promise.all([
    findEdition(ports.read, session.edition),
    findOwnRegistration(ports.read, session),
  ]);
  // The response's own key makes a repeat harmless: no request key, so that an answer costs two writes and no more.
  await accept(
    { ...call, requestKey: undefined },
    {
      edition: edition.edition,
      find: () => ports.read.get('response', school),
      decide: (current) => answerSurvey(current, { edition, school, form: body, now }),
      writes: (state, when) => [{ put: 'response', item: state, when }],
      reference: ({ registration }) => referenceOf(registration),
    },
  );
  return { seeOther: '/my/survey?thanks=1', data: { state: 'answered' } };
}

function requireSurveyLink({ purpose }: LinkSession): void {
  if (purpose !== 'survey') throw new AppError('forbidden', 'other-purpose', 'Open the survey by the link in its own email.');
}
