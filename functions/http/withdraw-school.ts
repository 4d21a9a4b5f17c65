import { releaseBookings } from '#shared/domain/booking-changes.ts';
import type { Edition } from '#shared/domain/edition.ts';
import type { Booking } from '#shared/domain/event.ts';
import type { Registration } from '#shared/domain/registration.ts';
import { type WithdrawForm, withdrawRegistration } from '#shared/domain/registration-changes.ts';
import type { WaitingEntry } from '#shared/domain/waiting-entry.ts';
import type { TableReader, Write } from '#shared/ports.ts';
import { giveBack } from '../jobs/give-places.ts';
import { accept, referenceOf, type Request } from './accept.ts';
import { bookingsOf } from './held-places.ts';

type Withdrawal = {
  readonly edition: Edition;
  readonly form: WithdrawForm;
  /** Reads the registration as it is now; throws where there is none. */
  readonly find: () => Promise<Registration>;
};

/**
 * Withdraws a school: its place is free, and the places of its bookings that nobody attended yet, and those it is offered
 * from a waiting list, go back to their events, all in one transaction. A booking made meanwhile counts at the school's place, so that it is met.
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
      held = {
        school,
        place,
        waiting: await waitingOf(ports.read, school),
        bookings: (await bookingsOf(school, ports.read)).map(({ booking }) => booking),
      };
      return school;
    },
    decide: () => withdrawRegistration(seen().school, { edition, form, now, bookings: seen().bookings, waiting: seen().waiting }),
    writes: (item, when) => [
      { put: 'registration', item, when },
      ...seen().place,
      ...seen().waiting.flatMap(leaveWrites),
      ...releaseBookings(item, seen().bookings).released.flatMap(releaseWrites),
    ],
    reference: ({ registration }) => referenceOf(registration),
  });
}

type Held = {
  readonly school: Registration;
  readonly bookings: readonly Booking[];
  readonly waiting: readonly WaitingEntry[];
  readonly place: readonly Write[];
};

/** Where a school waits for places, or is offered some. */
async function waitingOf(read: TableReader, { edition, urn, registration }: Registration): Promise<WaitingEntry[]> {
  const all = await read.list('waiting', { edition });
  return all.filter((one) => one.urn === urn && one.registration === registration);
}

/** Leaves a list; places that were held for the school are free at once. */
function leaveWrites(entry: WaitingEntry): Write[] {
  return [
    { remove: 'waiting', key: entry, when: { version: entry.version } },
    ...(entry.state === 'offered' ? [giveBack(entry)] : []),
  ];
}

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
