import { changeBooking, eventCancelled, giveBackBooking, nameAdult } from '#shared/domain/booking-changes.ts';
import type { Booking, Event } from '#shared/domain/event.ts';
import { pupilsIn, slug } from '#shared/domain/fields.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { TableReader, Write } from '#shared/ports.ts';
import { bookingPage } from '#web/my-place/booking.ts';
import { giveBackPage } from '#web/my-place/give-back.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import type { LinkSession } from '../../runtime/sessions.ts';
import { accept } from '../accept.ts';
import { found } from './school-changes.ts';
import { requireOnOwnRoll } from '../own-roll.ts';
import { findPlace } from './find-place.ts';
import { visitsOf } from './school-place.ts';

type Route = 'GET /my/place/bookings/{event}' | 'POST /my/place/bookings/{event}' | 'POST /my/place/bookings/{event}/adult';
type GiveBackRoute = 'GET /my/place/bookings/{event}/give-back' | 'POST /my/place/bookings/{event}/give-back';

/** One event's numbers, to change. */
export async function showBooking(
  { ports: { read }, params, session, now, newId }: Call<Route, 'bookings'>,
  filled?: Filled,
): Promise<Answer> {
  const { place, visit } = await findVisit(read, session, params.event);
  const page = bookingPage({ ...place, visit, now, requestKey: newId(), filled });
  return { page, data: { event: visit.event, booking: visit.booking } };
}

/** What giving one event's places back does, and who will be told. */
export async function showGiveBack(
  { ports: { read }, params, session, now, newId }: Call<GiveBackRoute, 'bookings'>,
  filled?: Filled,
): Promise<Answer> {
  const { place, visit } = await findVisit(read, session, params.event);
  const page = giveBackPage({ ...place, visit, now, requestKey: newId(), filled });
  return { page, data: { event: visit.event, booking: visit.booking } };
}

async function findVisit(read: TableReader, session: LinkSession, name: string) {
  const place = await findPlace(read, session);
  const visit = (await visitsOf(place.school, read)).find(({ event }) => event.event === name);
  if (!visit?.booking || visit.booking.registration !== place.school.registration) throw notBooked();
  return { place, visit: { ...visit, booking: visit.booking } };
}

/**
 * Gives one event's places back: the booking goes, and its places are free, in one transaction. Not found `not-booked` when
 * they were given back already.
 */
export async function giveBack(call: PostCall<'POST /my/place/bookings/{event}/give-back', 'bookings'>): Promise<Answer> {
  const { ports, params, session, body: form, now } = call;
  const { school } = await findPlace(ports.read, session);
  const event = await findEvent(ports.read, session, params.event);
  await accept<Booking>(call, {
    edition: session.edition,
    find: () => ownBooking(ports.read, session, params.event),
    decide: (current) => {
      if (!current) throw notBooked();
      return giveBackBooking(current, { event, form, now });
    },
    writes: (item, when) => [{ remove: 'booking', key: item, when }, ...placesWrite(event, -item.pupils)],
    reference: () => params.event,
    explain: async () => requireConfirmed(await findEvent(ports.read, session, params.event)),
  });
  return { seeOther: '/my/place?done=given-back', data: { event: params.event, urn: school.urn, pupils: 0 } };
}

async function findEvent(read: TableReader, { edition }: LinkSession, name: string): Promise<Event> {
  const event = slug.safeParse(name).success ? await read.get('event', { edition, event: name }) : undefined;
  if (!event) throw notBooked();
  return event;
}

function requireConfirmed({ state }: Event): void {
  if (state !== 'confirmed') throw new AppError('conflict', 'event-cancelled', eventCancelled);
}

/**
 * Changes how many pupils come to one event. More places are taken from the event's counter in the same transaction, and
 * fewer are given back. Conflict `full` when there are not so many.
 */
export async function changeNumbers(call: PostCall<'POST /my/place/bookings/{event}', 'bookings'>): Promise<Answer> {
  const { ports, params, session, body: form, now } = call;
  const { school, programme } = await findPlace(ports.read, session);
  const event = await findEvent(ports.read, session, params.event);
  await requireOnOwnRoll({ programme, school }, form.cohorts, ports.read);
  let before: Booking | undefined;
  const { state } = await accept<Booking>(call, {
    edition: session.edition,
    find: async () => {
      before = await ownBooking(ports.read, session, params.event);
      if (!before) throw notBooked();
      return before;
    },
    decide: (current) => changeBooking(found(current), { event, form, now }),
    writes: (item, when) => [{ put: 'booking', item, when }, ...placesWrite(event, item.pupils - (before?.pupils ?? 0))],
    reference: () => params.event,
    explain: async (failed) => {
      const more = before ? pupilsIn(form.cohorts) - before.pupils : 0;
      if (failed[1] && more !== 0) explainFull(await findEvent(ports.read, session, params.event), more);
    },
  });
  return { seeOther: '/my/place?done=booking', data: { event: params.event, urn: school.urn, pupils: state?.pupils } };
}

/** Names the adult who supervises a school's pupils at one event. */
export async function nameSupervisor(call: PostCall<'POST /my/place/bookings/{event}/adult', 'bookings'>): Promise<Answer> {
  const { ports, params, session, body: form } = call;
  const { school } = await findPlace(ports.read, session);
  const event = await findEvent(ports.read, session, params.event);
  await accept<Booking>(call, {
    edition: session.edition,
    find: () => ownBooking(ports.read, session, params.event),
    decide: (current) => {
      if (!current) throw notBooked();
      return nameAdult(current, { event, form });
    },
    writes: (item, when) => [{ put: 'booking', item, when }],
    reference: () => params.event,
  });
  return { seeOther: '/my/place?done=adult', data: { event: params.event, urn: school.urn, adult: form.adult } };
}

function placesWrite(event: Event, more: number): Write[] {
  if (more === 0) return [];
  return [{ reserve: 'event', key: event, counter: 'placesFree', by: more, when: { state: 'confirmed' } }];
}

function explainFull(event: Event, more: number): void {
  requireConfirmed(event);
  const { placesFree } = event;
  if (placesFree >= more) return;
  throw new AppError('conflict', 'full', `This event has ${placesFree} more places, and you asked for ${more} more.`);
}

async function ownBooking(read: TableReader, { edition, urn = '', subject }: LinkSession, event: string) {
  const booking = urn === '' ? undefined : await read.get('booking', { edition, event, urn });
  return booking?.registration === subject ? booking : undefined;
}

function notBooked(): AppError {
  return new AppError(
    'not-found',
    'not-booked',
    'Your school has no places at this event. You or a colleague may have given them back already.',
  );
}
