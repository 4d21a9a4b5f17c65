import type { SectorSession } from '#shared/domain/funding/items.ts';
import { askForSession, cancelSession, sessionId } from '#shared/domain/funding/sessions.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { TableReader } from '#shared/ports.ts';
import { mySessionsPage } from '#web/funding/school.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { accept } from '../accept.ts';
import { findPlace } from '../my/find-place.ts';
import { findOne, taskOf } from './sessions.ts';
import { peopleOf } from './match.ts';

type Path = '/my/sector-sessions';

/** The menu for a school by its link, what it asked for, and the form to ask for more. */
export async function showMine(
  { ports: { read }, session }: Call<`${'GET' | 'POST'} ${Path}` | `POST ${Path}/{session}/cancel`, 'funding'>,
  filled?: Filled,
): Promise<Answer> {
  const found = await findPlace(read, session);
  const [menu, sessions, people] = await Promise.all([
    read.list('menuEntry', session),
    ownSessions(read, found.school),
    peopleOf(read, session),
  ]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const offered = menu.filter(({ state }) => state === 'offered');
  return {
    page: mySessionsPage({ ...found, menu, offered, sessions, names, filled }),
    data: { menu: offered, sessions },
  };
}

async function ownSessions(read: TableReader, { edition, urn }: { readonly edition: string; readonly urn: string }) {
  const all = await read.list('sectorSession', { edition });
  return all.filter((one) => one.urn === urn).toSorted((a, b) => a.on.localeCompare(b.on));
}

/** Asks for a session. */
export async function askFor(call: PostCall<`POST ${Path}`, 'funding'>): Promise<Answer> {
  const { ports, session, body: form, now } = call;
  const { edition, school } = await findPlace(ports.read, session);
  const menu = await ports.read.list('menuEntry', session);
  const key = { edition: edition.edition, session: sessionId(school, form) };
  await accept<SectorSession>(call, {
    edition: edition.edition,
    find: () => ports.read.get('sectorSession', key),
    decide: (current) => askForSession(current, { edition, school, menu, form, now }),
    writes: (item, when) => [{ put: 'sectorSession', item, when }, taskOf(item, now)],
    reference: (state) => state.session,
  });
  return { seeOther: '/my/sector-sessions', data: { session: key.session } };
}

/** Calls a session off for a school. Not found for another school's; conflict `session-held` once it was held. */
export async function callOff(call: PostCall<`POST ${Path}/{session}/cancel`, 'funding'>): Promise<Answer> {
  const { ports, session, params, now } = call;
  const { edition, school } = await findPlace(ports.read, session);
  const key = { edition: edition.edition, session: params.session };
  const own = async () => {
    const found = await findOne(ports.read, key);
    if (found.urn !== school.urn) throw new AppError('not-found', 'no-such-session', 'Your school has no such session.');
    if (found.state === 'held') throw new AppError('conflict', 'session-held', 'This session was held already.');
    return found;
  };
  const before = await own();
  await accept<SectorSession>(call, {
    edition: edition.edition,
    find: own,
    decide: (current = before) => cancelSession(current, false),
    writes: (item, when) => [{ put: 'sectorSession', item, when }, taskOf(item, now)],
    reference: (state) => state.session,
  });
  return { seeOther: '/my/sector-sessions', data: key };
}
