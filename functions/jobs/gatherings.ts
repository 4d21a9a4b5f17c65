import { type Gathering, gatheringOf } from '#shared/domain/clash.ts';
import { type Position, positionOfPostcode, positionsOf, postcodeIn } from '#shared/domain/distance.ts';
import type { Event } from '#shared/domain/event.ts';
import type { School } from '#shared/domain/school.ts';
import { keepFor } from '#shared/kernel/keep.ts';
import type { TableReader } from '#shared/ports.ts';
import { schoolsOf } from '../http/find.ts';

/** An event as clashes see it, and a text that changes whenever one of its parts does. */
export type GatheringFound = { readonly gathering: Gathering; readonly event: Event; readonly versions: string };

type HalfDay = { readonly edition: string; readonly halfDay: string };

/**
 * What the events of a half-day's whole day take up, without the cancelled ones: who is at one in the morning must get to
 * the next. One query for the events and two for each.
 */
export async function gatheringsAt({ edition, halfDay }: HalfDay, read: TableReader): Promise<GatheringFound[]> {
  const events = await read.list('event', { edition });
  const day = halfDay.slice(0, 10);
  const there = events.filter((one) => one.halfDay.slice(0, 10) === day && one.state !== 'cancelled');
  return Promise.all(
    there.map(async (event) => {
      const [offers, bookings, at] = await Promise.all([
        read.list('offer', event),
        read.list('booking', event),
        positionOfEvent(event, read),
      ]);
      const versions = [event, ...offers, ...bookings].map(({ version }) => version).join('.');
      return { gathering: gatheringOf(event, offers, bookings, at), event, versions: `${event.event}:${versions}` };
    }),
  );
}

type Placed = Pick<Event, 'edition' | 'event' | 'kind' | 'host' | 'venue'>;

/** Where an event is, as well as the register of schools knows: its host, else the postcode of its address or venue. */
export async function positionOfEvent(
  { edition, event, kind, host, venue }: Placed,
  read: TableReader,
): Promise<Position | undefined> {
  if (kind === 'online') return undefined;
  const schools = (await recentSchools(read, edition)) ?? [];
  if (host !== undefined) return schools.filter(({ urn }) => urn === host).flatMap(positionsOf)[0];
  const said = event === '' ? undefined : await read.get('arrival', { edition, event });
  const postcode = postcodeIn(`${said?.address ?? ''} ${venue ?? ''}`);
  return postcode === undefined ? undefined : positionOfPostcode(postcode, schools);
}

/** The schools of an edition's programme, at most a minute old: where they are seldom changes. */
const recentSchools = keepFor(60_000, schoolsAt);

async function schoolsAt(read: TableReader, name: string): Promise<School[]> {
  const edition = await read.get('edition', { edition: name });
  const programme = edition && (await read.get('programme', { programme: edition.programme }));
  if (!programme) return [];
  return schoolsOf(programme, read);
}
