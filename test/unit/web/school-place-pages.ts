import type { Booking } from '#shared/domain/event.ts';
import { instant } from '#shared/kernel/time.ts';
import type { FormState } from '#web/forms.ts';
import { linkSentPage, lostLinkPage } from '#web/lost-link/page.ts';
import { bookingPage } from '#web/my-place/booking.ts';
import { changePage } from '#web/my-place/change.ts';
import { contactPage } from '#web/my-place/contact.ts';
import { checkHandOverPage, handedOverPage, handOverPage } from '#web/my-place/hand-over.ts';
import { giveBackPage } from '#web/my-place/give-back.ts';
import { messagesPage } from '#web/my-place/messages.ts';
import { schoolPlacePage } from '#web/my-place/place.ts';
import { printPage } from '#web/my-place/print.ts';
import type { Visit } from '#web/my-place/visits.ts';
import { withdrawPage } from '#web/my-place/withdraw.ts';
import * as example from './examples.ts';

const { setting, halfDays, registration, organisation, event, onlineEvent, booking } = example;
const requestKey = 'request-key-0001';

/** Two weeks before the edition. */
const now = instant.parse('2025-02-17T10:00:00.000Z');
const place = { ...setting, school: registration, now };
const guest: Booking = {
  ...booking,
  urn: '999002',
  schoolName: 'Bramble Lane Primary School',
  pupils: 25,
  cohorts: { year4: 25 },
};

/** An event the school hosts and goes to, with another school as a guest. */
const hosting: Visit & { readonly booking: Booking } = {
  event,
  booking,
  guests: [guest],
  organisations: [organisation.name],
  hostName: undefined,
};
/** An event elsewhere, after which the pupils were counted. */
const attended: Visit & { readonly booking: Booking } = {
  event: onlineEvent,
  booking: { ...booking, event: onlineEvent.event, attended: 28 },
  guests: [],
  organisations: [],
  hostName: undefined,
};
/** An event the organiser cancelled. */
const cancelled: typeof hosting = { ...hosting, event: { ...event, event: 'cancelled', state: 'cancelled', cancelledAt: now } };
const visits = [attended, hosting];

const changedAt = instant.parse('2025-02-17T09:58:00.000Z');
const newer = { ...registration, cohorts: { year4: 12 }, changedAt, version: 3 };
/** A form that came back because a colleague was quicker. */
const stale: FormState = {
  values: { version: ['2'], 'cohorts.year4': ['14'] },
  issues: [],
  message: 'Somebody changed this while you were looking.',
};
const wrong = (paths: readonly string[]): FormState => ({
  values: { version: ['2'] },
  issues: paths.map((path, index) => ({ path, message: `Mend answer ${index + 1}` })),
});
const over = { ...place, edition: { ...setting.edition, state: 'surveying' as const } };
const pending = { ...place, school: { ...registration, state: 'pending', confirmedAt: undefined } as const };
const withdrawn = { ...place, school: { ...registration, state: 'withdrawn' } as const };
const colleague = { name: 'Colleague Fictional', email: `${'a'.repeat(60)}@alder.example` };

