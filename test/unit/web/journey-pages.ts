import { instant } from '#shared/kernel/time.ts';
import type { FormState } from '#web/forms.ts';
import { continuePage } from '#web/links/page.ts';
import { organisationSignUpPage } from '#web/organisations/page.ts';
import { organiserEditionPage } from '#web/organiser/edition.ts';
import { cancellationPage } from '#web/organiser/cancellation.ts';
import { eventPage } from '#web/organiser/event.ts';
import { organiserHomePage } from '#web/organiser/home.ts';
import { organiserImpactPage } from '#web/organiser/impact.ts';
import { nextEditionPage } from '#web/organiser/next-edition.ts';
import { settingsPage } from '#web/organiser/settings.ts';
import { teamPage } from '#web/organiser/team.ts';
import { firstTeam } from '#shared/domain/team.ts';
import { organiserRoles, taskKinds } from '#shared/domain/vocabulary.ts';
import { receiptPage } from '#web/receipt/page.ts';
import { findSchoolPage, registerPage } from '#web/schools/page.ts';
import { editionPage, startPage } from '#web/start/page.ts';
import { volunteerSignUpPage } from '#web/volunteers/page.ts';
import { consolePages } from './console-pages.ts';
import { dayPages } from './day-pages.ts';
import { waitingPages } from './waiting-pages.ts';
import { safeguardingPages } from './safeguarding-pages.ts';
import { contextPages } from './context-pages.ts';
import { fundingPages } from './funding-pages.ts';
import { coursePages } from './course-pages.ts';
import { exchangePages } from './exchange-pages.ts';
import * as example from './examples.ts';
import { messagePages } from './message-pages.ts';
import { stepPages } from './journeys/step-pages.ts';
import { recordPages } from './record-pages.ts';
import { reportPages } from './report-pages.ts';
import { late, offer, visitorPages } from './visitor-pages.ts';
import { rotationPages } from './rotation-pages.ts';
import { schoolPlacePages } from './school-place-pages.ts';
import { classPages, pupilPages } from './class-pages.ts';
import { responsePages } from './response-pages.ts';
import { surveyPages } from './survey-pages.ts';

const { setting, halfDays, school, registration, organisation, event, onlineEvent, booking } = example;
const requestKey = 'request-key-0001';
const closed = { ...setting, edition: { ...setting.edition, state: 'reported' as const } };
const organiser = { name: 'Fictional Organiser', roles: organiserRoles };
const team = firstTeam('larkford-2025', 'organiser@larkford.example', instant.parse('2025-01-10T09:00:00.000Z'));
const console = { ...setting, organiser };
const since = instant.parse('2025-01-10T09:00:00.000Z');
const tasks = taskKinds.map((kind) => ({ edition: setting.edition.edition, kind, subject: 'a'.repeat(20), since }));
const manySchools = Array.from({ length: 20 }, (_, index) => ({ ...school, urn: String(999_001 + index) }));

/** A form that came back with an issue at each path, and one sentence where there is none. */
function wrong(paths: readonly string[], message?: string): FormState {
  return { values: {}, issues: paths.map((path, index) => ({ path, message: `Mend answer ${index + 1}` })), message };
}

/** The paths of each schema that a page may have to show an issue at. */
const issuePaths = {
  registration: [
    'urn',
    'roles',
    'contact.name',
    'contact.jobTitle',
    'contact.email',
    'contact.telephone',
    'cohorts',
    'cohorts.reception',
    'cohorts.year6',
    'hallCapacity',
    'halfDays',
    'accessNeeds',
    'wishes',
    'body',
  ],
  organisation: [
    'name',
    'sector',
    'formats',
    'halfDays',
    'workshopsPerHalfDay',
    'placesPerWorkshop',
    'yearGroups',
    'needs',
    'sessionTitle',
    'colleagues',
    'safeguarding.rules',
    'contact.email',
    'publicCredit',
    'body',
  ],
  volunteer: [
    'contact.name',
    'contact.email',
    'organisation',
    'organisationName',
    'halfDays',
    'offer',
    'safeguarding.photoId',
    'body',
  ],
  booking: ['registration', 'cohorts', 'cohorts.year3', 'body'],
} as const;

