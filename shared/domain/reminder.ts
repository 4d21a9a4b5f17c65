import * as z from 'zod/mini';
import { daysAfter, instant, type Instant, localDate, type LocalDate, londonDate } from '../kernel/time.ts';
import type { Edition } from './edition.ts';
import type { Event } from './event.ts';
import { halfDay, id, slug } from './fields.ts';
import { aroundVisit, type reminderKinds } from './vocabulary.ts';

export type ReminderKind = (typeof reminderKinds)[number];

/** That somebody was reminded of a place on a half-day, or thanked after it: kept with the fact that says so, so that it is once. */
export const reminded = z.strictObject({
  edition: slug,
  event: slug,
  halfDay,
  /** A registration, an organisation or a volunteer. */
  reader: id,
  ahead: z.enum(aroundVisit),
  at: instant,
});

/**
 * Which reminder of an event is due: from the school day before it, the last one; from a week before, the first. A Monday's
 * last reminder comes on Friday, as nobody reads at school on Sunday. Undefined before, and from the day itself on.
 */
export function reminderDue(
  { halfDay: when, state }: Pick<Event, 'halfDay' | 'state'>,
  { closedDays }: Pick<Edition, 'closedDays'>,
  now: Instant,
): ReminderKind | undefined {
  const day = localDate.parse(when.slice(0, 10));
  const today = londonDate(now);
  if (state !== 'confirmed' || today >= day || today < daysAfter(day, -7)) return undefined;
  return today >= schoolDayBefore(day, closedDays) ? 'day' : 'week';
}

/** For how many days after an event its visitors can still be thanked. */
const thankedWithin = 7;

/** Whether visitors can be thanked, once their pupils were counted: from the day after the event on, for a week. */
export function thanksDue({ halfDay: when, state }: Pick<Event, 'halfDay' | 'state'>, now: Instant): boolean {
  const day = localDate.parse(when.slice(0, 10));
  const today = londonDate(now);
  return state !== 'cancelled' && today > day && today <= daysAfter(day, thankedWithin);
}

function schoolDayBefore(day: LocalDate, closed: readonly LocalDate[] = []): LocalDate {
  const before = daysAfter(day, -1);
  const weekday = new Date(`${before}T12:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6 || closed.includes(before) ? schoolDayBefore(before, closed) : before;
}