/** Every page on which a school looks after its place, in every state, by name. */
export const schoolPlacePages: Readonly<Record<string, () => string>> = {
  'place-school-pending': () => schoolPlacePage({ ...pending, now: example.at, visits: [] }),
  'place-school-pending-late': () => schoolPlacePage({ ...pending, visits: [] }),
  'place-school': () => schoolPlacePage({ ...place, visits: [] }),
  'place-school-booked': () => schoolPlacePage({ ...place, visits, menu: true }),
  'place-school-cancelled': () => schoolPlacePage({ ...place, visits: [cancelled], done: 'given-back' }),
  'place-school-done': () => schoolPlacePage({ ...place, visits, done: 'booking' }),
  'place-school-withdrawn': () => schoolPlacePage({ ...withdrawn, now: example.at, visits: [] }),
  'place-school-over': () => schoolPlacePage({ ...over, visits: [attended] }),
  'place-school-reported': () =>
    schoolPlacePage({ ...place, edition: { ...setting.edition, state: 'reported' }, visits: [attended] }),
  change: () => changePage({ ...place, halfDays, requestKey }),
  'change-guest': () =>
    changePage({ ...place, school: { ...registration, roles: ['attending'], hallCapacity: undefined }, halfDays, requestKey }),
  'change-errors': () =>
    changePage({
      ...place,
      halfDays,
      requestKey,
      filled: wrong(['cohorts', 'cohorts.year6', 'hallCapacity', 'halfDays', 'accessNeeds', 'wishes', 'version']),
    }),
  'change-refused': () => changePage({ ...place, school: newer, halfDays, requestKey, filled: stale }),
  'change-withdrawn': () => changePage({ ...withdrawn, halfDays, requestKey }),
  'change-over': () => changePage({ ...over, halfDays, requestKey }),
  contact: () => contactPage({ ...place, requestKey }),
  'contact-pending': () => contactPage({ ...pending, requestKey }),
  'contact-errors': () =>
    contactPage({ ...place, requestKey, filled: wrong(['contact.name', 'contact.jobTitle', 'contact.telephone']) }),
  'contact-refused': () => contactPage({ ...place, school: newer, requestKey, filled: stale }),
  booking: () => bookingPage({ ...place, visit: hosting, requestKey }),
  'booking-errors': () => bookingPage({ ...place, visit: hosting, requestKey, filled: wrong(['cohorts', 'cohorts.year3']) }),
  'booking-full': () =>
    bookingPage({
      ...place,
      visit: hosting,
      requestKey,
      filled: { values: { version: ['1'] }, issues: [], message: 'This event has 2 more places, and you asked for 9 more.' },
    }),
  'booking-refused': () =>
    bookingPage({ ...place, visit: { ...hosting, booking: { ...booking, changedAt, version: 3 } }, requestKey, filled: stale }),
  'booking-too-late': () => bookingPage({ ...place, visit: attended, requestKey }),
  'give-back': () => giveBackPage({ ...place, visit: hosting, requestKey }),
  'give-back-refused': () =>
    giveBackPage({ ...place, visit: { ...hosting, booking: { ...booking, changedAt, version: 3 } }, requestKey, filled: stale }),
  'give-back-too-late': () => giveBackPage({ ...place, visit: attended, requestKey }),
  'give-back-cancelled': () => giveBackPage({ ...place, visit: cancelled, requestKey }),
  'booking-cancelled': () => bookingPage({ ...place, visit: cancelled, requestKey }),
  'hand-over': () => handOverPage(place),
  'hand-over-reported': () => handOverPage({ ...place, edition: { ...setting.edition, state: 'reported' } }),
  'hand-over-errors': () => handOverPage({ ...place, filled: wrong(['contact.name', 'contact.email']) }),
  'hand-over-refused': () => handOverPage({ ...place, school: newer, filled: stale }),
  'hand-over-check': () => checkHandOverPage({ ...place, contact: colleague, version: 2, requestKey }),
  'hand-over-done': () => handedOverPage(setting),
  withdraw: () => withdrawPage({ ...place, visits: [], requestKey }),
  'withdraw-pending': () => withdrawPage({ ...pending, visits: [], requestKey }),
  'withdraw-again': () => withdrawPage({ ...withdrawn, visits: [], requestKey }),
  'withdraw-booked': () => withdrawPage({ ...place, visits, requestKey }),
  'withdraw-errors': () => withdrawPage({ ...place, visits, requestKey, filled: wrong(['reason']) }),
  'withdraw-refused': () => withdrawPage({ ...place, school: newer, visits, requestKey, filled: stale }),
  print: () => printPage({ ...place, visits }),
  'print-empty': () => printPage({ ...place, visits: [] }),
  messages: () =>
    messagesPage({
      ...place,
      mails: [example.mail, { ...example.mail, template: 'place-changed', state: 'sent', sentAt: changedAt }],
    }),
  'messages-empty': () => messagesPage({ ...place, mails: [] }),
  'lost-link': () => lostLinkPage({ ...setting, requestKey }),
  'lost-link-errors': () => lostLinkPage({ ...setting, requestKey, filled: wrong(['email']) }),
  'lost-link-sent': () => linkSentPage(setting),
};
