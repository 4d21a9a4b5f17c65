import { halfDaysOf } from '#shared/domain/edition.ts';
import type { Offer } from '#shared/domain/offer.ts';
import type { Visitor } from '#shared/domain/visitor.ts';
import { instant } from '#shared/kernel/time.ts';
import { organisationChangePage, volunteerChangePage } from '#web/my-sessions/change.ts';
import { visitorContactPage } from '#web/my-sessions/contact.ts';
import { dayPage } from '#web/my-sessions/day.ts';
import { offerPage } from '#web/my-sessions/offer.ts';
import type { Offered } from '#web/my-sessions/places.ts';
import { visitorPlacePage } from '#web/my-sessions/place.ts';
import { visitorWithdrawPage } from '#web/my-sessions/withdraw.ts';
import {
  at,
  booking,
  edition,
  event,
  onlineEvent,
  organisation,
  programme,
  registration,
  school,
  volunteer,
} from './examples.ts';

/** A week before the first event, and its morning. */
export const before = instant.parse('2025-02-24T09:30:00.000Z');
export const onTheDay = instant.parse('2025-03-03T08:40:00.000Z');

export const offer: Offer = {
  edition: edition.edition,
  event: event.event,
  visitor: organisation.organisation,
  kind: 'organisation',
  state: 'offered',
  offeredAt: instant.parse('2025-02-03T09:30:00.000Z'),
  version: 1,
};
const answered = { answeredAt: instant.parse('2025-02-10T09:30:00.000Z'), version: 2 };
export const offered: Offered = { event, offer, school, arrival: undefined };
export const accepted: Offered = {
  event,
  offer: { ...offer, ...answered, state: 'accepted' },
  school,
  arrival: { contact: registration.contact, accessNeeds: registration.accessNeeds, bookings: [booking] },
};
const declined: Offered = { ...offered, offer: { ...offer, ...answered, state: 'declined', reason: 'Nobody is free' } };
const online: Offered = { ...offered, event: onlineEvent, school: undefined };
const cancelledEvent = { ...event, state: 'cancelled', cancelledAt: before, cancellationReason: 'No power' } as const;
export const cancelled: Offered = { ...offered, event: cancelledEvent };
export const late: Offered = { ...accepted, offer: { ...accepted.offer, late: { minutes: '20', at: onTheDay, times: 1 } } };

export const asOrganisation: Visitor = { kind: 'organisation', state: organisation };
export const asVolunteer: Visitor = { kind: 'volunteer', state: volunteer };
const setting = { programme, edition, now: before };
const form = { halfDays: halfDaysOf(edition), requestKey: 'request-key-0001' };
const over = { ...edition, state: 'reported' } as const;

function wrong(paths: readonly string[], values: Record<string, string[]> = {}) {
  return { values, issues: paths.map((path, index) => ({ path, message: `Mend answer ${index + 1}` })) };
}

/** A visitor whose sign-up stands so. */
export function inState(visitor: Visitor, state: 'pending' | 'confirmed' | 'withdrawn'): Visitor {
  return visitor.kind === 'organisation'
    ? { kind: 'organisation', state: { ...visitor.state, state } }
    : { kind: 'volunteer', state: { ...visitor.state, state } };
}

