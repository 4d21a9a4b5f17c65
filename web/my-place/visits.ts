import type { Booking, Event } from '#shared/domain/event.ts';
import { isChangeable } from '#shared/domain/booking-changes.ts';
import { type Instant, londonDate } from '#shared/kernel/time.ts';
import { type SummaryListParams, type SummaryRow, summaryList } from '../components/summary-list.ts';
import { checkInWay } from '../day/way.en.ts';
import type { Html } from '../html.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { row } from '../links/held.ts';
import { pathOf } from '../paths.ts';
import { lines } from '../prose.ts';
import { rotationWays } from '../rotation/ways.en.ts';
import { type ArrivalRow, sayWhen } from '../arrival/rows.ts';
import { comingRow } from '../arrival/summary.ts';
import { sayCohorts, sayNumber, sayPupils } from '../say.ts';
import { myPlaceContent } from './content.en.ts';

/** One event that a school's pupils go to, or that it hosts, or both. */
export type Visit = {
  readonly event: Event;
  /** The school's own places. */
  readonly booking: Booking | undefined;
  /** Places of other schools; only for the host. */
  readonly guests: readonly Booking[];
  /** The names of the organisations that come. */
  readonly organisations: readonly string[];
  /** When the parts are and how to come in. */
  readonly coming?: readonly ArrivalRow[];
  /** The host's name, from the register of schools. */
  readonly hostName: string | undefined;
};

/** The events in the order of the week. */
export function inOrder(visits: readonly Visit[]): readonly Visit[] {
  return [...visits].sort(
    (a, b) => a.event.halfDay.localeCompare(b.event.halfDay) || a.event.title.localeCompare(b.event.title, 'en-GB'),
  );
}

/** One event in words, with a link to change its numbers while that can be done. */
export function visitCard(visit: Visit, urn: string, now: Instant): Html {
  const { event, booking } = visit;
  const href = pathOf('/my/place/bookings/{event}', { event: event.event });
  const cards = pathOf('/my/place/bookings/{event}/rotation', { event: event.event });
  const checkIn = pathOf('/my/place/bookings/{event}/check-in', { event: event.event });
  const items = [
    ...(booking && isChangeable(booking, event, now) ? [{ href, text: myPlaceContent.links.booking }] : []),
    ...(isDay(event, now) ? [{ href: checkIn, text: checkInWay }] : []),
    ...(event.kind === 'rotation' ? [{ href: cards, text: rotationWays.cards }] : []),
  ];
  const card: SummaryListParams['card'] = { title: { text: event.title, headingLevel: 3 }, actions: { items } };
  return summaryList({ card, rows: visitRows(visit, urn) });
}

/** Whether it is the day of an event that takes place. */
function isDay({ state, halfDay }: Event, now: Instant): boolean {
  return state !== 'cancelled' && londonDate(now) === halfDay.slice(0, 10);
}

/** What a school needs to know of one event. */
export function visitRows(
  { event, booking, guests, organisations, coming = [], hostName }: Visit,
  urn: string,
): (SummaryRow | undefined)[] {
  const { rows: words } = myPlaceContent;
  const hosts = event.host === urn;
  return [
    row(words.status, event.state === 'cancelled' ? labels.eventStates.cancelled : undefined),
    row(words.reason, event.cancellationReason),
    row(words.when, sayWhen(event)),
    row(words.kind, labels.kinds[event.kind]),
    row(words.where, whereOf(event, hosts, hostName)),
    row(hosts ? words.comes : words.meets, organisations.length > 0 ? lines(organisations) : words.nobodyYet),
    hosts && guests.length > 0
      ? row(words.guests, lines(guests.map(({ schoolName, pupils }) => `${schoolName}: ${sayPupils(pupils)}`)))
      : undefined,
    booking && row(words.pupils, lines(sayCohorts(booking.cohorts))),
    ...(event.state === 'cancelled' ? [] : coming.map(comingRow)),
    booking?.attended !== undefined ? row(words.attended, sayNumber(booking.attended)) : undefined,
  ];
}

/** Where an event takes place, as a school reads it. */
function whereOf({ kind, venue }: Event, hosts: boolean, hostName: string | undefined): string {
  const { rows: words } = myPlaceContent;
  if (kind === 'online') return words.online;
  if (hosts) return [words.atYours, venue].filter((part) => part).join(', ');
  return [hostName, venue].filter((part) => part).join(', ') || words.toBeTold;
}
