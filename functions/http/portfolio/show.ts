import type { Edition } from '#shared/domain/edition.ts';
import { type Standing, standingOf } from '#shared/domain/portfolio/standing.ts';
import { editionsOf } from '#shared/domain/team.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { TableReader } from '#shared/ports.ts';
import { portfolioPage } from '#web/portfolio/page.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call } from '../../runtime/http.ts';
import { findMailPause } from '../find.ts';
import { isOwner } from '../owners.ts';

/** How every edition stands that one is on the team of; an owner sees all. */
export async function showPortfolio({
  ports: { read },
  session,
  now,
}: Call<'GET /organiser/portfolio', 'portfolio'>): Promise<Answer> {
  const [strategies, programmes, editions, teams] = await Promise.all([
    read.list('strategy', {}),
    read.list('programme', {}),
    read.list('edition', {}),
    read.list('team', {}),
  ]);
  const owner = isOwner(session);
  const mine = editionsOf(teams, session.organiser);
  const seen = editions.filter(({ edition }) => owner || mine.has(edition));
  const standings = await Promise.all(seen.map((edition) => readStanding(edition, read, now)));
  const known = programmes.filter(({ programme }) => owner || seen.some((one) => one.programme === programme));
  const page = portfolioPage({ organiser: session, strategies, programmes: known, standings, mayWrite: owner });
  return { page, data: { strategies, standings } };
}

async function readStanding(edition: Edition, read: TableReader, now: Instant): Promise<Standing> {
  const key = { edition: edition.edition };
  const [mailPause, total, reports, lines, courses, tasks] = await Promise.all([
    findMailPause(read, edition.edition),
    read.get('editionTotal', key),
    read.list('reportEdition', key),
    read.list('fundingLine', key),
    read.list('schoolCourse', key),
    read.list('task', key, { limit: 1000 }),
  ]);
  return standingOf(
    { edition, mailPause, total, reports, lines, courses, tasks: tasks.filter(({ kind }) => kind !== 'report').length },
    now,
  );
}
