import * as z from 'zod/mini';
import { AppError } from '../kernel/errors.ts';
import { sameAnswers } from '../kernel/text.ts';
import { type Instant, londonDate } from '../kernel/time.ts';
import type { NewFact } from '../system/events.ts';
import type { Decision } from './decision.ts';
import type { Booking, Event } from './event.ts';
import { cohorts, count, line, pupilsIn } from './fields.ts';
import type { Registration } from './registration.ts';
import { requireEnoughAdults } from './supervision.ts';

const version = z.int('Reload the page and try again');

/** What a school sends to change the numbers of one booking; `version` is the booking's, as it was shown. */
export const bookingChangeForm = z.strictObject({ version, cohorts });
export type BookingChangeForm = z.infer<typeof bookingChangeForm>;

/** What a school sends to give its places at one event back. */
export const giveBackForm = z.strictObject({ version });

/** What a school sends about the adults who come with its pupils to one event: who is in charge, and how many they are in all. */
export const adultForm = z.strictObject({
  version,
  adult: line('Enter the name of the adult'),
  adults: count('Enter how many adults come', 60, 1),
});

type Change<F> = { readonly event: Event; readonly form: F; readonly now: Instant };

/**
 * Changes how many pupils of which years come to one event, until the day before. Whether more places are free is decided
 * by the event's counter in the same transaction. Conflicts: `attendance-taken`, `event-cancelled`, `event-day`,
 * `changed-meanwhile`.
 */
export function changeBooking(current: Booking, { event, form, now }: Change<BookingChangeForm>): Decision<Booking> {
  requireChangeable(current, event, now);
  if (sameAnswers(['cohorts'], current, form)) return { state: current, facts: [] };
  requireUnchanged(current, form);
  const pupils = pupilsIn(form.cohorts);
  if (current.adults !== undefined) requireEnoughAdults(pupils, current.adults, 'cohorts');
  const state: Booking = { ...current, cohorts: form.cohorts, pupils, changedAt: now, version: current.version + 1 };
  return { state, facts: [{ type: 'booking.changed.v1', data: { ...factData(state), before: current.pupils } }] };
}

/**
 * Gives a school's places at one event back, until the day before: the booking is to be removed, and its places are free.
 * The school still takes part. Conflicts as for a change.
 */
export function giveBackBooking(current: Booking, { event, form, now }: Change<z.infer<typeof giveBackForm>>): Decision<Booking> {
  requireChangeable(current, event, now);
  requireUnchanged(current, form);
  const { facts } = releaseBookings(current, [current]);
  return { state: current, facts: [{ type: 'booking.given-back.v1', data: factData(current) }, ...facts] };
}

/**
 * Names the adult in charge of a school's pupils at one event, and says how many come, until the pupils have been counted.
 * Invalid `too-few-adults`; conflicts as for a change, but for the day.
 */
export function nameAdult(current: Booking, { event, form }: Omit<Change<z.infer<typeof adultForm>>, 'now'>): Decision<Booking> {
  if (event.state === 'cancelled') throw new AppError('conflict', 'event-cancelled', eventCancelled);
  if (sameAnswers(['adult', 'adults'], current, form)) return { state: current, facts: [] };
  requireUnchanged(current, form);
  requireEnoughAdults(current.pupils, form.adults, 'adults');
  const state: Booking = { ...current, adult: form.adult, adults: form.adults, version: current.version + 1 };
  return { state, facts: [{ type: 'booking.adult-named.v1', data: factData(state) }] };
}

function requireUnchanged(current: Booking, form: { readonly version: number }): void {
  if (current.version === form.version) return;
  throw new AppError(
    'conflict',
    'changed-meanwhile',
    'Somebody changed this while you were looking. Choose which answers to keep.',
  );
}

/** What a school is told that changes its places at a cancelled event. */
export const eventCancelled = 'The organiser cancelled this event. There is nothing left to change.';

/** Whether the numbers of a booking can still be changed by the school. */
export function isChangeable(current: Booking, event: Event, now: Instant): boolean {
  return current.attended === undefined && event.state === 'confirmed' && londonDate(now) < event.halfDay.slice(0, 10);
}

function requireChangeable(current: Booking, event: Event, now: Instant): void {
  if (isChangeable(current, event, now)) return;
  if (current.attended !== undefined) {
    throw new AppError(
      'conflict',
      'attendance-taken',
      'The pupils who came have been counted, so this cannot be changed any more.',
    );
  }
  if (event.state !== 'confirmed') throw new AppError('conflict', 'event-cancelled', eventCancelled);
  throw new AppError('conflict', 'event-day', 'It is too late to change this here. Ask the organiser.');
}

/** The bookings of a registration that are given back when it is withdrawn: those that nobody has attended yet. */
export function releaseBookings(
  { registration }: Pick<Registration, 'registration'>,
  bookings: readonly Booking[],
): { readonly released: readonly Booking[]; readonly facts: readonly NewFact[] } {
  const released = bookings.filter((one) => one.registration === registration && one.attended === undefined);
  return { released, facts: released.map((one) => ({ type: 'booking.released.v1', data: factData(one) })) };
}

function factData({ event, urn, registration, pupils, version }: Booking) {
  return { event, urn, registration, pupils, version };
}
