import type { Arrival } from '#shared/domain/arrival.ts';
import type { Event } from '#shared/domain/event.ts';
import { instant } from '#shared/kernel/time.ts';
import { organiserRoles } from '#shared/domain/vocabulary.ts';
import { functions } from '#shared/system/functions.ts';
import { eventsPage, organisationsPage, registrationsPage, volunteersPage } from '#web/organiser/lists.ts';
import { eventPage } from '#web/organiser/event.ts';
import { statusPage } from '#web/organiser/status.ts';
import type { Asking } from '#shared/domain/asking.ts';
import { usual } from '#shared/domain/week-settings.ts';
import { askPage } from '#web/organiser/ask.ts';
import { arrangePage } from '#web/organiser/arrange.ts';
import { offerDraftPage } from '#web/organiser/offer-draft.ts';
import type { ClashSeen } from '#web/organiser/clashes.ts';
import { movePage } from '#web/organiser/move.ts';
import { recordEventPage } from '#web/organiser/record-event.ts';
import { booking, event, halfDays, onlineEvent, organisation, registration, setting, volunteer } from './examples.ts';
import { offer } from './visitor-pages.ts';

const console = { ...setting, organiser: { name: 'Fictional Organiser', roles: organiserRoles } };
const requestKey = 'request-key-0001';
const pending = { ...registration, state: 'pending' as const, confirmedBy: undefined, confirmedAt: undefined };

const clash = {
  what: 'host' as const,
  who: registration.urn,
  name: registration.schoolName,
  with: { event: onlineEvent.event, title: onlineEvent.title },
};
const moving = {
  ...console,
  event,
  bookings: [booking],
  replies: [{ offer, name: organisation.name }],
  hostName: registration.schoolName,
  halfDays,
  clashes: [],
  now: registration.submittedAt,
  requestKey,
};
const quiet = {
  ...console,
  factsSince: undefined,
  claimedSince: undefined,
  lastSent: undefined,
  failed: [],
  barred: [],
  failures: [],
  done: undefined,
  jobs: [{ job: 'find-tasks', run: undefined }],
  now: instant.parse('2025-02-24T10:00:00.000Z'),
};
const timed: Event = {
  ...event,
  kind: 'special',
  hours: { starts: '09:15', ends: '11:45' },
  timetable: [
    { starts: '09:15', ends: '10:00', what: 'session', title: 'Build a bridge', places: 15 },
    { starts: '10:00', ends: '10:15', what: 'break', title: 'Break' },
    { starts: '10:15', ends: '11:00', what: 'session', title: 'Build a bridge', places: 45 },
  ],
};
const arrival: Arrival = {
  edition: event.edition,
  event: event.event,
  address: '1 Fictional Way, CV1 5FB',
  stepFree: 'partly',
  parking: 'Coaches at the back',
  gate: 'Ring at gate 2',
  lead: 'Ask for M. Fictional, 01632 960 001',
  bring: 'A coat',
  version: 1,
};
const overlapping = {
  values: { timetable: ['09:00 to 10:00 Talk'], starts: ['9'] },
  issues: [
    { path: 'starts', message: 'Enter a time, like 09:15' },
    { path: 'timetable', message: '09:30 to 09:45 Break overlaps 09:00 to 10:00 Talk' },
  ],
};
const draft: Event = { ...event, state: 'draft' };
const tooFar: ClashSeen = {
  ...clash,
  what: 'organisations',
  name: organisation.name,
  tooFar: {
    kilometres: 12.4,
    minutes: 48,
    between: 30,
    earlier: { starts: '09:00', ends: '10:00' },
    later: { starts: '10:30', ends: '12:00' },
  },
};
const clashed = { values: {}, issues: [], message: 'This clashes with another event of the day.' };
const asking: Asking = {
  edition: event.edition,
  event: event.event,
  kind: 'organisation',
  needed: 2,
  tiers: [[offer.visitor]],
  tier: 1,
  rounds: [{ at: registration.submittedAt, who: [offer.visitor] }],
  until: instant.parse('2025-01-22T09:30:00.000Z'),
  state: 'open',
  version: 2,
};
const person = { visitor: volunteer.volunteer, name: volunteer.contact.name, places: 0, asked: 0, busy: false };
const askable = {
  ...moving,
  kind: 'volunteer' as const,
  rules: usual.asking,
  asking: undefined,
  candidates: [person, { ...person, visitor: 'b'.repeat(20), name: 'B. Fictional', places: 2 }, { ...person, busy: true }],
};
const unmoved = { values: {}, issues: [{ path: 'halfDay', message: 'Choose another half-day' }] };

const all = { ...console, chosen: {}, first: true, next: undefined, looked: undefined };
const nothing = { ...all, chosen: { q: 'hogwash', state: 'confirmed' } };
const further = { ...nothing, next: 'key', looked: 1000 };
const middle = { ...all, first: false, next: 'key' };
const schools = [
  { row: registration, mail: undefined },
  { row: pending, mail: 'bounced' as const },
];
const organisations = [{ row: organisation, mail: undefined }];
const volunteers = [
  { row: volunteer, mail: undefined },
  { row: { ...volunteer, organisation: organisation.organisation }, mail: 'complained' as const },
];
const names = new Map([[organisation.organisation, organisation.name]]);
const events = [
  { event, total: undefined },
  { event: { ...event, state: 'cancelled' as const }, total: undefined },
  {
    event: { ...onlineEvent, state: 'held' as const },
    total: { ...onlineEvent, held: true, pupils: 40, schools: [], attendance: [] },
  },
];

