import { type Edition, halfDaysOf } from '#shared/domain/edition.ts';
import { planEdition } from '#shared/domain/edition-settings.ts';
import type { Booking, Event } from '#shared/domain/event.ts';
import type { EditionTotal } from '#shared/domain/totals.ts';
import { type Organisation, organisationId } from '#shared/domain/organisation.ts';
import { openProgramme } from '#shared/domain/programme.ts';
import { type Registration, registrationId } from '#shared/domain/registration.ts';
import type { School } from '#shared/domain/school.ts';
import { statements, type Response } from '#shared/domain/survey.ts';
import { type Volunteer, volunteerId } from '#shared/domain/volunteer.ts';
import { idOf } from '#shared/kernel/ids.ts';
import { epochSecondsOf, instant, secondsAfter } from '#shared/kernel/time.ts';
import type { Item } from '#shared/system/table.ts';

// One of each thing, for pages and mails to show. Everything named here is made up.

/** A programme of a city that does not exist. */
export const programme = openProgramme({
  programme: 'larkford',
  name: 'Larkford Careers Week (fictional)',
  city: 'Larkford',
  localAuthorities: ['999'],
  organiser: { name: 'Larkford Careers Partnership', email: 'programme@larkford.example', telephone: '01632 960 001' },
});

/** Its edition of five school days in March 2025. */
export const edition: Edition = {
  ...planEdition({
    edition: 'larkford-2025',
    programme: 'larkford',
    name: 'Larkford Careers Week 2025',
    starts: '2025-03-03',
    ends: '2025-03-07',
    registrationOpens: '2025-01-06',
    registrationCloses: '2025-02-14',
    surveyCloses: '2025-03-21',
  }),
  state: 'open',
};
export const setting = { programme, edition };
export const halfDays = halfDaysOf(edition);

export const at = instant.parse('2025-01-20T09:30:00.000Z');
const contact = { name: 'Fictional Person', jobTitle: 'Careers lead', email: 'person@alder.example', telephone: '01632 960 002' };

export const school: School = {
  urn: '999001',
  la: '999',
  name: 'Alder Bank Primary School',
  status: 'open',
  town: 'Larkford',
  postcode: 'ZZ99 1AA',
  digest: 'x',
};

const registrationForm = {
  urn: school.urn,
  roles: ['host', 'attending'] satisfies Registration['roles'],
  contact,
  cohorts: { year3: 30, year6: 61 },
  hallCapacity: 120,
  halfDays: ['2025-03-03-am', '2025-03-03-pm', '2025-03-05-am'],
  accessNeeds: 'Step-free access',
  wishes: 'Jobs outdoors',
};
export const registration: Registration = {
  ...registrationForm,
  edition: edition.edition,
  registration: registrationId(edition.edition, registrationForm),
  schoolName: school.name,
  state: 'confirmed',
  confirmedBy: 'link',
  submittedAt: at,
  confirmedAt: at,
  version: 2,
};
/** The same, once it was asked how the event it hosted was. */
export const askedSchool: Registration = {
  ...registration,
  surveyInvitedAt: at,
  surveyAbout: [{ event: 'monday-rotation', host: true }],
  version: 3,
};

const safeguarding = { rules: true, neverAlone: true, photoId: true, noDbsCopy: true };
const organisationForm = {
  name: 'Fictional Bridges Ltd',
  sessionTitle: 'Build a bridge',
  sector: 'construction' as const,
  formats: ['rotation', 'online'] satisfies Organisation['formats'],
  halfDays: ['2025-03-03-am'],
  workshopsPerHalfDay: 3,
  placesPerWorkshop: 30,
  yearGroups: ['year5', 'year6'] satisfies Organisation['yearGroups'],
  needs: 'A screen\nand a table',
  contact: { ...contact, email: 'person@bridges.example' },
  colleagues: ['first@bridges.example', 'second@bridges.example'],
  safeguarding,
  publicCredit: true,
};
export const organisation: Organisation = {
  ...organisationForm,
  edition: edition.edition,
  organisation: organisationId(edition.edition, organisationForm),
  state: 'confirmed',
  signedUpAt: at,
  offers: 1,
  version: 2,
};

const volunteerForm = {
  contact: { ...contact, email: 'volunteer@bridges.example' },
  organisationName: 'Fictional Bridges Ltd',
  halfDays: ['2025-03-03-am'],
  offer: 'Talk about bridges',
  safeguarding,
};
export const volunteer: Volunteer = {
  ...volunteerForm,
  edition: edition.edition,
  volunteer: volunteerId(edition.edition, volunteerForm),
  state: 'confirmed',
  signedUpAt: at,
  offers: 1,
  version: 2,
};

