import { isSurveyOpen, progressOf, surveyLastDay } from '#shared/domain/survey.ts';
import { memberOf } from '#shared/domain/team.ts';
import type { TableReader } from '#shared/ports.ts';
import { typeInPage } from '#web/responses/type-in.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { findEdition } from '../find.ts';
import { findRegistration } from '../records/find.ts';
import { keepAnswers, partAbout, partsOf } from '../survey/keep-answers.ts';

type Path = '/organiser/editions/{edition}/surveys/{event}/{urn}/{registration}';
type Params = PostCall<`POST ${Path}`, 'responses'>['params'];

/** The form for what a school answered on paper about one event, with what was typed in before. */
export async function showTypingIn(
  { ports: { read }, params, session, now }: Call<`${'GET' | 'POST'} ${Path}`, 'responses'>,
  filled?: Filled,
): Promise<Answer> {
  const [found, { school, part }, team] = await Promise.all([
    findEdition(read, params.edition, { drafts: true }),
    findPart(read, params),
    read.get('team', params),
  ]);
  const { current } = part;
  const typist = team && current?.typedBy !== undefined ? memberOf(team, current.typedBy) : undefined;
  const page = typeInPage({ ...found, organiser: session, school, part, typist: typist?.email, now, filled });
  const { state, open } = progressOf(part.asked, current);
  const onPaper = current?.typedBy !== undefined;
  // What a school answered itself is between it and the report.
  const shown = onPaper ? { answers: current.answers, version: current.version } : { version: 0 };
  const taken = { accepts: isSurveyOpen(found.edition, current, now), until: surveyLastDay(found.edition, current) };
  return { page, data: { event: part.asked.event, host: part.asked.host, state, open, onPaper, ...shown, ...taken } };
}

/** Keeps what a school answered on paper, by the same rules as if it had sent it. */
export async function typeIn(call: PostCall<`POST ${Path}`, 'responses'>): Promise<Answer> {
  const { ports, params, session, body: form } = call;
  const [{ edition }, { school, part }] = await Promise.all([
    findEdition(ports.read, params.edition, { drafts: true }),
    findPart(ports.read, params),
  ]);
  const state = await keepAnswers(call, { edition, school, asked: part.asked, form, typedBy: session.organiser });
  const progress = progressOf(part.asked, state);
  return {
    seeOther: `/organiser/editions/${params.edition}/surveys?done=typed`,
    data: { ...progress, version: state?.version, until: surveyLastDay(edition, state) },
  };
}

/** A school and the one event it is asked about. Not found `record-unknown`, `not-asked`. */
async function findPart(read: TableReader, params: Params) {
  const school = await findRegistration(read, params);
  return { school, part: partAbout(await partsOf(read, school), params.event) };
}
