import type { Edition } from '#shared/domain/edition.ts';
import type { Event } from '#shared/domain/event.ts';
import { memberOf } from '#shared/domain/team.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { TableReader } from '#shared/ports.ts';
import type { EarlierEvents } from '#web/organiser/record-event.ts';
import type { Filled } from '../../runtime/http.ts';
import type { OrganiserSession } from '../../runtime/sessions.ts';

type Look = { readonly edition: Edition; readonly session: Pick<OrganiserSession, 'organiser'>; readonly read: TableReader };

/** The edition of the same programme before one, where whoever asks is on its team. */
export async function editionBefore({ edition, session, read }: Look): Promise<Edition | undefined> {
  const [before] = (await read.list('edition', {}))
    .filter((one) => one.programme === edition.programme && one.ends < edition.starts)
    .toSorted((a, b) => b.ends.localeCompare(a.ends));
  return before && (await mayLook(before.edition, session, read)) ? before : undefined;
}

/** The events that a new one can start from: this edition's, and those of the edition of the programme before it. */
export async function earlierEvents({ edition, session, read }: Look): Promise<EarlierEvents[]> {
  const before = await editionBefore({ edition, session, read });
  return Promise.all(
    [edition, ...(before ? [before] : [])].map(async (one) => ({
      edition: one,
      events: await read.list('event', { edition: one.edition }),
    })),
  );
}

/**
 * The form of a new event, begun with what an earlier one was: all but its short name, its day and its volunteers; of its
 * organisations those that `present` holds. Not found: `event-unknown`, `edition-unknown` for an edition of others.
 */
export async function startFrom(
  from: { readonly edition: string; readonly event: string },
  present: ReadonlySet<string>,
  { edition, session, read }: Look,
): Promise<Filled> {
  if (from.edition !== edition.edition && !(await mayLook(from.edition, session, read))) {
    throw new AppError('not-found', 'edition-unknown', 'There is no such edition.');
  }
  const event = await read.get('event', from);
  if (!event) throw new AppError('not-found', 'event-unknown', 'There is no such event.');
  return { values: valuesOf(event, present), issues: [] };
}

function valuesOf({ kind, title, host, venue, sessions, places, organisations }: Event, present: ReadonlySet<string>) {
  return {
    kind: [kind],
    title: [title],
    organisations: organisations.filter((one) => present.has(one)),
    ...(host === undefined ? {} : { host: [host] }),
    ...(venue === undefined ? {} : { venue: [venue] }),
    sessions: [String(sessions)],
    places: [String(places)],
  };
}

async function mayLook(edition: string, { organiser }: Look['session'], read: TableReader): Promise<boolean> {
  const team = await read.get('team', { edition });
  return team !== undefined && memberOf(team, organiser) !== undefined;
}
