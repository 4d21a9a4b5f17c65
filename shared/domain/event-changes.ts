import * as z from 'zod/mini';
import { AppError } from '../kernel/errors.ts';
import { dayInWords, type Instant, localDate, londonDate } from '../kernel/time.ts';
import type { Decision } from './decision.ts';
import type { Booking, Event } from './event.ts';
import { optionalLines } from './fields.ts';

/** What an organiser sends to cancel an event: how it stood when they were shown who would be told, and why it is cancelled. */
export const cancelForm = z.strictObject({
  version: z.int('Reload the page and try again'),
  placesFree: z.int('Reload the page and try again'),
  reason: optionalLines(500),
});
export type CancelForm = z.infer<typeof cancelForm>;

type Cancelling = { readonly form: CancelForm; readonly bookings: readonly Booking[]; readonly now: Instant };

/**
 * Cancels an event until its day is over. Bookings and offered places stay, for the record; nobody is expected any more.
 * Conflicts: `event-cancelled`, `event-held`, `event-over`, `changed-meanwhile` (also when a school was booked, changed its
 * numbers or gave its places back after the organiser looked).
 */
export function cancelEvent(current: Event, { form, bookings, now }: Cancelling): Decision<Event> {
  const why = whyNotCancelled(current, bookings, now);
  if (why) throw new AppError('conflict', why.code, why.sentence);
  if (current.version !== form.version || current.placesFree !== form.placesFree) {
    const message = 'This event changed while you were looking. See who will be told now, then decide.';
    throw new AppError('conflict', 'changed-meanwhile', message);
  }
  const version = current.version + 1;
  const state: Event = { ...current, state: 'cancelled', cancelledAt: now, cancellationReason: form.reason, version };
  const { event, kind, halfDay } = state;
  return { state, facts: [{ type: 'event.cancelled.v1', data: { event, kind, halfDay, version } }] };
}

/** Why an event cannot be cancelled: a code, and a sentence for the organiser. Undefined when it can. */
export function whyNotCancelled(
  { state, halfDay, cancelledAt }: Event,
  bookings: readonly Booking[],
  now: Instant,
): { readonly code: string; readonly sentence: string } | undefined {
  const day = halfDay.slice(0, 10);
  if (state === 'draft')
    return { code: 'event-draft', sentence: 'This event is a draft, and nobody knows of it. Drop the draft.' };
  if (state === 'cancelled') {
    const since = cancelledAt === undefined ? '' : ` on ${dayInWords(londonDate(cancelledAt))}`;
    return { code: 'event-cancelled', sentence: `This event was cancelled${since}. Those with places are told.` };
  }
  if (state === 'held' || bookings.some(({ attended = 0 }) => attended > 0)) {
    return { code: 'event-held', sentence: 'Pupils came to this event, so it cannot be cancelled any more.' };
  }
  if (londonDate(now) <= day) return undefined;
  const when = dayInWords(localDate.parse(day));
  return { code: 'event-over', sentence: `This event was on ${when}. There is nobody left to tell.` };
}
