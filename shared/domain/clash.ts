import type { Position } from './distance.ts';
import type { Booking, Event } from './event.ts';
import { clockHours, type Hours } from './hours.ts';
import { countingOn, type Offer } from './offer.ts';
import { wayBetween } from './travel.ts';

/** An event as clashes see it: when and where it is, and who and what it takes up. */
export type Gathering = Pick<Event, 'event' | 'title' | 'halfDay' | 'hours' | 'kind' | 'host'> & {
  /** Where it is, as far as that is known. */
  readonly at?: Position | undefined;
  /** Those who have not declined their place. */
  readonly visitors: readonly Pick<Offer, 'visitor' | 'kind'>[];
  /** The booked schools, each with the year groups it brings. */
  readonly schools: readonly Pick<Booking, 'urn' | 'schoolName' | 'cohorts'>[];
};

/** What is taken up twice. */
export type ClashWhat = 'organisations' | 'volunteers' | 'host' | 'schools';

/** The way between two events that is too long for the time between them, in minutes; `earlier` says which comes first. */
export type TooFar = {
  readonly kilometres: number;
  readonly minutes: number;
  readonly between: number;
  readonly earlier: Hours;
  readonly later: Hours;
};

/** Somebody, or a school's hall, that two events of one day count on. `who` is an id, or a school's number. */
export type Clash = {
  readonly what: ClashWhat;
  readonly who: string;
  readonly with: Pick<Event, 'event' | 'title'>;
  /** They do not overlap, but nobody gets from the one to the other in time. */
  readonly tooFar?: TooFar | undefined;
};

/** An event with what it takes up, from its offered places and bookings; a draft's from whom it names. */
export function gatheringOf(event: Event, offers: readonly Offer[], bookings: readonly Booking[], at?: Position): Gathering {
  const named = [
    ...event.organisations.map((visitor) => ({ visitor, kind: 'organisation' }) as const),
    ...event.volunteers.map((visitor) => ({ visitor, kind: 'volunteer' }) as const),
  ];
  return { ...event, at, visitors: event.state === 'draft' ? named : countingOn(offers), schools: bookings };
}

/**
 * What an event shares with others of its day: while both run, an organisation, a volunteer, the host school's hall, or the
 * same year group of a booked school; and whoever cannot get from the one to the other in the time between. A school may
 * send different years to different events.
 */
export function clashesOf(one: Gathering, others: readonly Gathering[]): Clash[] {
  const day = one.halfDay.slice(0, 10);
  return others
    .filter(({ event, halfDay }) => event !== one.event && halfDay.slice(0, 10) === day)
    .flatMap((other) => {
      const meets = meeting(one, other);
      if (!meets) return [];
      const tooFar = meets === 'overlap' ? undefined : meets;
      const shared = sharedBy(one, other).filter(({ what }) => !tooFar || what !== 'host');
      return shared.map((clash) => ({
        ...clash,
        with: { event: other.event, title: other.title },
        ...(tooFar ? { tooFar } : {}),
      }));
    });
}

/** Whether somebody cannot be at both: they overlap, or the way is too long. */
function meeting(one: Gathering, other: Gathering): 'overlap' | TooFar | undefined {
  const [mine, theirs] = [clockHours(one), clockHours(other)];
  if (mine.starts < theirs.ends && theirs.starts < mine.ends) return 'overlap';
  if (!one.at || !other.at || one.kind === 'online' || other.kind === 'online') return undefined;
  const [earlier, later] = mine.ends <= theirs.starts ? [mine, theirs] : [theirs, mine];
  const between = minutesOf(later.starts) - minutesOf(earlier.ends);
  const { kilometres, minutes } = wayBetween(one.at, other.at);
  return minutes > between ? { kilometres, minutes, between, earlier, later } : undefined;
}

function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
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