export const event: Event = {
  edition: edition.edition,
  event: 'monday-rotation',
  kind: 'rotation',
  title: 'Bridges and boats',
  organisations: [organisation.organisation],
  volunteers: [volunteer.volunteer],
  host: school.urn,
  halfDay: '2025-03-03-am',
  sessions: 4,
  places: 120,
  placesFree: 90,
  state: 'confirmed',
  version: 1,
};
export const onlineEvent: Event = {
  edition: edition.edition,
  event: 'friday-online',
  kind: 'online',
  title: 'Ask an engineer',
  organisations: [organisation.organisation],
  volunteers: [],
  halfDay: '2025-03-07-pm',
  sessions: 1,
  places: 3000,
  placesFree: 3000,
  state: 'confirmed',
  version: 1,
};

export const booking: Booking = {
  edition: edition.edition,
  event: event.event,
  urn: school.urn,
  registration: registration.registration,
  schoolName: school.name,
  cohorts: { year6: 30 },
  pupils: 30,
  bookedAt: at,
  version: 1,
};

export const handedOver: Item<'handOver'> = {
  edition: edition.edition,
  handOver: idOf('hand-over'),
  registration: registration.registration,
  urn: school.urn,
  from: { name: 'Earlier Fictional', email: 'earlier@alder.example' },
  at,
  expiresAt: epochSecondsOf(secondsAfter(at, 2_592_000)),
};
export const linkRequest: Item<'linkRequest'> = {
  edition: edition.edition,
  request: idOf('link-request'),
  email: contact.email,
  at,
  expiresAt: epochSecondsOf(secondsAfter(at, 604_800)),
};

export const signUpInvitation: Item<'signUpInvitation'> = {
  edition: edition.edition,
  invitation: idOf('sign-up-invitation'),
  kind: 'school',
  urn: school.urn,
  called: school.name,
  name: contact.name,
  email: contact.email,
  from: { edition: 'fictional-city-2024', subject: registration.registration },
  invitedAt: at,
  askedAt: at,
  reminders: 0,
  version: 1,
};

export const response: Response = {
  edition: edition.edition,
  registration: registration.registration,
  urn: school.urn,
  event: event.event,
  tookPart: true,
  answers: { hosting: 5, enjoyed: 4 },
  quote: 'They talked of nothing else',
  quoteConsent: true,
  improve: 'Longer breaks',
  firstAnsweredAt: at,
  answeredAt: at,
  version: 1,
};

export const total: EditionTotal = {
  edition: edition.edition,
  registrationsPending: 2,
  registrationsConfirmed: 33,
  schools: 33,
  hosts: 13,
  organisations: 26,
  events: 21,
  sessions: 84,
  pupilsFaceToFace: 1432,
  pupilsOnline: 2950,
  statements: statements.map(({ id: statement, text }, index) => ({
    statement,
    text,
    n: [12, 24, 24][index] ?? 0,
    respondents: [12, 24, 24][index] ?? 0,
    invited: [13, 33, 33][index] ?? 0,
    mean: [5, 4.79, 4.71][index],
    responseRate: [0.92, 0.73, 0.73][index],
  })),
  quotes: ['They talked of nothing else', 'Please come again'],
  children: [
    { instrument: 'pupils-once', schools: 9, classes: 12, asked: 350, answered: 340, counts: { fun: [0, 0, 20, 60, 260] } },
    {
      instrument: 'pupils-twice',
      schools: 3,
      classes: 3,
      asked: 80,
      answered: 78,
      counts: {},
      course: {
        matched: 74,
        baselineOnly: 3,
        endlineOnly: 1,
        changes: {
          'any-job': { n: 74, gained: 12, lost: 3, sum: 14, squares: 20 },
          'jobs-named': { n: 73, gained: 0, lost: 0, sum: 440, squares: 3200 },
        },
      },
    },
  ],
};

export const mail: Item<'mail'> = {
  edition: edition.edition,
  mail: 'm'.repeat(20),
  template: 'school-registered',
  fact: {
    id: 'fact-0001',
    type: 'school.registered.v1',
    at,
    edition: edition.edition,
    data: { registration: registration.registration, urn: school.urn, roles: ['host'], pupils: 91, version: 1 },
  },
  recipient: registration.registration,
  to: contact.email,
  state: 'bounced',
  claimedAt: at,
  attempts: 1,
  problem: 'Permanent',
  version: 3,
};
