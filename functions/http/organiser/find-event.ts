import type { Event } from '#shared/domain/event.ts';
import { slug } from '#shared/domain/fields.ts';
import type { Offer } from '#shared/domain/offer.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { TableReader } from '#shared/ports.ts';

type Key = { readonly edition: string; readonly event: string };

/** One event. Not found `event-unknown`. */
export async function findEvent(read: TableReader, { edition, event }: Key): Promise<Event> {
  const known = slug.safeParse(edition).success && slug.safeParse(event).success;
  const found = known ? await read.get('event', { edition, event }) : undefined;
  if (!found) throw new AppError('not-found', 'event-unknown', 'There is no such event.');
  return found;
}

/** The places offered to organisations and volunteers, each with the name of who holds it. */
export async function repliesTo(key: Key, read: TableReader): Promise<{ offer: Offer; name: string }[]> {
  const offers = await read.list('offer', key);
  return Promise.all(offers.map(async (offer) => ({ offer, name: await visitorName(offer, read) })));
}

async function visitorName({ edition, kind, visitor }: Offer, read: TableReader): Promise<string> {
  const found =
    kind === 'organisation'
      ? (await read.get('organisation', { edition, organisation: visitor }))?.name
      : (await read.get('volunteer', { edition, volunteer: visitor }))?.contact.name;
  return found ?? visitor;
}

/** The organisers' page of an event. */
export function eventPath(edition: string, event: string): string {
  return `/organiser/editions/${edition}/events/${event}`;
}
