import { type Arrival, arrivalParts } from '#shared/domain/arrival.ts';
import type { Booking, Event } from '#shared/domain/event.ts';
import { placesIn, type Stretch } from '#shared/domain/timetable.ts';
import { shareOut } from '#shared/domain/workshops.ts';
import { sayHalfDay, sayPupils } from '../say.ts';
import { arrivalContent as words } from './content.en.ts';

export type ArrivalRow = { readonly key: string; readonly value: string; readonly href?: string };

/** When an event is: its half-day and, where it has its own, its hours: “Monday 3 March: morning, 09:15 to 11:45”. */
export function sayWhen({ halfDay, hours }: Pick<Event, 'halfDay' | 'hours'>): string {
  return hours ? words.when(sayHalfDay(halfDay), hours.starts, hours.ends) : sayHalfDay(halfDay);
}

/** How to come in, as far as it is said: for those only who come. */
function arrivalRows({ kind }: Pick<Event, 'kind'>, arrival: Arrival | undefined): ArrivalRow[] {
  const noLink = kind === 'online' && arrival?.link === undefined ? [{ key: words.rows.link, value: words.noLink }] : [];
  if (!arrival) return noLink;
  const said = arrivalParts.flatMap((part) => {
    const said = arrival[part];
    if (said === undefined) return [];
    const key = words.rows[part];
    if (part === 'link') return [{ key, value: said, href: said }];
    return [{ key, value: part === 'stepFree' && arrival.stepFree ? words.stepFree[arrival.stepFree] : said }];
  });
  return [...noLink, ...said];
}

/** A timetable, one line for each session, break and move. */
export function timetableLines(timetable: readonly Stretch[] = []): string[] {
  return timetable.map(({ starts, ends, title, places }) => {
    const said = words.stretch(starts, ends, title);
    return places === undefined ? said : words.places(said, sayPupils(places));
  });
}

/** Which sessions a school's pupils go to, where each session has places of its own. */
function workshopLines({ timetable = [] }: Pick<Event, 'timetable'>, bookings: readonly Booking[], urn: string): string[] {
  if (placesIn(timetable) === undefined) return [];
  return shareOut(timetable, bookings).flatMap(({ session: { starts, ends, title }, shares }) =>
    shares
      .filter((one) => one.urn === urn)
      .map(({ pupils }) => words.places(words.stretch(starts, ends, title), sayPupils(pupils))),
  );
}

/**
 * What somebody who comes to an event needs besides when and where: for a school (`urn`) the sessions of its own pupils where
 * they are shared out, else the whole timetable; then how to come in.
 */
export function comingRows(
  event: Pick<Event, 'kind' | 'timetable'>,
  {
    arrival,
    bookings,
    urn,
  }: { readonly arrival: Arrival | undefined; readonly bookings: readonly Booking[]; readonly urn?: string },
): ArrivalRow[] {
  const own = urn === undefined ? [] : workshopLines(event, bookings, urn);
  const times = own.length > 0 ? own : timetableLines(event.timetable);
  const key = own.length > 0 ? words.workshops : words.timetable;
  return [...(times.length > 0 ? [{ key, value: times.join('; ') }] : []), ...arrivalRows(event, arrival)];
}
