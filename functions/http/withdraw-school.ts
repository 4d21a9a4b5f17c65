import { releaseBookings } from '#shared/domain/booking-changes.ts';
import type { Edition } from '#shared/domain/edition.ts';
import type { Booking } from '#shared/domain/event.ts';
import type { Registration } from '#shared/domain/registration.ts';
import { type WithdrawForm, withdrawRegistration } from '#shared/domain/registration-changes.ts';
import type { TableReader, Write } from '#shared/ports.ts';
import { accept, referenceOf, type Request } from './accept.ts';
import { bookingsOf } from './held-places.ts';

type Withdrawal = {
  readonly edition: Edition;
  readonly form: WithdrawForm;
  /** Reads the registration as it is now; throws where there is none. */
  readonly find: () => Promise<Registration>;
};

/**
 * Withdraws a school: its place is free, and the places of its bookings that nobody attended yet go back to their events,
 * all in one transaction. A booking made meanwhile counts at the school's place, so that it is met.
 */
export async function withdrawSchool(request: Request, { edition, form, find }: Withdrawal): Promise<void> {
  const { ports, now } = request;
  let held: Held | undefined;
  const seen = () => {
    if (!held) throw new Error('a decision comes after finding');
    return held;
  };
  await accept<Registration>(request, {
    edition: edition.edition,
    find: async () => {
      const school = await find();
      const place = await placeWrites(ports.read, school);
      held = { school, place, bookings: (await bookingsOf(school, ports.read)).map(({ booking }) => booking) };
      return school;
    },
    decide: () => withdrawRegistration(seen().school, { edition, form, now, bookings: seen().bookings }),
    writes: (item, when) => [
      { put: 'registration', item, when },
      ...seen().place,
      ...releaseBookings(item, seen().bookings).released.flatMap(releaseWrites),
    ],
    reference: ({ registration }) => referenceOf(registration),
  });
}

type Held = { readonly school: Registration; readonly bookings: readonly Booking[]; readonly place: readonly Write[] };

// Read before the bookings: one made in between makes the transaction fail, and everything is read again.
async function placeWrites(read: TableReader, { edition, urn, registration }: Registration): Promise<Write[]> {
  const place = await read.get('schoolPlace', { edition, urn });
  if (place?.registration !== registration) return [];
  return [{ remove: 'schoolPlace', key: place, when: { bookings: place.bookings } }];
}

function releaseWrites(booking: Booking): Write[] {
  const { edition, event, pupils, version } = booking;
  return [
    { remove: 'booking', key: booking, when: { version } },
    // Given back whatever has become of the event meanwhile.
    { reserve: 'event', key: { edition, event }, counter: 'placesFree', by: -pupils, when: { event } },
  ];
}