/** Every list of the console in every state, by name. */
export const consolePages: Readonly<Record<string, () => string>> = {
  'organiser-status-empty': () => statusPage(quiet),
  'organiser-status': () =>
    statusPage({
      ...quiet,
      factsSince: registration.submittedAt,
      failures: [
        { name: 'send-reminder', errorImpact: functions['send-reminder'].errorImpact, count: 3, retried: true },
        { name: 'find-tasks', errorImpact: functions['find-tasks'].errorImpact, count: 1, retried: false },
      ],
      lastSent: registration.submittedAt,
      barred: [{ edition: event.edition, address: 'x', state: 'bounced', at: registration.submittedAt, to: undefined }],
      jobs: [{ job: 'find-tasks', run: { job: 'find-tasks', at: registration.submittedAt, outcome: 'failed', count: 0 } }],
    }),
  'organiser-status-unread': () => statusPage({ ...quiet, failures: undefined, done: 'lifted' }),
  'organiser-arrange': () => arrangePage({ ...moving, event: timed, arrival }),
  'organiser-arrange-online': () => arrangePage({ ...moving, event: onlineEvent, arrival: undefined }),
  'organiser-arrange-errors': () => arrangePage({ ...moving, arrival: undefined, filled: overlapping }),
  'organiser-arrange-over': () => arrangePage({ ...moving, event: { ...event, state: 'cancelled' }, arrival }),
  'organiser-event-workshops': () => eventPage({ ...moving, event: timed, registrations: [registration] }),
  'organiser-event-draft': () => eventPage({ ...moving, event: draft, replies: [], bookings: [], registrations: [] }),
  'organiser-offer-draft': () => offerDraftPage({ ...moving, event: draft, asked: [organisation.name] }),
  'organiser-offer-draft-refused': () =>
    offerDraftPage({ ...moving, event: draft, asked: [organisation.name], clashes: [tooFar], filled: clashed }),
  'organiser-offer-draft-offered': () => offerDraftPage({ ...moving, asked: [organisation.name] }),
  'organiser-ask': () => askPage(askable),
  'organiser-ask-errors': () =>
    askPage({ ...askable, filled: { values: {}, issues: [{ path: 'needed', message: 'Enter how many you need' }] } }),
  'organiser-ask-organisations': () => askPage({ ...askable, kind: 'organisation', candidates: [] }),
  'organiser-ask-open': () => askPage({ ...askable, asking }),
  'organiser-ask-spent': () => askPage({ ...askable, asking: { ...asking, state: 'spent', until: undefined } }),
  'organiser-ask-over': () =>
    askPage({ ...askable, event: { ...event, state: 'cancelled' }, asking: { ...asking, state: 'stopped', until: undefined } }),
  'organiser-move': () => movePage(moving),
  'organiser-move-errors': () => movePage({ ...moving, clashes: [clash, { ...clash, what: 'schools' }], filled: unmoved }),
  'organiser-move-over': () => movePage({ ...moving, event: { ...event, state: 'cancelled' } }),
  'organiser-event-clashes': () =>
    eventPage({ ...moving, clashes: [clash, { ...clash, what: 'volunteers' }], registrations: [registration] }),
  'organiser-registrations-empty': () => registrationsPage({ ...all, rows: [] }),
  'organiser-registrations': () => registrationsPage({ ...all, rows: schools }),
  'organiser-registrations-filtered': () => registrationsPage({ ...all, chosen: { needs: 'approve' }, rows: schools.slice(1) }),
  'organiser-registrations-nothing': () => registrationsPage({ ...nothing, rows: [] }),
  'organiser-registrations-looked': () => registrationsPage({ ...further, rows: schools }),
  'organiser-registrations-looked-none': () => registrationsPage({ ...further, rows: [] }),
  'organiser-registrations-many': () => registrationsPage({ ...middle, rows: schools }),
  'organiser-organisations-empty': () => organisationsPage({ ...all, rows: [] }),
  'organiser-organisations': () => organisationsPage({ ...all, rows: organisations }),
  'organiser-organisations-nothing': () => organisationsPage({ ...nothing, rows: [] }),
  'organiser-volunteers-empty': () => volunteersPage({ ...all, names, rows: [] }),
  'organiser-volunteers': () => volunteersPage({ ...all, names, rows: volunteers }),
  'organiser-volunteers-nothing': () => volunteersPage({ ...nothing, names, rows: [] }),
  'organiser-events-empty': () => eventsPage({ ...all, rows: [] }),
  'organiser-events': () => eventsPage({ ...all, rows: events }),
  'organiser-events-nothing': () => eventsPage({ ...nothing, rows: [] }),
  'organiser-record-event': () =>
    recordEventPage({ ...console, halfDays, organisations: [organisation], volunteers: [volunteer], requestKey }),
  'organiser-record-event-like': () =>
    recordEventPage({
      ...console,
      halfDays,
      organisations: [organisation],
      requestKey,
      start: { values: { kind: ['special'], title: ['Bridges'], places: ['90'] }, issues: [] },
    }),
  'organiser-record-event-earlier': () =>
    recordEventPage({
      ...console,
      halfDays,
      organisations: [organisation],
      requestKey,
      earlier: [
        { edition: setting.edition, events: [event] },
        { edition: { edition: 'larkford-2024', name: 'Larkford 2024' }, events: [{ ...event, edition: 'larkford-2024' }] },
      ],
    }),
  'organiser-record-event-empty': () => recordEventPage({ ...console, halfDays, organisations: [], requestKey }),
  'organiser-record-event-errors': () =>
    recordEventPage({
      ...console,
      halfDays,
      organisations: [organisation],
      requestKey,
      filled: {
        values: {},
        issues: ['reference', 'kind', 'title', 'organisations', 'host', 'venue', 'halfDay', 'sessions', 'places', 'body'].map(
          (path, index) => ({ path, message: `Mend answer ${index + 1}` }),
        ),
      },
    }),
};
