import type { Event } from '#shared/domain/event.ts';
import type { EventStage } from '#shared/domain/event-stage.ts';
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
  readonly eventStates: Readonly<Record<EventStage, string>>;
  readonly states: Readonly<Record<Registration['state'], string>>;
  readonly editionStates: Readonly<Record<EditionState, string>>;
  readonly mails: Readonly<Record<Item<'mail'>['state'], string>>;
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
  eventStates: {
    draft: 'Draft: nobody is told',
    offered: 'Offered: answers still to come',
    confirmed: 'Planned',
    running: 'Running now',
    held: 'Held',
    over: 'Over: pupils not counted yet',
    cancelled: 'Cancelled',
  },
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
  yes: 'Yes',
  no: 'No',
  none: 'None',
};
