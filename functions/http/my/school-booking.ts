import { changeBooking } from '#shared/domain/booking-changes.ts';
import type { Booking } from '#shared/domain/event.ts';
import { pupilsIn, slug } from '#shared/domain/fields.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { TableReader, Write } from '#shared/ports.ts';
import { bookingPage } from '#web/my-place/booking.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import type { LinkSession } from '../../runtime/sessions.ts';
import { accept } from '../accept.ts';
import { found } from './school-changes.ts';
import { findPlace, visitsOf } from './school-place.ts';

type Route = 'GET /my/place/bookings/{event}' | 'POST /my/place/bookings/{event}';

/** One event's numbers, to change. */
export async function showBooking(
  { ports: { read }, params, session, now, newId }: Call<Route, 'my'>,
  filled?: Filled,
): Promise<Answer> {
  const place = await findPlace(read, session);
  const visit = (await visitsOf(place.school, read)).find(({ event }) => event.event === params.event);
  if (!visit?.booking || visit.booking.registration !== place.school.registration) throw notBooked();
  const page = bookingPage({ ...place, visit: { ...visit, booking: visit.booking }, now, requestKey: newId(), filled });
  return { page, data: { event: visit.event, booking: visit.booking } };
}

/**
 * Changes how many pupils come to one event. More places are taken from the event's counter in the same transaction, and
 * fewer are given back. Conflict `full` when there are not so many.
 */
export async function changeNumbers(call: PostCall<'POST /my/place/bookings/{event}', 'my'>): Promise<Answer> {
  const { ports, params, session, body: form, now } = call;
  const { school } = await findPlace(ports.read, session);
  const key = { edition: session.edition, event: params.event };
  const event = slug.safeParse(params.event).success ? await ports.read.get('event', key) : undefined;
  if (!event) throw notBooked();
  let before: Booking | undefined;
  const { state } = await accept<Booking>(call, {
    edition: session.edition,
    find: async () => {
      before = await findBooking(ports.read, session, params.event);
      return before;
    },
    decide: (current) => changeBooking(found(current), { event, form, now }),
    writes: (item, when) => [{ put: 'booking', item, when }, ...placesWrite(key, item.pupils - (before?.pupils ?? 0))],
    reference: () => params.event,
    explain: async (failed) => {
      const more = before ? pupilsIn(form.cohorts) - before.pupils : 0;
      if (failed[1] && more !== 0) await explainFull(ports.read, key, more);
    },
  });
  return { seeOther: '/my/place?done=booking', data: { event: params.event, urn: school.urn, pupils: state?.pupils } };
}

type Key = { readonly edition: string; readonly event: string };

function placesWrite(key: Key, more: number): Write[] {
  if (more === 0) return [];
  return [{ reserve: 'event', key, counter: 'placesFree', by: more, when: { state: 'confirmed' } }];
}

async function explainFull(read: TableReader, key: Key, more: number): Promise<void> {
  const now = await read.get('event', key);
  if (now?.state !== 'confirmed') throw new AppError('conflict', 'event-cancelled', 'This event takes no more changes.');
  if (now.placesFree >= more) return;
  throw new AppError('conflict', 'full', `This event has ${now.placesFree} more places, and you asked for ${more} more.`);
}

async function findBooking(read: TableReader, { edition, urn = '', subject }: LinkSession, event: string): Promise<Booking> {
  const booking = urn === '' ? undefined : await read.get('booking', { edition, event, urn });
  if (booking?.registration !== subject) throw notBooked();
  return booking;
}

function notBooked(): AppError {
  return new AppError('not-found', 'not-booked', 'Your school has no places at this event.');
}
