import type { Booking, Event } from './event.ts';
import { countingOn, type Offer } from './offer.ts';

/** An event as clashes see it: who and what it takes up for its half-day. */
export type Gathering = Pick<Event, 'event' | 'title' | 'halfDay' | 'host'> & {
  /** Those who have not declined their place. */
  readonly visitors: readonly Pick<Offer, 'visitor' | 'kind'>[];
  /** The booked schools, each with the year groups it brings. */
  readonly schools: readonly Pick<Booking, 'urn' | 'schoolName' | 'cohorts'>[];
};

/** What is taken up twice. */
export type ClashWhat = 'organisations' | 'volunteers' | 'host' | 'schools';

/** Somebody, or a school's hall, that two events of one half-day count on. `who` is an id, or a school's number. */
export type Clash = {
  readonly what: ClashWhat;
  readonly who: string;
  readonly with: Pick<Event, 'event' | 'title'>;
};

/** An event with what it takes up, from its offered places and bookings. */
export function gatheringOf(event: Event, offers: readonly Offer[], bookings: readonly Booking[]): Gathering {
  return { ...event, visitors: countingOn(offers), schools: bookings };
}

/**
 * What an event shares with others of its half-day: an organisation, a volunteer, the host school's hall, or the same year
 * group of a booked school. A school may send different years to different events.
 */
export function clashesOf(one: Gathering, others: readonly Gathering[]): Clash[] {
  return others
    .filter(({ event, halfDay }) => event !== one.event && halfDay === one.halfDay)
    .flatMap((other) => sharedBy(one, other).map((clash) => ({ ...clash, with: { event: other.event, title: other.title } })));
}

function sharedBy(one: Gathering, other: Gathering): Omit<Clash, 'with'>[] {
  const there = new Set(other.visitors.map(({ visitor }) => visitor));
  return [
    ...one.visitors
      .filter(({ visitor }) => there.has(visitor))
      .map(({ visitor: who, kind }) => ({
        what: kind === 'volunteer' ? ('volunteers' as const) : ('organisations' as const),
        who,
      })),
    ...(one.host !== undefined && one.host === other.host ? [{ what: 'host' as const, who: one.host }] : []),
    ...one.schools
      .filter((mine) => other.schools.some((theirs) => theirs.urn === mine.urn && sharesYear(mine, theirs)))
      .map(({ urn: who }) => ({ what: 'schools' as const, who })),
  ];
}

function sharesYear(mine: Pick<Booking, 'cohorts'>, theirs: Pick<Booking, 'cohorts'>): boolean {
  const years = new Set(yearsIn(theirs));
  return yearsIn(mine).some((year) => years.has(year));
}

function yearsIn({ cohorts }: Pick<Booking, 'cohorts'>): string[] {
  return Object.entries(cohorts).flatMap(([year, pupils]) => ((pupils ?? 0) > 0 ? [year] : []));
}
