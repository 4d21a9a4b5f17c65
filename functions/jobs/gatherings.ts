import { type Gathering, gatheringOf } from '#shared/domain/clash.ts';
import type { Event } from '#shared/domain/event.ts';
import type { TableReader } from '#shared/ports.ts';

/** An event as clashes see it, and a text that changes whenever one of its parts does. */
export type GatheringFound = { readonly gathering: Gathering; readonly event: Event; readonly versions: string };

type HalfDay = { readonly edition: string; readonly halfDay: string };

/** What the events of one half-day take up, without the cancelled ones. One query for the events and two for each. */
export async function gatheringsAt({ edition, halfDay }: HalfDay, read: TableReader): Promise<GatheringFound[]> {
  const events = await read.list('event', { edition });
  const there = events.filter((one) => one.halfDay === halfDay && one.state !== 'cancelled');
  return Promise.all(
    there.map(async (event) => {
      const [offers, bookings] = await Promise.all([read.list('offer', event), read.list('booking', event)]);
      const versions = [event, ...offers, ...bookings].map(({ version }) => version).join('.');
      return { gathering: gatheringOf(event, offers, bookings), event, versions: `${event.event}:${versions}` };
    }),
  );
}
