import type { Booking, Event } from '#shared/domain/event.ts';
import type { Contact } from '#shared/domain/fields.ts';
import type { Offer } from '#shared/domain/offer.ts';
import type { School } from '#shared/domain/school.ts';
import type { Visitor } from '#shared/domain/visitor.ts';
import type { SummaryRow } from '../components/summary-list.ts';
import { html, type Html } from '../html.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { row } from '../links/held.ts';
import { telephoneLink } from '../organiser-ways.ts';
import { lines } from '../prose.ts';
import { type ArrivalRow, sayWhen } from '../arrival/rows.ts';
import { comingRow } from '../arrival/summary.ts';
import { sayCohorts, sayNumber } from '../say.ts';
import { mySessionsContent } from './content.en.ts';

/** What only those see who have accepted a place: whom to ask for, and who comes. */
export type Arrival = {
  readonly contact?: Pick<Contact, 'name' | 'telephone'> | undefined;
  readonly accessNeeds?: string | undefined;
  readonly bookings: readonly Booking[];
  /** When the parts are and how to come in. */
  readonly coming?: readonly ArrivalRow[];
};

/** One place offered to an organisation or a volunteer. */
export type Offered = {
  readonly event: Event;
  readonly offer: Offer;
  /** The host, from the register of schools. */
  readonly school: School | undefined;
  readonly arrival: Arrival | undefined;
};

const { rows: words } = mySessionsContent;

/** What, when and where. */
export function placeRows({ event, offer, school }: Offered): (SummaryRow | undefined)[] {
  return [
    row(words.status, event.state === 'cancelled' ? labels.eventStates.cancelled : undefined),
    row(words.reason, event.cancellationReason),
    row(words.answer, labels.offers[offer.state]),
    row(words.when, sayWhen(event)),
    row(words.kind, labels.kinds[event.kind]),
    row(words.where, whereOf(event, school)),
    row(words.sessions, sayNumber(event.sessions)),
  ];
}

/** The same with what one needs on the day. */
export function dayRows(offered: Offered, visitor: Visitor): (SummaryRow | undefined)[] {
  const { arrival, event } = offered;
  if (!arrival) return placeRows(offered);
  const { contact, accessNeeds, bookings, coming = [] } = arrival;
  return [
    row(words.when, sayWhen(event)),
    row(words.where, whereOf(event, offered.school)),
    row(words.contact, contact?.name),
    row(words.telephone, contact && (contact.telephone === undefined ? words.noTelephone : telephoneLink(contact.telephone))),
    row(words.sessions, sayNumber(event.sessions)),
    ...coming.map(comingRow),
    row(words.pupils, bookings.length === 0 ? words.noPupils : lines(bookings.map(comes))),
    row(words.adults, adultsOf(bookings)),
    row(words.access, accessNeeds),
    row(words.needs, visitor.kind === 'organisation' ? visitor.state.needs : undefined),
    row(words.bring, mySessionsContent.day.bring),
  ];
}

/** The adult of each school who supervises its pupils, as far as they are named. */
function adultsOf(bookings: readonly Booking[]): Html | undefined {
  const named = bookings.flatMap(({ schoolName, adult }) => (adult === undefined ? [] : [`${schoolName}: ${adult}`]));
  return named.length === 0 ? undefined : lines(named);
}

function comes({ schoolName, cohorts }: Booking): Html {
  return html`${schoolName}: ${sayCohorts(cohorts).join(', ')}`;
}

function whereOf({ kind, host, venue }: Event, school: School | undefined): Html | string {
  if (kind === 'online') return words.online;
  const address = school && [school.name, school.town, school.postcode];
  const parts = [...(address ?? []), venue].filter((part) => part !== undefined && part !== '');
  return parts.length > 0 ? lines(parts) : host === undefined ? words.toBeTold : `URN ${host}`;
}
