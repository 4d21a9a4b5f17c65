import { progressOf } from '#shared/domain/survey.ts';
import { surveyStanding } from '#shared/domain/survey-standing.ts';
import type { TableReader } from '#shared/ports.ts';
import { responsesPage } from '#web/responses/list.ts';
import { sheetsPage } from '#web/responses/sheets.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call } from '../../runtime/http.ts';
import { findEdition } from '../find.ts';

/** What schools were asked about and what came back, with the events by their names. */
async function findResponses(read: TableReader, edition: string) {
  const key = { edition };
  const [found, schools, responses, all] = await Promise.all([
    findEdition(read, edition, { drafts: true }),
    read.list('registration', key),
    read.list('response', key),
    read.list('event', key),
  ]);
  const { schools: count, parts } = surveyStanding(schools, responses);
  const events = new Map(all.map((one) => [one.event, one]));
  const about = parts.flatMap((one) => {
    const event = events.get(one.asked.event);
    return event ? [{ ...one, event }] : [];
  });
  return { ...found, count, parts: about };
}

/** Which schools have answered about which events, who did so on paper, and the way to type more in. */
export async function showResponses({
  ports: { read },
  params,
  session,
  query,
  now,
}: Call<'GET /organiser/editions/{edition}/surveys', 'responses'>): Promise<Answer> {
  const found = await findResponses(read, params.edition);
  const rows = found.parts.map(({ school: { urn, registration, schoolName }, asked, current }) => ({
    urn,
    registration,
    schoolName,
    event: asked.event,
    state: progressOf(asked, current).state,
    onPaper: current?.typedBy !== undefined,
  }));
  const done = query['done'] === 'typed';
  return { page: responsesPage({ ...found, organiser: session, now, done }), data: { schools: found.count, rows } };
}

/** A sheet for each school and event that has no answers yet; with `urn`, of that school alone. */
export async function showSheets({
  ports: { read },
  params,
  session,
  query,
}: Call<'GET /organiser/editions/{edition}/surveys/sheets', 'responses'>): Promise<Answer> {
  const found = await findResponses(read, params.edition);
  const { urn } = query;
  const parts = found.parts.filter(({ school, current }) => !current && (urn === undefined || school.urn === urn));
  const sheets = parts.map(({ school, asked }) => ({ urn: school.urn, event: asked.event }));
  return { page: sheetsPage({ ...found, organiser: session, parts }), data: { sheets } };
}
