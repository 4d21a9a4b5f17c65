import * as z from 'zod/mini';
import { londonInstant } from '../kernel/london-instant.ts';
import { type Instant, localDate } from '../kernel/time.ts';

/** A time on a clock in London: `09:15`. */
export const clock = z
  .string('Enter a time, like 09:15')
  .check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'Enter a time, like 09:15'));

/** From when until when, on one day. */
export const hours = z.strictObject({ starts: clock, ends: clock });
export type Hours = z.infer<typeof hours>;

/** The hours of a half-day where nothing else is said: a primary school's own, without its lunch. */
export const usualHours = { am: { starts: '09:00', ends: '12:00' }, pm: { starts: '13:00', ends: '15:00' } } as const;

/** Whether a half-day is a morning or an afternoon. */
export function halfOf(halfDay: string): 'am' | 'pm' {
  return halfDay.endsWith('-pm') ? 'pm' : 'am';
}

type Timed = { readonly halfDay: string; readonly hours?: Hours | undefined };

/** When an event begins and ends, on a clock in London. */
export function clockHours({ halfDay, hours: own }: Timed): Hours {
  return own ?? usualHours[halfOf(halfDay)];
}

/** When an event begins and ends. */
export function hoursOf(event: Timed): { readonly starts: Instant; readonly ends: Instant } {
  const day = localDate.parse(event.halfDay.slice(0, 10));
  const { starts, ends } = clockHours(event);
  return { starts: londonInstant(day, starts), ends: londonInstant(day, ends) };
}
