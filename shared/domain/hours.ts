import { londonInstant } from '../kernel/london-instant.ts';
import { type Instant, localDate } from '../kernel/time.ts';
import type { Event } from './event.ts';

/** The hours of a half-day, on a clock in London: a primary school's own, without its lunch. */
const usualHours = { am: { from: '09:00', until: '12:00' }, pm: { from: '13:00', until: '15:00' } } as const;

/** When an event begins and ends. */
export function hoursOf({ halfDay }: Pick<Event, 'halfDay'>): { readonly starts: Instant; readonly ends: Instant } {
  const day = localDate.parse(halfDay.slice(0, 10));
  const { from, until } = usualHours[halfDay.endsWith('-pm') ? 'pm' : 'am'];
  return { starts: londonInstant(day, from), ends: londonInstant(day, until) };
}
