import { isSurveyOpen, progressOf, surveyLastDay } from '#shared/domain/survey.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { TableReader } from '#shared/ports.ts';
import { surveyNotYetPage } from '#web/survey/closed.ts';
import { surveyListPage, surveySentPage } from '#web/survey/list.ts';
import { surveyPage } from '#web/survey/page.ts';
import type { SurveyPart, SurveySetting } from '#web/survey/setting.ts';
import { surveySheetPage } from '#web/survey/sheet.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import type { LinkSession } from '../../runtime/sessions.ts';
import { findEdition } from '../find.ts';
import { findOwnRegistration } from '../my/find-place.ts';
import { keepAnswers, partAbout, partsOf } from './keep-answers.ts';

/** What a school is asked about: the one event's own page, or the list of several with how far it has come with each. */
export async function showSurveys(call: Call<'GET /my/survey', 'survey'>): Promise<Answer> {
  const setting = await findSurvey(call.ports.read, call);
  const [part, ...others] = setting.parts;
  const data = { events: setting.parts.map((one) => dataOf(one, setting)) };
  if (!part) return { page: surveyNotYetPage(setting), data };
  return { page: others.length > 0 ? surveyListPage(setting) : surveyPage({ ...setting, part }), data };
}

type OneEvent = 'GET /my/survey/{event}' | 'POST /my/survey/{event}' | 'GET /my/survey/{event}/sheet';

/** The statements about one event, with what was answered before. After answering, `?sent=1` says what we have. */
export async function showSurvey(call: Call<OneEvent, 'survey'>, filled?: Filled): Promise<Answer> {
  const setting = await findSurvey(call.ports.read, call);
  const part = partAbout(setting.parts, call.params.event);
  const sent = call.query['sent'] !== undefined && part.current !== undefined && !filled;
  const page = sent ? surveySentPage({ ...setting, part }) : surveyPage({ ...setting, part, filled });
  return { page, data: dataOf(part, setting) };
}

/** The statements about one event on a sheet, to print. */
export async function showSheet(call: Call<'GET /my/survey/{event}/sheet', 'survey'>): Promise<Answer> {
  const setting = await findSurvey(call.ports.read, call);
  const part = partAbout(setting.parts, call.params.event);
  return { page: surveySheetPage({ ...setting, part }), data: dataOf(part, setting) };
}

/** Keeps what a school sent about one event, in part or in full; it can be changed for fourteen days. */
export async function answer(call: PostCall<'POST /my/survey/{event}', 'survey'>): Promise<Answer> {
  const setting = await findSurvey(call.ports.read, call);
  const { edition, school } = setting;
  const { asked } = partAbout(setting.parts, call.params.event);
  const state = await keepAnswers(call, { edition, school, asked, form: call.body });
  const { state: progress, open } = progressOf(asked, state);
  return { seeOther: `/my/survey/${asked.event}?sent=1`, data: { state: progress, open, version: state?.version } };
}

type Reading = { readonly session: LinkSession; readonly now: Call<OneEvent, 'survey'>['now'] };

async function findSurvey(read: TableReader, { session, now }: Reading): Promise<SurveySetting> {
  // A link to the school's place is worth more than one to its survey: it opens both.
  if (session.purpose !== 'survey' && session.purpose !== 'registration') {
    throw new AppError('forbidden', 'other-purpose', 'Open the survey by the link in its own email.');
  }
  const [found, school] = await Promise.all([
    findEdition(read, session.edition, { tried: true }),
    findOwnRegistration(read, session),
  ]);
  const parts = await partsOf(read, school);
  return { ...found, school, parts, now, ownsPlace: session.purpose === 'registration' };
}

function dataOf({ asked, current }: SurveyPart, { edition, now }: SurveySetting) {
  const { state, open } = progressOf(asked, current);
  const { answers = {}, version = 0, typedBy } = current ?? {};
  const taken = { accepts: isSurveyOpen(edition, current, now), until: surveyLastDay(edition, current) };
  return { event: asked.event, host: asked.host, state, open, answers, version, onPaper: typedBy !== undefined, ...taken };
}
