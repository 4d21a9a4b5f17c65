import type { Booking, Event } from '#shared/domain/event.ts';
import type { Offer } from '#shared/domain/offer.ts';
import type { Registration } from '#shared/domain/registration.ts';
import type { TableReader } from '#shared/ports.ts';
import type { LinkSession } from '../runtime/sessions.ts';

/** Every booking of a school, with its event. */
export async function bookingsOf(
  { edition, urn }: Registration,
  read: TableReader,
): Promise<{ event: Event; booking: Booking }[]> {
  const events = await read.list('event', { edition });
  const found = await Promise.all(
    events.map(async (event) => ({ event, booking: await read.get('booking', { edition, event: event.event, urn }) })),
  );
  return found.flatMap(({ event, booking }) => (booking ? [{ event, booking }] : []));
}

/** Every place offered to an organisation or a volunteer, with its event, in the order of the week. */
export async function offeredTo(
  { edition, subject }: Pick<LinkSession, 'edition' | 'subject'>,
  read: TableReader,
): Promise<{ event: Event; offer: Offer }[]> {
  const events = await read.list('event', { edition });
  const mine = events.filter(({ organisations, volunteers }) => organisations.includes(subject) || volunteers.includes(subject));
  const found = await Promise.all(
    mine.map(async (event) => ({ event, offer: await read.get('offer', { edition, event: event.event, visitor: subject }) })),
  );
  return found
    .flatMap(({ event, offer }) => (offer ? [{ event, offer }] : []))
    .sort((a, b) => a.event.halfDay.localeCompare(b.event.halfDay) || a.event.title.localeCompare(b.event.title, 'en-GB'));
}