const publicPages: Record<string, () => string> = {
  'start-empty': () => startPage({ editions: [] }),
  start: () => startPage({ editions: [setting, { ...setting, edition: { ...setting.edition, edition: 'larkford-2024' } }] }),
  edition: () => editionPage({ ...setting, published: false, figures: false, signUp: 'open' }),
  'edition-not-yet': () => editionPage({ ...setting, published: false, figures: false, signUp: 'not-yet' }),
  'edition-closed': () => editionPage({ ...setting, published: true, figures: true, signUp: 'closed' }),
  find: () => findSchoolPage({ ...setting, query: undefined, schools: [] }),
  'find-nothing': () => findSchoolPage({ ...setting, query: 'Hogwash', schools: [] }),
  'find-one': () => findSchoolPage({ ...setting, query: 'alder', schools: [school] }),
  'find-registered': () =>
    findSchoolPage({
      ...setting,
      query: 'alder',
      schools: [school],
      registered: new Map([[school.urn, registration.submittedAt]]),
    }),
  'find-many': () => findSchoolPage({ ...setting, query: 'primary', schools: manySchools }),
  register: () => registerPage({ ...setting, school, halfDays, requestKey }),
  'register-errors': () => registerPage({ ...setting, school, halfDays, requestKey, filled: wrong(issuePaths.registration) }),
  'register-refused': () =>
    registerPage({ ...setting, school, halfDays, requestKey, filled: wrong([], 'Registration is not open now.') }),
  'register-no-school': () => registerPage({ ...setting, school: undefined, halfDays, requestKey }),
  'register-no-school-errors': () =>
    registerPage({ ...setting, school: undefined, halfDays, requestKey, filled: wrong(['urn']) }),
  'register-school-closed': () => registerPage({ ...setting, school: { ...school, status: 'closed' }, halfDays, requestKey }),
  'register-over': () => registerPage({ ...closed, school, halfDays, requestKey }),
  organisation: () => organisationSignUpPage({ ...setting, halfDays, requestKey }),
  'organisation-errors': () =>
    organisationSignUpPage({ ...setting, halfDays, requestKey, filled: wrong(issuePaths.organisation) }),
  'organisation-over': () => organisationSignUpPage({ ...closed, halfDays, requestKey }),
  volunteer: () => volunteerSignUpPage({ ...setting, halfDays, requestKey, organisation: undefined }),
  'volunteer-with': () => volunteerSignUpPage({ ...setting, halfDays, requestKey, organisation: organisation.organisation }),
  'volunteer-errors': () =>
    volunteerSignUpPage({
      ...setting,
      halfDays,
      requestKey,
      organisation: organisation.organisation,
      filled: wrong(issuePaths.volunteer),
    }),
  'volunteer-over': () => volunteerSignUpPage({ ...closed, halfDays, requestKey, organisation: undefined }),
  receipt: () => receiptPage({ ...setting, reference: 'ABCD-2345' }),
};

const linkPages: Record<string, () => string> = Object.fromEntries(
  (['registration', 'organisation', 'volunteer', 'survey'] as const).map((purpose) => [
    `continue-${purpose}`,
    () => continuePage({ ...setting, token: 't'.repeat(43), purpose }),
  ]),
);

const replies = [
  { offer, name: organisation.name },
  { offer: late.offer, name: 'Late Fictional' },
];
const oneEvent = {
  now: registration.submittedAt,
  event,
  bookings: [booking],
  replies,
  registrations: [registration],
  requestKey,
};
const cancelledEvent = {
  ...event,
  state: 'cancelled' as const,
  cancelledAt: example.at,
  cancellationReason: 'The school has no power.\nWe are sorry.',
};
const cancelling = { ...console, event, bookings: [booking], replies, hostName: school.name, now: example.at, requestKey };
const attendanceWrong = { ...wrong(['attended']), values: { urn: [school.urn], attended: ['many'] } };

