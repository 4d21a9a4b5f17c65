import { AppError } from '../kernel/errors.ts';
import { dayInWords, localDate, type LocalDate } from '../kernel/time.ts';
import { bankHoliday } from './bank-holidays.ts';
import { type Edition, halfDaysOf } from './edition.ts';

const bankHolidayNames = [
  'New Year’s Day',
  'Good Friday',
  'Easter Monday',
  'Early May bank holiday',
  'Spring bank holiday',
  'Summer bank holiday',
  'Christmas Day',
  'Boxing Day',
];

/**
 * Refuses a half-day on which an edition can hold nothing, with the reason: outside its days, at a weekend, a bank holiday,
 * a day that it has closed, or no day at all. Invalid `half-day-unknown`.
 */
export function requireOpenHalfDay(edition: Edition, halfDay: string): void {
  const why = closedReason(edition, halfDay);
  if (why === undefined) return;
  const message = `${why}. Choose a half-day from the list`;
  throw new AppError('invalid', 'half-day-unknown', `${message}.`, [{ path: 'halfDay', message }]);
}

/** Why an edition can hold nothing on a half-day, in a sentence without its full stop; nothing where it can. */
export function closedReason(
  edition: Pick<Edition, 'name' | 'starts' | 'ends' | 'closedDays'>,
  halfDay: string,
): string | undefined {
  if (halfDaysOf(edition).includes(halfDay)) return undefined;
  const day = localDate.safeParse(halfDay.slice(0, 10));
  return day.success ? whyClosed(edition, day.data) : `There is no such day as ${halfDay.slice(0, 10)}`;
}

/** Refuses what is new in an edition that has been reported. Conflict `edition-over`. */
export function requireNotReported({ state, name }: Edition): void {
  if (state === 'reported') throw new AppError('conflict', 'edition-over', `${name} is over and reported: it takes nothing new.`);
}

function whyClosed({ name, starts, ends }: Pick<Edition, 'name' | 'starts' | 'ends'>, day: LocalDate): string {
  const says = (why: string): string => `${dayInWords(day)} ${why}`;
  if (day < starts || day > ends) return says(`is outside ${name}`);
  if (new Date(`${day}T12:00:00Z`).getUTCDay() % 6 === 0) return says('is at a weekend');
  const holiday = bankHoliday(day);
  if (holiday !== undefined) return says(`is a bank holiday: ${bankHolidayNames[holiday]}`);
  return says('is closed: a school holiday or a training day');
}
