import { id } from '#shared/domain/fields.ts';
import { balanceOf, coverageOf } from '#shared/domain/funding/coverage.ts';
import type { MenuEntry, SectorSession } from '#shared/domain/funding/items.ts';
import { refusedAt } from '#shared/domain/funding/lines.ts';
import { cancelSession, holdSession, keepMenuEntry, matchSession } from '#shared/domain/funding/sessions.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { TableReader, Write } from '#shared/ports.ts';
import { sessionPage } from '#web/funding/session.ts';
import { sessionsPage } from '#web/funding/sessions.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { accept } from '../accept.ts';
import { findEdition } from '../find.ts';
import { matchesFor, type People, peopleOf } from './match.ts';

type Path = '/organiser/editions/{edition}/funding/sessions';
type OnePath = `${Path}/{session}`;

/** The menu and what is asked from it, with everybody's names. */
async function findSessions(read: TableReader, edition: string) {
  const key = { edition };
  const found = await findEdition(read, edition, { drafts: true });
  const [menu, sessions, registrations, people] = await Promise.all([
    read.list('menuEntry', key),
    read.list('sectorSession', key),
    read.list('registration', key),
    peopleOf(read, key),
  ]);
  const schools = registrations
    .filter(({ state }) => state === 'confirmed')
    .toSorted((a, b) => a.schoolName.localeCompare(b.schoolName, 'en-GB'));
  const called = new Map(registrations.map(({ urn, schoolName }) => [urn, schoolName]));
  return { ...found, menu, sessions, schools, called, people };
}

/** The menu, what schools asked for, which sectors each school had, and how role models describe themselves. */
export async function showSessions(
  { ports: { read }, params, session }: Call<`${'GET' | 'POST'} ${Path}`, 'funding'>,
  filled?: Filled,
): Promise<Answer> {
  const found = await findSessions(read, params.edition);
  const coverage = coverageOf(
    found.schools.map(({ urn }) => urn),
    found.sessions,
  );
  const balance = balanceOf(found.sessions);
  return {
    page: sessionsPage({ ...found, organiser: session, coverage, balance, filled }),
    data: { menu: found.menu, sessions: found.sessions, coverage, balance },
  };
}

/** Puts a session on the menu, or puts one right. */
export async function keepEntry(call: PostCall<`POST ${Path}`, 'funding'>): Promise<Answer> {
  const { ports, params, body: form } = call;
  await findEdition(ports.read, params.edition, { drafts: true });
  const people = await peopleOf(ports.read, params);
  const visitor = form.visitor === undefined ? undefined : people.find((one) => one.id === form.visitor);
  if (form.visitor !== undefined && !visitor) throw refusedAt('visitor', 'Choose somebody who has signed up');
  const by = visitor && { kind: visitor.kind, id: visitor.id };
  const key = { edition: params.edition, entry: form.entry };
  await accept<MenuEntry>(call, {
    edition: params.edition,
    find: () => ports.read.get('menuEntry', key),
    decide: (current) => keepMenuEntry(current, { edition: params.edition, form, visitor: by }),
    writes: (item, when) => [{ put: 'menuEntry', item, when }],
    reference: ({ entry }) => entry,
  });
  return { seeOther: `/organiser/editions/${params.edition}/funding/sessions`, data: { entry: form.entry } };
}

/** One session that a school asked for: who could come and why, and the forms for what comes next. */
export async function showSession(
  { ports: { read }, params, session, now }: Call<`GET ${OnePath}` | `POST ${OnePath}/${'match' | 'held' | 'cancel'}`, 'funding'>,
  filled?: Filled,
): Promise<Answer> {
  const [found, one] = await Promise.all([findSessions(read, params.edition), findOne(read, params)]);
  const matches = await matchesFor(read, { ...found, one });
  const claim = await read.get('outputClaim', { edition: params.edition, kind: 'session', output: one.session });
  const page = sessionPage({ ...found, organiser: session, one, matches, claimed: claim !== undefined, now, filled });
  return { page, data: { session: one, matches: matches.map(shown) } };
}

function shown({ contact: _, email: __, ...rest }: Awaited<ReturnType<typeof matchesFor>>[number]) {
  return rest;
}

/** Says who comes to a session. Invalid `funding-visitor` for somebody who has not signed up. */
export async function match(call: PostCall<`POST ${OnePath}/match`, 'funding'>): Promise<Answer> {
  const { ports, params, body } = call;
  const people: People = await peopleOf(ports.read, params);
  const visitor = people.find(({ kind, id: known }) => kind === body.kind && known === body.visitor);
  if (!visitor) throw refusedAt('visitor', 'Choose somebody who has signed up');
  return change(call, (current) => matchSession(current, { kind: visitor.kind, id: visitor.id }));
}

/** Writes down who was there. */
export async function hold(call: PostCall<`POST ${OnePath}/held`, 'funding'>): Promise<Answer> {
  const { body: form, now } = call;
  return change(call, (current, claimed) => holdSession(current, { form, claimed, now }));
}

/** Calls a session off. */
export async function cancel(call: PostCall<`POST ${OnePath}/cancel`, 'funding'>): Promise<Answer> {
  return change(call, cancelSession);
}

/** Any of the changes, whatever its form. */
type Changing = Omit<PostCall<`POST ${OnePath}/cancel`, 'funding'>, 'body'>;

async function change(
  call: Changing,
  decide: (current: SectorSession, claimed: boolean) => ReturnType<typeof cancelSession>,
): Promise<Answer> {
  const { ports, params, now } = call;
  await findEdition(ports.read, params.edition, { drafts: true });
  let claimed = false;
  const { state } = await accept<SectorSession>(call, {
    edition: params.edition,
    find: async () => {
      const current = await findOne(ports.read, params);
      const claim = await ports.read.get('outputClaim', { edition: params.edition, kind: 'session', output: current.session });
      claimed = claim !== undefined;
      return current;
    },
    decide: (current) => {
      if (!current) throw noSuchSession();
      return decide(current, claimed);
    },
    writes: (item, when) => [{ put: 'sectorSession', item, when }, taskOf(item, now)],
    reference: ({ session }) => session,
  });
  const { edition, session } = params;
  return { seeOther: `/organiser/editions/${edition}/funding/sessions/${session}`, data: { session, state: state?.state } };
}

/** What waits for an organiser because of a session: somebody to come, until somebody does or it is called off. */
export function taskOf({ edition, session: subject, urn, state }: SectorSession, since: Instant): Write {
  const task = { edition, kind: 'session' as const, subject };
  return state === 'asked'
    ? { put: 'task', item: { ...task, urn, since }, when: 'any' }
    : { remove: 'task', key: task, when: 'any' };
}

/** A session as it is now. Not found `no-such-session`. */
export async function findOne(
  read: TableReader,
  key: { readonly edition: string; readonly session: string },
): Promise<SectorSession> {
  const found = id.safeParse(key.session).success ? await read.get('sectorSession', key) : undefined;
  if (!found) throw noSuchSession();
  return found;
}

function noSuchSession(): AppError {
  return new AppError('not-found', 'no-such-session', 'There is no such session.');
}
