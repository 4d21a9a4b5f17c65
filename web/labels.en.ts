import type { Event } from '#shared/domain/event.ts';
import type { YearGroup } from '#shared/domain/fields.ts';
import type { Offer } from '#shared/domain/offer.ts';
import type { Organisation } from '#shared/domain/organisation.ts';
import type { Registration } from '#shared/domain/registration.ts';
import type { EditionState } from '#shared/domain/vocabulary.ts';
import type { Item } from '#shared/system/table.ts';

/** What the domain's codes are called on screens and in mails. A code without a name does not compile. */
export type Labels = {
  readonly half: Readonly<Record<'am' | 'pm', string>>;
  readonly years: Readonly<Record<YearGroup, string>>;
  readonly roles: Readonly<Record<Registration['roles'][number], string>>;
  readonly sectors: Readonly<Record<Organisation['sector'], string>>;
  readonly formats: Readonly<Record<Organisation['formats'][number], string>>;
  readonly kinds: Readonly<Record<Event['kind'], string>>;
  readonly eventStates: Readonly<Record<Event['state'], string>>;
  readonly states: Readonly<Record<Registration['state'], string>>;
  readonly editionStates: Readonly<Record<EditionState, string>>;
  readonly mails: Readonly<Record<Item<'mail'>['state'], string>>;
  readonly templates: Readonly<Record<Item<'mail'>['template'], string>>;
  readonly offers: Readonly<Record<Offer['state'], string>>;
  readonly yes: string;
  readonly no: string;
  readonly none: string;
};

/** The codes in English. */
export const englishLabels: Labels = {
  half: { am: 'morning', pm: 'afternoon' },
  years: {
    reception: 'Reception',
    year1: 'Year 1',
    year2: 'Year 2',
    year3: 'Year 3',
    year4: 'Year 4',
    year5: 'Year 5',
    year6: 'Year 6',
  },
  roles: { host: 'Host an event', attending: 'Bring pupils to an event', online: 'Join online' },
  sectors: {
    'arts-media': 'Arts and media',
    'business-finance': 'Business and finance',
    construction: 'Construction',
    digital: 'Digital and computing',
    education: 'Education',
    'emergency-services': 'Emergency services',
    'energy-utilities': 'Energy and water',
    'engineering-manufacturing': 'Engineering and making things',
    'environment-farming': 'Environment and farming',
    'health-care': 'Health and care',
    'hospitality-retail': 'Hotels, food and shops',
    'public-service': 'Council, government and law',
    science: 'Science',
    'sport-leisure': 'Sport and leisure',
    transport: 'Transport',
    other: 'Something else',
  },
  formats: {
    'special-in-school': 'A special event in a school',
    'special-own-site': 'A special event at our own site',
    rotation: 'A rotation event, with other organisations',
    online: 'An online session',
  },
  kinds: { special: 'Special event', rotation: 'Rotation event', online: 'Online session' },
  eventStates: { confirmed: 'Planned', held: 'Held', cancelled: 'Cancelled' },
  offers: { offered: 'Not answered yet', waiting: 'Waits for the safeguarding lead', accepted: 'Accepted', declined: 'Declined' },
  states: { pending: 'Not confirmed yet', confirmed: 'Confirmed', withdrawn: 'Withdrawn' },
  editionStates: { draft: 'Draft', open: 'Open', running: 'Running', surveying: 'Asking schools', reported: 'Reported' },
  mails: {
    held: 'Waits in the outbox',
    queued: 'About to go',
    claimed: 'Being sent',
    sent: 'Sent',
    delivered: 'Delivered',
    bounced: 'Did not arrive',
    complained: 'Marked as spam',
    suppressed: 'Not sent: an earlier email did not arrive',
    dropped: 'Not sent',
  },
  templates: {
    'school-registered': 'Confirm a registration',
    'organisation-signed-up': 'Confirm an organisation’s sign-up',
    'volunteer-signed-up': 'Confirm a volunteer’s sign-up',
    'colleague-invited': 'Ask a colleague to sign up',
    'booking-for-school': 'Places at an event',
    'waiting-list': 'Waiting for places',
    'booking-for-organisation': 'A school is coming',
    'offer-for-organisation': 'Offer of a place',
    'offer-for-volunteer': 'Offer of a place, to a volunteer',
    'visitor-late': 'Somebody is late',
    'event-cancelled': 'An event is cancelled',
    'event-moved': 'An event has moved',
    'rotation-changed': 'A rotation has changed on the day',
    'place-changed': 'Change to your place',
    'sessions-changed': 'Your change, answer or withdrawal',
    'booking-changed-for-organisation': 'A school changed its numbers',
    'handed-over-to-you': 'You now answer for your school',
    'handed-over-by-you': 'You handed your school over',
    'lost-link': 'A fresh link',
    reminder: 'Reminder from an organiser',
    'organiser-invited': 'Invitation to the team',
    'organiser-notice': 'Notice to the organiser',
    'organiser-message': 'Message from the organiser',
    'survey-invitation': 'Survey invitation',
    'survey-thanks': 'Thank you for the survey',
  },
  yes: 'Yes',
  no: 'No',
  none: 'None',
};
