import type { Event } from '#shared/domain/event.ts';
import type { Programme } from '#shared/domain/programme.ts';
import { type Held, statementOf } from '#shared/domain/statement.ts';
import type { TableReader } from '#shared/ports.ts';
import type { StatementParams } from '#web/statement/page.ts';
import type { LinkSession } from '../../runtime/sessions.ts';
import { findEdition, findSchool } from '../find.ts';
import { bookingsOf, offeredTo } from '../held-places.ts';
import { findOwnRegistration } from '../my/find-place.ts';
import { findVisitor } from '../my/visitor.ts';

/** What the reader of a link gave or met, as it is counted now. Forbidden `other-purpose` for a link to anything else. */
export async function readStatement(read: TableReader, session: LinkSession): Promise<StatementParams> {
  if (session.purpose === 'registration' || session.purpose === 'survey') {
    const [{ edition, programme }, school] = await Promise.all([
      findEdition(read, session.edition, { tried: true }),
      findOwnRegistration(read, session),
    ]);
    const [booked, all] = await Promise.all([bookingsOf(school, read), read.list('event', session)]);
    const here = new Map([...booked.map(({ event }) => event), ...all.filter(({ host }) => host === school.urn)].map(byName));
    const held = await heldOf([...here.values()], read);
    const came = held.map(({ event, total }) => ({ event, total: ofSchool(total, school.urn) }));
    return {
      edition,
      programme,
      ...(await finish(came, programme, read)),
      reader: { kind: 'school', called: school.schoolName, place: session.purpose === 'registration' },
    };
  }
  const { visitor, edition, programme } = await findVisitor(read, session);
  const offered = await offeredTo(session, read);
  const accepted = offered.filter(({ offer }) => offer.state === 'accepted').map(({ event }) => event);
  const called = visitor.kind === 'organisation' ? visitor.state.name : visitor.state.contact.name;
  const { preparationHours, version } = visitor.state;
  const reader = { kind: visitor.kind, called, preparationHours, version };
  return { edition, programme, ...(await finish(await heldOf(accepted, read), programme, read)), reader };
}

const byName = (event: Event) => [event.event, event] as const;

async function heldOf(events: readonly Event[], read: TableReader): Promise<Held[]> {
  const found = await Promise.all(events.map(async (event) => ({ event, total: await read.get('eventTotal', event) })));
  return found.flatMap(({ event, total }) => (total?.held ? [{ event, total }] : []));
}

/** An event's total as one school has a part in it: its own pupils. */
function ofSchool(total: Held['total'], urn: string): Held['total'] {
  const pupils = total.attendance.filter((one) => one.urn === urn).reduce((sum, one) => sum + one.pupils, 0);
  return { ...total, pupils };
}

async function finish(held: readonly Held[], programme: Programme, read: TableReader) {
  const organisations = new Map(held.flatMap(({ event }) => event.organisations.map((id) => [id, event.edition] as const)));
  const met = new Set(held.flatMap(({ total }) => total.schools));
  const [found, schools] = await Promise.all([
    Promise.all([...organisations].map(([organisation, edition]) => read.get('organisation', { edition, organisation }))),
    Promise.all([...met].map((urn) => findSchool(programme, urn, read))),
  ]);
  const names = new Map(found.flatMap((one) => (one ? [[one.organisation, one.name] as const] : [])));
  return {
    statement: statementOf(
      held,
      schools.flatMap((one) => one ?? []),
    ),
    names,
  };
}
