import { organiserRoles } from '#shared/domain/vocabulary.ts';
import type { WaitingEntry } from '#shared/domain/waiting-entry.ts';
import { instant } from '#shared/kernel/time.ts';
import { organiserWaitingPage } from '#web/waiting/organiser-page.ts';
import { waitingEventPage, waitingListPage } from '#web/waiting/school-pages.ts';
import { event as anEvent, onlineEvent, registration, setting } from './examples.ts';

const now = instant.parse('2025-02-24T09:30:00.000Z');
const event = { ...anEvent, state: 'confirmed', placesFree: 3 } as const;
const entry: WaitingEntry = {
  edition: event.edition,
  event: event.event,
  urn: registration.urn,
  registration: registration.registration,
  schoolName: registration.schoolName,
  cohorts: { year4: 24 },
  pupils: 24,
  state: 'waiting',
  askedAt: instant.parse('2025-02-20T09:30:00.000Z'),
  version: 1,
};
const offered: WaitingEntry = { ...entry, state: 'offered', until: instant.parse('2025-02-26T09:30:00.000Z'), version: 2 };
const lapsed: WaitingEntry = { ...offered, state: 'lapsed', version: 3 };
const other: WaitingEntry = { ...entry, urn: '100099', schoolName: 'Fictional Lane Primary', pupils: 30 };
const claims = [
  { entry, hasPlace: false, percentageFsm: 31 },
  { entry: other, hasPlace: true, percentageFsm: undefined },
];
const requestKey = 'request-key-0001';
const place = { ...setting, school: registration, now };
const one = { ...place, event, entry: undefined, claims: [], requestKey };
const organiser = { name: 'Fictional Organiser', roles: organiserRoles };
const list = { ...setting, organiser, event, hostName: undefined, entries: [], claims: [], now, requestKey };
const wrong = (path: string) => ({ values: {}, issues: [{ path, message: 'Mend this answer' }] });

/** The waiting lists in every state, by name. */
export const waitingPages: Readonly<Record<string, () => string>> = {
  'waiting-none': () => waitingListPage({ ...place, open: [] }),
  'waiting-events': () =>
    waitingListPage({
      ...place,
      open: [
        { event, entry },
        { event: { ...onlineEvent, placesFree: 0 }, entry: undefined },
        { event: { ...event, event: 'offered' }, entry: offered },
        { event: { ...event, event: 'lapsed' }, entry: lapsed },
      ],
    }),
  'waiting-ask': () => waitingEventPage(one),
  'waiting-ask-errors': () => waitingEventPage({ ...one, filled: wrong('cohorts') }),
  'waiting-turn': () => waitingEventPage({ ...one, entry, claims }),
  'waiting-turn-none-free': () =>
    waitingEventPage({ ...one, event: { ...event, placesFree: 0 }, entry, claims: claims.slice(0, 1) }),
  'waiting-offered': () => waitingEventPage({ ...one, entry: offered, claims }),
  'waiting-lapsed': () => waitingEventPage({ ...one, entry: lapsed, claims: [] }),
  'waiting-closed': () => waitingEventPage({ ...one, event: { ...event, state: 'cancelled' } }),
  'organiser-waiting-empty': () => organiserWaitingPage(list),
  'organiser-waiting': () => organiserWaitingPage({ ...list, entries: [entry, other, { ...offered, urn: '100098' }], claims }),
  'organiser-waiting-errors': () => organiserWaitingPage({ ...list, filled: wrong('places') }),
};