const organiserPages: Record<string, () => string> = {
  'organiser-home-empty': () => organiserHomePage({ organiser, programmes: [], editions: [], mayOpen: true, mayPlan: [] }),
  'organiser-home': () =>
    organiserHomePage({
      organiser,
      programmes: [setting.programme],
      editions: [setting.edition],
      mayOpen: true,
      mayPlan: [setting.programme],
    }),
  'organiser-home-stranger': () => organiserHomePage({ organiser, programmes: [], editions: [], mayOpen: false, mayPlan: [] }),
  'organiser-settings': () => settingsPage({ ...console, now: since }),
  'organiser-settings-viewer': () => settingsPage({ ...console, organiser: { ...organiser, roles: [] }, now: since }),
  'organiser-settings-errors': () => settingsPage({ ...console, now: since, filled: wrong(['starts', 'closedDays']) }),
  'organiser-next': () => nextEditionPage(console),
  'organiser-team': () => teamPage({ ...console, team }),
  'organiser-team-viewer': () => teamPage({ ...console, organiser: { ...organiser, roles: [] }, team }),
  'organiser-team-errors': () => teamPage({ ...console, team, filled: wrong(['email']) }),
  ...Object.fromEntries(
    (['draft', 'open', 'running', 'surveying', 'reported'] as const).map((state) => [
      `organiser-edition-${state}`,
      () =>
        organiserEditionPage({
          ...console,
          edition: { ...setting.edition, state },
          total: state === 'draft' ? undefined : example.total,
          tasks: state === 'open' ? tasks : [],
          today: setting.edition.registrationCloses,
        }),
    ]),
  ),
  'organiser-event-empty': () =>
    eventPage({
      ...console,
      event: onlineEvent,
      bookings: [],
      replies: [],
      registrations: [],
      now: registration.submittedAt,
      requestKey,
    }),
  'organiser-event': () => eventPage({ ...console, ...oneEvent }),
  'organiser-event-booking-errors': () => eventPage({ ...console, ...oneEvent, filled: wrong(issuePaths.booking) }),
  'organiser-event-full': () => eventPage({ ...console, ...oneEvent, filled: wrong([], 'This event has 2 places left.') }),
  'organiser-event-attendance-errors': () => eventPage({ ...console, ...oneEvent, filled: attendanceWrong }),
  'organiser-event-cancelled': () => eventPage({ ...console, ...oneEvent, event: cancelledEvent }),
  'organiser-cancel': () => cancellationPage(cancelling),
  'organiser-cancel-nobody': () =>
    cancellationPage({ ...cancelling, event: onlineEvent, bookings: [], replies: [], hostName: undefined }),
  'organiser-cancel-errors': () => cancellationPage({ ...cancelling, filled: wrong(['reason', 'version']) }),
  'organiser-cancel-refused': () =>
    cancellationPage({ ...cancelling, filled: wrong([], 'This event changed while you were looking.') }),
  'organiser-cancel-twice': () => cancellationPage({ ...cancelling, event: cancelledEvent }),
  'organiser-cancel-held': () => cancellationPage({ ...cancelling, bookings: [{ ...booking, attended: 28 }] }),
  'organiser-impact-empty': () => organiserImpactPage({ ...console, total: undefined, report: undefined }),
};

/** Every page of the journeys in every state, by name. */
export const journeyPages: Readonly<Record<string, () => string>> = {
  ...publicPages,
  ...messagePages,
  ...reportPages,
  ...stepPages,
  ...linkPages,
  ...visitorPages,
  ...schoolPlacePages,
  ...surveyPages,
  ...responsePages,
  ...classPages,
  ...pupilPages,
  ...contextPages,
  ...fundingPages,
  ...coursePages,
  ...exchangePages,
  ...organiserPages,
  ...consolePages,
  ...safeguardingPages,
  ...waitingPages,
  ...recordPages,
  ...rotationPages,
  ...dayPages,
};
