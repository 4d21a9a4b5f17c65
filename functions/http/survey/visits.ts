import { slug } from '#shared/domain/fields.ts';
import { isSurveyOpen, surveyLastDay } from '#shared/domain/survey.ts';
import type { VisitSurvey } from '#shared/domain/visit-item.ts';
import { answeredBefore, answerVisit } from '#shared/domain/visit-survey.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { TableReader } from '#shared/ports.ts';
import { visitPage, visitSentPage, visitsPage } from '#web/survey/visit-page.ts';
import type { VisitPart, VisitsSetting } from '#web/survey/visit-page.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { accept } from '../accept.ts';
import { required } from '../confirm-school.ts';
import { offeredTo } from '../held-places.ts';
import { findVisitor } from '../my/visitor.ts';

/** What a visitor is asked about: the one visit's own page, or the list of several. */
export async function showVisits(call: Call<'GET /my/visits', 'survey'>): Promise<Answer> {
  const setting = await findVisits(call.ports.read, call);
  const [part, ...others] = setting.parts;
  const data = { visits: setting.parts.map((one) => dataOf(one, setting)) };
  return { page: part && others.length === 0 ? visitPage({ ...setting, part }) : visitsPage(setting), data };
}

type OneVisit = 'GET /my/visits/{event}' | 'POST /my/visits/{event}';

/** The statements about one visit, with what was answered before. After answering, `?sent=1` says what we have. */
export async function showVisit(call: Call<OneVisit, 'survey'>, filled?: Filled): Promise<Answer> {
  const setting = await findVisits(call.ports.read, call);
  const part = findPart(setting, call.params.event);
  const sent = call.query['sent'] !== undefined && part.current.firstAnsweredAt !== undefined && !filled;
  const page = sent ? visitSentPage({ ...setting, part }) : visitPage({ ...setting, part, filled });
  return { page, data: dataOf(part, setting) };
}

/** Keeps what a visitor sent about one visit, in part or in full; it can be changed for fourteen days. */
export async function answerAboutVisit(call: PostCall<'POST /my/visits/{event}', 'survey'>): Promise<Answer> {
  const { body: form, now, ports, params } = call;
  const setting = await findVisits(ports.read, call);
  const { current: found } = findPart(setting, params.event);
  const { state } = await accept<VisitSurvey>(
    // The answers' own key makes a repeat harmless.
    { ...call, requestKey: undefined },
    {
      edition: found.edition,
      find: () => ports.read.get('visitSurvey', found),
      decide: (current) => answerVisit(required(current), { edition: setting.edition, form, now }),
      writes: (item, when) => [{ put: 'visitSurvey', item, when }],
      reference: ({ event }) => event,
    },
  );
  return { seeOther: `/my/visits/${found.event}?sent=1`, data: { answers: state?.answers, version: state?.version } };
}

type Reading = Pick<Call<OneVisit, 'survey'>, 'session' | 'now'>;

async function findVisits(read: TableReader, { session, now }: Reading): Promise<VisitsSetting> {
  const found = await findVisitor(read, session);
  const offered = await offeredTo(session, read);
  const parts = await Promise.all(
    offered.map(async ({ event, offer }): Promise<VisitPart[]> => {
      const current = offer.state === 'accepted' ? await read.get('visitSurvey', offer) : undefined;
      return current ? [{ event, current }] : [];
    }),
  );
  return { ...found, now, parts: parts.flat() };
}

function findPart({ parts }: VisitsSetting, event: string): VisitPart {
  const found = slug.safeParse(event).success ? parts.find((one) => one.event.event === event) : undefined;
  if (!found) throw new AppError('not-found', 'not-asked', 'We have not asked you about this visit.');
  return found;
}

function dataOf({ event, current }: VisitPart, { edition, now }: VisitsSetting) {
  const before = answeredBefore(current);
  const { answers, version } = current;
  return {
    event: event.event,
    answers,
    version,
    accepts: isSurveyOpen(edition, before, now),
    until: surveyLastDay(edition, before),
  };
}
