import { type Places, placesOf } from '#shared/domain/audience.ts';
import { keepFor } from '#shared/kernel/keep.ts';
import type { TableReader } from '#shared/ports.ts';

/** Who has a place at which event of an edition, as it is now. */
export async function readPlaces(read: TableReader, edition: string): Promise<Places> {
  const [events, registrations] = await Promise.all([read.list('event', { edition }), read.list('registration', { edition })]);
  const [bookings, offers] = await Promise.all([
    Promise.all(events.map((event) => read.list('booking', event))),
    Promise.all(events.map((event) => read.list('offer', event))),
  ]);
  return placesOf({ events, registrations, bookings: bookings.flat(), offers: offers.flat() });
}

/** The same, at most ten seconds old: for many letters in a row. */
export const recentPlaces = keepFor(10_000, readPlaces);
