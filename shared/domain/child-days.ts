import { daysAfter, type LocalDate } from '../kernel/time.ts';
import type { crossings } from './vocabulary.ts';

// Where somebody who helps unpaid comes near regulated activity. From 1 September 2026 being supervised no longer takes an
// unpaid helper out of it: teaching or caring for children on more than three days in thirty, or weekly, counts wherever it
// is. Nothing here is legal advice: the system counts and warns, and the safeguarding lead decides.

/** More than this many days within so many days is over the line; so is one weekday in so many weeks running. */
export const safeguardingLine = { days: 3, within: 30, weeks: 3 } as const;

/** A day on which one person meets children, and where. */
export type ChildDay = {
  readonly date: LocalDate;
  readonly edition: string;
  readonly event: string;
  readonly title: string;
  /** The host school's name, the venue, or that it is online. */
  readonly where: string;
};

/** Why a day is over the line: the days that are counted, in order. */
export type Crossing = { readonly why: (typeof crossings)[number]; readonly days: readonly ChildDay[] };

/**
 * What one more day comes to. Undefined while it stays below the line, and for a day on which the person meets children
 * already: several places on one day are one day. `others` are the days that stand, in any order.
 */
export function crossingOf(others: readonly ChildDay[], added: ChildDay): Crossing | undefined {
  const dates = new Set(others.map(({ date }) => date));
  if (dates.has(added.date)) return undefined;
  dates.add(added.date);
  const counted = (within: ReadonlySet<LocalDate>) =>
    [...others, added]
      .filter(({ date }) => within.has(date))
      .toSorted((a, b) => a.date.localeCompare(b.date) || a.event.localeCompare(b.event));
  const busiest = busiestWindow(dates, added.date);
  if (busiest.size > safeguardingLine.days) return { why: 'many-days', days: counted(busiest) };
  const weekly = weeksRunning(dates, added.date);
  return weekly.size >= safeguardingLine.weeks ? { why: 'weekly', days: counted(weekly) } : undefined;
}

/** The most of these days that lie within thirty days together with one of them. */
function busiestWindow(dates: ReadonlySet<LocalDate>, day: LocalDate): ReadonlySet<LocalDate> {
  const reach = safeguardingLine.within - 1;
  const starts = [...dates].filter((start) => start <= day && day <= daysAfter(start, reach)).toSorted();
  let busiest: ReadonlySet<LocalDate> = new Set();
  for (const start of starts) {
    const within = new Set([...dates].filter((date) => date >= start && date <= daysAfter(start, reach)));
    if (within.size > busiest.size) busiest = within;
  }
  return busiest;
}

/** The days of one weekday, week after week without a gap, around one of them. */
function weeksRunning(dates: ReadonlySet<LocalDate>, day: LocalDate): ReadonlySet<LocalDate> {
  const run = new Set([day]);
  for (const step of [-7, 7]) {
    for (let next = daysAfter(day, step); dates.has(next); next = daysAfter(next, step)) run.add(next);
  }
  return run;
}

/** The days that are over the line as they stand: each is checked against all the others. */
export function crossingsIn(days: readonly ChildDay[]): Crossing | undefined {
  for (const day of days) {
    const crossing = crossingOf(
      days.filter(({ date }) => date !== day.date),
      day,
    );
    if (crossing) return { ...crossing, days: days.filter(({ date }) => crossing.days.some((one) => one.date === date)) };
  }
  return undefined;
}