/** Every page of an organisation or a volunteer behind its link, in every state, by name. */
export const visitorPages: Readonly<Record<string, () => string>> = {
  ...Object.fromEntries(
    [asOrganisation, asVolunteer].flatMap((visitor) => [
      ...(['pending', 'confirmed', 'withdrawn'] as const).map((state) => [
        `sessions-${visitor.kind}-${state}`,
        () => visitorPlacePage({ ...setting, now: at, visitor: inState(visitor, state), offered: [] }),
      ]),
      [
        `sessions-${visitor.kind}-pending-late`,
        () => visitorPlacePage({ ...setting, visitor: inState(visitor, 'pending'), offered: [] }),
      ],
      [`sessions-${visitor.kind}`, () => visitorPlacePage({ ...setting, visitor, offered: [offered, online, declined] })],
      [`sessions-${visitor.kind}-over`, () => visitorPlacePage({ ...setting, edition: over, visitor, offered: [accepted] })],
      [
        `sessions-${visitor.kind}-withdraw`,
        () => visitorWithdrawPage({ ...setting, ...form, visitor, offered: [accepted, offered] }),
      ],
      [`sessions-${visitor.kind}-contact`, () => visitorContactPage({ ...setting, ...form, visitor })],
      [`day-${visitor.kind}`, () => dayPage({ ...setting, visitor, offered: [accepted] })],
    ]),
  ),
  'sessions-done': () =>
    visitorPlacePage({
      ...setting,
      visitor: { kind: 'organisation', state: { ...organisation, publicCredit: false } },
      offered: [accepted, cancelled],
      done: 'credit',
    }),
  'offer-open': () => offerPage({ ...setting, visitor: asOrganisation, offered }),
  'offer-online': () => offerPage({ ...setting, visitor: asOrganisation, offered: online }),
  'offer-accepted': () => offerPage({ ...setting, visitor: asOrganisation, offered: accepted }),
  'offer-declined': () => offerPage({ ...setting, visitor: asVolunteer, offered: declined }),
  'offer-cancelled': () => offerPage({ ...setting, visitor: asOrganisation, offered: cancelled }),
  'offer-errors': () => offerPage({ ...setting, visitor: asOrganisation, offered, filled: wrong(['answer', 'reason', 'body']) }),
  'offer-on-the-day': () => offerPage({ ...setting, now: onTheDay, visitor: asVolunteer, offered: accepted }),
  'offer-late': () => offerPage({ ...setting, now: onTheDay, visitor: asVolunteer, offered: late }),
  'offer-late-errors': () =>
    offerPage({ ...setting, now: onTheDay, visitor: asVolunteer, offered: accepted, filled: wrong(['minutes']) }),
  'day-empty': () => dayPage({ ...setting, visitor: asOrganisation, offered: [] }),
  'day-itself': () => dayPage({ ...setting, now: onTheDay, visitor: asOrganisation, offered: [late] }),
  'day-no-number': () =>
    dayPage({
      ...setting,
      now: onTheDay,
      visitor: asVolunteer,
      offered: [{ ...accepted, arrival: { contact: { name: 'Fictional Person' }, bookings: [] } }],
    }),
  'change-organisation': () => organisationChangePage({ ...setting, ...form, state: organisation }),
  'change-organisation-errors': () =>
    organisationChangePage({
      ...setting,
      ...form,
      state: organisation,
      filled: wrong(['sessionTitle', 'formats', 'halfDays', 'workshopsPerHalfDay', 'placesPerWorkshop', 'yearGroups', 'needs']),
    }),
  'change-organisation-refused': () =>
    organisationChangePage({
      ...setting,
      ...form,
      state: { ...organisation, changedAt: before },
      filled: { values: { version: ['1'] }, issues: [], message: 'Somebody changed this while you were looking.' },
    }),
  'change-organisation-over': () => organisationChangePage({ ...setting, ...form, edition: over, state: organisation }),
  'change-volunteer-pending': () => volunteerChangePage({ ...setting, ...form, state: { ...volunteer, state: 'pending' } }),
  'sessions-contact-withdrawn': () => visitorContactPage({ ...setting, ...form, visitor: inState(asVolunteer, 'withdrawn') }),
  'sessions-withdraw-again': () =>
    visitorWithdrawPage({ ...setting, ...form, visitor: inState(asOrganisation, 'withdrawn'), offered: [] }),
  'change-volunteer': () => volunteerChangePage({ ...setting, ...form, state: volunteer }),
  'change-volunteer-errors': () =>
    volunteerChangePage({ ...setting, ...form, state: volunteer, filled: wrong(['halfDays', 'offer']) }),
  'sessions-contact-errors': () =>
    visitorContactPage({
      ...setting,
      ...form,
      visitor: asVolunteer,
      filled: wrong(['contact.name', 'contact.jobTitle', 'contact.telephone']),
    }),
};
