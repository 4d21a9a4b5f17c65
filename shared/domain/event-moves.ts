import * as z from 'zod/mini';
import { AppError } from '../kernel/errors.ts';
import { type Instant, londonDate } from '../kernel/time.ts';
import type { Decision } from './decision.ts';
import { requireNotReported, requireOpenHalfDay } from './closed-days.ts';
import type { Edition } from './edition.ts';
import type { Booking, Event } from './event.ts';
import { halfDay, optionalLine } from './fields.ts';
import { halfOf } from './hours.ts';
import type { Offer } from './offer.ts';
import { hoursAt } from './week-settings.ts';

/** What an organiser sends to move an event. `despiteClash` says that they saw what clashes and move it all the same. */
export const moveForm = z.strictObject({
  version: z.int('Reload the page and try again'),
  halfDay,
  venue: optionalLine(200),
  despiteClash: z.optional(z.boolean()),
});
export type MoveForm = z.infer<typeof moveForm>;

type Moving = {
  readonly edition: Edition;
  readonly form: MoveForm;
  readonly offers: readonly Offer[];
  readonly bookings: readonly Booking[];
  readonly now: Instant;
};

/**
 * Moves an event to another half-day or venue. Bookings stay. Whoever accepted a place said yes to the old half-day, so
 * with a new one they are asked again. The same again changes nothing. Conflicts: `event-cancelled`, `event-held`,
 * `event-over`, `changed-meanwhile`; invalid `half-day-past`, `venue-missing`.
 */
export function moveEvent(
  current: Event,
  { edition, form, offers, bookings, now }: Moving,
): Decision<Event> & { readonly asked: readonly Offer[] } {
  const why = whyNotMoved(current, bookings, now);
  if (why) throw new AppError('conflict', why.code, why.sentence);
  const changed = [
    ...(form.halfDay === current.halfDay ? [] : ['halfDay' as const]),
    ...(form.venue === current.venue ? [] : ['venue' as const]),
  ];
  if (changed.length === 0) return { state: current, facts: [], asked: [] };
  if (form.version !== current.version) {
    const message = 'This event changed while you were looking. See how it stands now, then decide.';
    throw new AppError('conflict', 'changed-meanwhile', message);
  }
  requireWhenAndWhere(current, edition, form, now);
  const version = current.version + 1;
  const state: Event = { ...movedTo(current, edition, form), version };
  const { event, kind } = state;
  return {
    state,
    facts: [{ type: 'event.moved.v1', data: { event, kind, halfDay: state.halfDay, before: current.halfDay, changed, version } }],
    asked: changed.includes('halfDay') ? offers.map((offer) => askedAgain(offer, now)) : [],
  };
}

/** Why an event cannot be moved: a code, and a sentence for the organiser. Undefined when it can. */
export function whyNotMoved(
  { state, halfDay: when }: Event,
  bookings: readonly Booking[],
  now: Instant,
): { readonly code: string; readonly sentence: string } | undefined {
  if (state === 'cancelled') return { code: 'event-cancelled', sentence: 'This event is cancelled, so it cannot be moved.' };
  if (state === 'held' || bookings.some(({ attended = 0 }) => attended > 0)) {
    return { code: 'event-held', sentence: 'Pupils came to this event, so it cannot be moved any more.' };
  }
  if (londonDate(now) <= when.slice(0, 10)) return undefined;
  return { code: 'event-over', sentence: 'The day of this event is over, so it cannot be moved any more.' };
}

function requireWhenAndWhere({ kind, host, halfDay: before }: Event, edition: Edition, form: MoveForm, now: Instant): void {
  requireNotReported(edition);
  if (form.halfDay !== before) requireOpenHalfDay(edition, form.halfDay);
  if (form.halfDay.slice(0, 10) < londonDate(now)) {
    const message = 'Choose a half-day that is still to come';
    throw new AppError('invalid', 'half-day-past', `${message}.`, [{ path: 'halfDay', message }]);
  }
  if (kind === 'online' || host !== undefined || form.venue !== undefined) return;
  throw new AppError('invalid', 'venue-missing', 'Enter the venue.', [{ path: 'venue', message: 'Enter the venue' }]);
}

/** An event as it is at another half-day or venue. */
export function movedTo(current: Event, edition: Edition, { halfDay, venue }: Pick<MoveForm, 'halfDay' | 'venue'>): Event {
  return { ...current, halfDay, venue, ...timesAt(current, edition, halfDay) };
}

/** What was timed for a morning says nothing of an afternoon. */
function timesAt(
  { halfDay: before, hours, timetable }: Event,
  edition: Edition,
  halfDay: string,
): Pick<Event, 'hours' | 'timetable'> {
  return halfOf(before) === halfOf(halfDay) ? { hours, timetable } : { hours: hoursAt(edition, halfDay), timetable: undefined };
}

function askedAgain(current: Offer, now: Instant): Offer {
  const version = current.version + 1;
  // Written anew also where nothing changes, so that an answer given at the same moment meets the move.
  if (current.state !== 'accepted' && current.state !== 'waiting') return { ...current, version };
  return { ...current, state: 'offered', offeredAt: now, answeredAt: undefined, late: undefined, version };
}
