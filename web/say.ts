import { type Cohorts, yearGroups } from '#shared/domain/fields.ts';
import { lazily } from '#shared/kernel/lazily.ts';
import { dayInWords, type Instant, localDate, londonDate, type LocalDate } from '#shared/kernel/time.ts';
import { englishLabels as labels } from './labels.en.ts';

/** A half-day in words: `2025-03-03-am` is “Monday 3 March: morning”. */
export function sayHalfDay(halfDay: string): string {
  return `${sayDay(dayOf(halfDay))}: ${sayHalf(halfDay)}`;
}

/** The day of a half-day. */
function dayOf(halfDay: string): LocalDate {
  return localDate.parse(halfDay.slice(0, 10));
}

/** “morning” or “afternoon”. */
function sayHalf(halfDay: string): string {
  return labels.half[halfDay.endsWith('-pm') ? 'pm' : 'am'];
}

/** Half-days by day, one line each: “Monday 3 March: morning and afternoon”. */
export function sayHalfDays(halfDays: readonly string[]): string[] {
  const byDay = Map.groupBy([...halfDays].sort(), dayOf);
  return [...byDay].map(([day, slots]) => `${sayDay(day)}: ${sayList(slots.map(sayHalf))}`);
}

/** A day without its year: “Monday 3 March”. */
function sayDay(day: LocalDate): string {
  return dayInWords(day).slice(0, -5);
}

/** The weekday of a day: “Monday”. */
export function sayWeekday(day: LocalDate): string {
  return dayInWords(day).split(' ')[0] ?? '';
}

/** From one day to another: “Monday 3 March to Friday 7 March 2025”, or the one day. */
export function sayDays(first: LocalDate, last: LocalDate): string {
  if (first === last) return dayInWords(first);
  const sameYear = first.slice(0, 4) === last.slice(0, 4);
  return `${sameYear ? sayDay(first) : dayInWords(first)} to ${dayInWords(last)}`;
}

/** A moment as the reader's clock shows it: “3 March 2025 at 14:05”. */
export function sayMoment(moment: Instant): string {
  const [, ...day] = dayInWords(londonDate(moment)).split(' ');
  return `${day.join(' ')} at ${clockFace().format(new Date(moment))}`;
}
const clockFace = lazily(
  () => new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' }),
);

/** How long ago a moment was: “a moment ago”, “2 minutes ago”, “3 hours ago”; from a day on, the day and time. */
export function sayAgo(then: Instant, now: Instant): string {
  const minutes = Math.floor((Date.parse(now) - Date.parse(then)) / 60_000);
  if (minutes < 1) return 'a moment ago';
  if (minutes < 60) return minutes === 1 ? '1 minute ago' : `${minutes} minutes ago`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return hours === 1 ? '1 hour ago' : `${hours} hours ago`;
  return `on ${sayMoment(then)}`;
}

/** A number as people read it: 2,950. */
export function sayNumber(count: number): string {
  return figures().format(count);
}
const figures = lazily(() => new Intl.NumberFormat('en-GB'));

/** How many pupils: “1 pupil”, “30 pupils”. */
export function sayPupils(count: number): string {
  return `${sayNumber(count)} ${count === 1 ? 'pupil' : 'pupils'}`;
}

/** Headcounts by year group, one line each: “Year 3: 30 pupils”. */
export function sayCohorts(cohorts: Cohorts): string[] {
  return yearGroups.flatMap((year) => {
    const pupils = cohorts[year] ?? 0;
    return pupils > 0 ? [`${labels.years[year]}: ${sayPupils(pupils)}`] : [];
  });
}

/** “a”, “a and b”, “a, b and c”. */
export function sayList(items: readonly string[]): string {
  return list().format(items);
}
const list = lazily(() => new Intl.ListFormat('en-GB', { type: 'conjunction' }));

/** A programme's name, with its city where the name does not say it. */
export function sayProgramme({ name, city }: { readonly name: string; readonly city: string }): string {
  return name.includes(city) ? name : `${name}, ${city}`;
}
