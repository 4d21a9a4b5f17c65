import type { Booking, Event } from './event.ts';
import type { Contact } from './fields.ts';
import type { MessageGroup } from './mail-vocabulary.ts';
import type { Audience, Recipient } from './message.ts';
import type { Offer } from './offer.ts';
import type { Organisation } from './organisation.ts';
import type { Registration } from './registration.ts';
import type { Response } from './survey.ts';
import type { Volunteer } from './volunteer.ts';

/** Somebody's place at an event; `open` while an offered one is not answered. */
export type Place = { readonly event: Event; readonly open: boolean };
/** The places of everybody, by the id of a registration, organisation or volunteer. */
export type Places = ReadonlyMap<string, readonly Place[]>;

type Held = {
  readonly events: readonly Event[];
  readonly bookings: readonly Booking[];
  readonly offers: readonly Offer[];
  readonly registrations: readonly Registration[];
};

/** Who has a place where: schools booked or hosting, organisations and volunteers who have not declined. Cancelled events are none. */
export function placesOf({ events, bookings, offers, registrations }: Held): Places {
  const planned = new Map(
    events.filter(({ state }) => state !== 'cancelled' && state !== 'draft').map((one) => [one.event, one]),
  );
  const hosts = new Map(registrations.filter(({ state }) => state === 'confirmed').map((one) => [one.urn, one.registration]));
  const held = [
    ...[...planned.values()].map(({ event, host }) => ({ event, who: hosts.get(host ?? ''), open: false })),
    ...bookings.map(({ event, registration }) => ({ event, who: registration, open: false })),
    ...offers
      .filter(({ state }) => state !== 'declined')
      .map(({ event, visitor, state }) => ({ event, who: visitor, open: state === 'offered' })),
  ];
  const places = new Map<string, Map<string, Place>>();
  for (const { event: name, who, open } of held) {
    const event = planned.get(name);
    if (!event || who === undefined) continue;
    const own = places.get(who) ?? new Map<string, Place>();
    places.set(who, own.set(name, { event, open }));
  }
  const inOrder = (own: Map<string, Place>) => [...own.values()].sort((a, b) => (a.event.halfDay < b.event.halfDay ? -1 : 1));
  return new Map([...places].map(([who, own]) => [who, inOrder(own)]));
}

/** Everybody of an edition, and whether an address takes mail. */
export type People = {
  readonly registrations: readonly Registration[];
  readonly organisations: readonly Organisation[];
  readonly volunteers: readonly Volunteer[];
  readonly places: Places;
  readonly responses: readonly Response[];
  readonly takesMail: (email: string) => boolean;
};

/** Somebody a message goes to. */
export type Reader = Recipient & { readonly contact: Contact; readonly called: string };

/** Whom a message is for, and how many fit but are left out, each for the first reason that holds. */
export type Chosen = {
  readonly readers: readonly Reader[];
  readonly left: {
    readonly withdrawn: number;
    readonly unconfirmed: number;
    readonly unreachable: number;
    /** Whose address is another reader's too: an address gets it once. */
    readonly repeated: number;
  };
};

type Somebody = Reader & { readonly state: Registration['state']; readonly groups: readonly MessageGroup[] };

/**
 * Those a message is for: confirmed, at an address that takes mail. To those who have not confirmed it goes only where it is
 * about that.
 */
export function audienceOf(audience: Audience, people: People): Chosen {
  const fitting = everybody(people).filter((one) => fits(one, audience, people));
  const wanted = audience.open === 'sign-up' ? 'pending' : 'confirmed';
  const withdrawn = fitting.filter(({ state }) => state === 'withdrawn');
  const unconfirmed = fitting.filter(({ state }) => state === 'pending' && wanted !== 'pending');
  const right = fitting.filter(({ state }) => state === wanted);
  const reachable = right.filter(({ contact }) => people.takesMail(contact.email));
  const once = new Map(reachable.toReversed().map((one) => [one.contact.email.toLowerCase(), one]));
  const readers = reachable.filter((one) => once.get(one.contact.email.toLowerCase()) === one);
  return {
    readers: readers.map(({ state, groups, ...reader }) => reader),
    left: {
      withdrawn: withdrawn.length,
      unconfirmed: unconfirmed.length,
      unreachable: right.length - reachable.length,
      repeated: reachable.length - readers.length,
    },
  };
}

function everybody({ registrations, organisations, volunteers }: People): Somebody[] {
  return [
    ...registrations.map(({ registration: id, urn, contact, state, roles, schoolName }): Somebody => {
      return { kind: 'school', id, urn, contact, called: schoolName, state, groups: roles };
    }),
    ...organisations.map(({ organisation: id, contact, state, name }): Somebody => {
      return { kind: 'organisation', id, contact, called: name, state, groups: ['organisations'] };
    }),
    ...volunteers.map(({ volunteer: id, contact, state }): Somebody => {
      return { kind: 'volunteer', id, contact, called: contact.name, state, groups: ['volunteers'] };
    }),
  ];
}

function fits(one: Somebody, { groups, kind, day, open }: Audience, people: People): boolean {
  if (!one.groups.some((group) => groups.includes(group))) return false;
  const places = (people.places.get(one.id) ?? []).filter(
    ({ event }) => (kind === undefined || event.kind === kind) && (day === undefined || event.halfDay.startsWith(day)),
  );
  if (open === 'place') return places.some((place) => place.open);
  if (open === 'survey' && !owesSurvey(one, people)) return false;
  return (kind === undefined && day === undefined) || places.length > 0;
}

function owesSurvey({ id }: Somebody, { registrations, responses }: People): boolean {
  const asked = registrations.find(({ registration }) => registration === id)?.surveyAbout ?? [];
  const answered = new Set(responses.filter(({ registration }) => registration === id).map(({ event }) => event));
  return asked.some(({ event }) => !answered.has(event));
}
