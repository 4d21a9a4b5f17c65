import { lazily } from './lazily.ts';
import { instant, type Instant, type LocalDate, londonDate, secondsAfter } from './time.ts';

/**
 * The moment at which clocks in Europe/London show a time (`HH:MM`) on a day; of an hour that comes twice in October, the
 * first. Throws a RangeError for a time that is skipped in March.
 */
export function londonInstant(day: LocalDate, time: string): Instant {
  const summer = instant.parse(new Date(Date.parse(`${day}T${time}:00Z`) - 3_600_000).toISOString());
  for (const moment of [summer, secondsAfter(summer, 3600)]) if (londonTime(moment) === `${day} ${time}`) return moment;
  throw new RangeError(`clocks in London never show ${time} on ${day}`);
}

function londonTime(moment: Instant): string {
  return `${londonDate(moment)} ${londonHour().format(new Date(moment))}`;
}
const londonHour = lazily(
  () => new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
);
