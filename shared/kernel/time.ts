import * as z from 'zod/mini';
import { lazily } from './lazily.ts';

/** A moment in UTC, `YYYY-MM-DDTHH:MM:SS.mmmZ`. Sorts as text. */
export const instant = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/))
  .brand<'Instant'>();
export type Instant = z.infer<typeof instant>;

/** Whole seconds since 1970-01-01T00:00:00Z: the unit of DynamoDB's time to live. */
export const epochSeconds = z.int().check(z.nonnegative()).brand<'EpochSeconds'>();
export type EpochSeconds = z.infer<typeof epochSeconds>;

/** A day in the programme's own calendar, `YYYY-MM-DD`, that really exists. */
export const localDate = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}$/), z.refine(isRealDate))
  .brand<'LocalDate'>();
export type LocalDate = z.infer<typeof localDate>;

function isRealDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The `Instant` of a JavaScript date. Throws a RangeError for an invalid date. */
export function instantOf(date: Date): Instant {
  return instant.parse(date.toISOString());
}

/** The `Instant` so many seconds (may be negative) after another. */
export function secondsAfter(start: Instant, seconds: number): Instant {
  return instantOf(new Date(Date.parse(start) + seconds * 1000));
}

/** Whole epoch seconds of a moment, rounded down. */
export function epochSecondsOf(moment: Instant): EpochSeconds {
  return epochSeconds.parse(Math.floor(Date.parse(moment) / 1000));
}

/** The day it is in Europe/London at a moment: every programme served is in England. */
export function londonDate(moment: Instant): LocalDate {
  // London is never behind UTC and never more than an hour ahead: only the day's last hour needs the time zone's rules,
  // which cost a function that has just started more than all the rest of a registration.
  return localDate.parse(moment.slice(11, 13) === '23' ? londonDay().format(new Date(moment)) : moment.slice(0, 10));
}
const londonDay = lazily(() => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }));

/** The day so many days (may be negative) after another. */
export function daysAfter(day: LocalDate, days: number): LocalDate {
  return localDate.parse(new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10));
}

/** The same day some months later, or the last of that month where it has no such day. */
export function monthsAfter(day: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return localDate.parse(new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10));
}

/** A day in words, for screens and mails: `Monday 3 March 2025`. */
export function dayInWords(day: LocalDate): string {
  return longDay()
    .format(new Date(`${day}T12:00:00Z`))
    .replace(',', '');
}
const longDay = lazily(
  () => new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
);
