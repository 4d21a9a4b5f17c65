import { moveEdition } from '#shared/domain/edition.ts';
import { planEdition } from '#shared/domain/edition-settings.ts';
import { openProgramme } from '#shared/domain/programme.ts';
import { editionsOf, firstTeam, memberOf, type Team } from '#shared/domain/team.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { sameAnswers } from '#shared/kernel/text.ts';
import type { TableReader } from '#shared/ports.ts';
import { londonDate } from '#shared/kernel/time.ts';
import { organiserEditionPage } from '#web/organiser/edition.ts';
import { organiserHomePage } from '#web/organiser/home.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import type { OrganiserSession } from '../../runtime/sessions.ts';
import { accept } from '../accept.ts';
import { findEdition } from '../find.ts';
import { isOwner } from '../owners.ts';

type HomeRoute = 'GET /organiser' | 'POST /organiser/programmes' | 'POST /organiser/editions';
type Sent = { readonly sent: 'open' | 'plan'; readonly filled: Filled };

/** The editions that one organiser is on the team of, with their programmes; an owner sees all programmes. */
export async function showHome(call: Call<HomeRoute, 'organiser'>, sent?: Sent): Promise<Answer> {
  const { ports, session } = call;
  const { read } = ports;
  const [all, every, teams] = await Promise.all([read.list('programme', {}), read.list('edition', {}), read.list('team', {})]);
  const mine = editionsOf(teams, session.organiser);
  const editions = every.filter(({ edition }) => mine.has(edition));
  const owner = isOwner(session);
  const programmes = owner ? all : all.filter((one) => editions.some(({ programme }) => programme === one.programme));
  const adminOf = editions.filter(({ edition }) => isAdmin(teams, edition, session)).map(({ programme }) => programme);
  const mayPlan = programmes.filter(({ programme }) => owner || adminOf.includes(programme));
  const page = organiserHomePage({ organiser: session, programmes, editions, mayOpen: owner, mayPlan, ...sent });
  return { page, data: { programmes, editions } };
}

/** The same with the form to open a programme, or to plan an edition, as it came back. */
export const showHomeAgain = {
  open: (call: Call<HomeRoute, 'organiser'>, filled: Filled) => showHome(call, { sent: 'open', filled }),
  plan: (call: Call<HomeRoute, 'organiser'>, filled: Filled) => showHome(call, { sent: 'plan', filled }),
};

function isAdmin(teams: readonly Team[], edition: string, { organiser }: OrganiserSession): boolean {
  const team = teams.find((one) => one.edition === edition);
  return (team && memberOf(team, organiser)?.roles.includes('admin')) ?? false;
}

/** Opens a programme. The same again changes nothing; conflict `programme-exists` for another under its id. */
export async function addProgramme({
  ports,
  body,
  session,
}: PostCall<'POST /organiser/programmes', 'organiser'>): Promise<Answer> {
  if (!isOwner(session)) {
    throw new AppError('forbidden', 'role-needed', 'Only those whom the settings of this site name can open a programme.');
  }
  const programme = openProgramme(body);
  const { ok } = await ports.write.transact([{ put: 'programme', item: programme, when: 'absent' }]);
  const stands = ok ? programme : await ports.read.get('programme', programme);
  if (!stands || !sameAnswers(Object.keys(body), stands, programme)) {
    throw new AppError('conflict', 'programme-exists', 'Another programme has this short name.');
  }
  return { status: 201, seeOther: '/organiser', data: stands };
}

/** Plans an edition in draft. The same again changes nothing; conflict `edition-exists` for another under its id. */
export async function addEdition({
  ports,
  body,
  session,
  now,
}: PostCall<'POST /organiser/editions', 'organiser'>): Promise<Answer> {
  await requirePlanner(body.programme, session, ports.read);
  if (!(await ports.read.get('programme', { programme: body.programme }))) {
    const message = 'Choose a programme that exists';
    throw new AppError('invalid', 'programme-unknown', `${message}.`, [{ path: 'programme', message }]);
  }
  const edition = planEdition(body);
  const { ok } = await ports.write.transact([
    { put: 'edition', item: edition, when: 'absent' },
    { put: 'team', item: firstTeam(edition.edition, session.email, now), when: 'absent' },
  ]);
  const stands = ok ? edition : await ports.read.get('edition', edition);
  if (!stands || !sameAnswers(Object.keys(body), stands, edition)) {
    throw new AppError('conflict', 'edition-exists', 'Another edition has this short name.');
  }
  return { status: 201, seeOther: `/organiser/editions/${edition.edition}`, data: stands };
}

async function requirePlanner(programme: string, session: OrganiserSession, read: TableReader): Promise<void> {
  if (isOwner(session)) return;
  const [editions, teams] = await Promise.all([read.list('edition', {}), read.list('team', {})]);
  if (editions.some((one) => one.programme === programme && isAdmin(teams, one.edition, session))) return;
  throw new AppError('forbidden', 'role-needed', 'Only an admin of one of the programme’s editions can plan the next.');
}

/** One edition: what waits for an organiser, where it stands, and its live figures. */
export async function showOneEdition({
  ports: { read },
  params,
  session,
  now,
}: Call<'GET /organiser/editions/{edition}', 'organiser'>): Promise<Answer> {
  const found = await findEdition(read, params.edition, { drafts: true });
  const [total, tasks, waiting] = await Promise.all([
    read.get('editionTotal', params),
    read.list('task', params, { limit: 1000 }),
    read.list('waitingMail', params, { limit: 1000 }),
  ]);
  const held = waiting.filter(({ state }) => state === 'held').length;
  const page = organiserEditionPage({ ...found, organiser: session, total, tasks, held, today: londonDate(now) });
  return { page, data: { ...found, total, tasks, held } };
}

/** Moves an edition on by one step. */
export async function stepEdition(call: PostCall<'POST /organiser/editions/{edition}/state', 'organiser'>): Promise<Answer> {
  const { ports, params, body } = call;
  await findEdition(ports.read, params.edition, { drafts: true });
  const { state } = await accept(call, {
    edition: params.edition,
    find: () => ports.read.get('edition', params),
    decide: (current) => {
      if (!current) throw new AppError('not-found', 'edition-unknown', 'There is no such edition.');
      return moveEdition(current, body.state);
    },
    writes: (edition, when) => [{ put: 'edition', item: edition, when }],
    reference: (edition) => edition.state,
  });
  return { seeOther: `/organiser/editions/${params.edition}`, data: state ?? {} };
}
