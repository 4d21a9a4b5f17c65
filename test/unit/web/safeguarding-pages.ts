import { organiserRoles } from '#shared/domain/vocabulary.ts';
import { daysAfter, instant, localDate } from '#shared/kernel/time.ts';
import { safeguardingListPage } from '#web/safeguarding/list-page.ts';
import { safeguardingPersonPage } from '#web/safeguarding/person-page.ts';
import { edition, event, setting, volunteer } from './examples.ts';
import { offer } from './visitor-pages.ts';

const console = { ...setting, organiser: { name: 'Fictional Organiser', roles: organiserRoles } };
const at = instant.parse('2025-02-24T09:30:00.000Z');
const by = 'organiser:bbbbbbbbbbbbbbbbbbbb';
const people = new Map([[by, 'lead@fictional-council.example']]);
const first = localDate.parse('2025-03-03');
const days = [0, 1, 2, 3].map((day) => ({
  date: daysAfter(first, day),
  edition: edition.edition,
  event: `event-${day}`,
  title: 'Bridges and boats',
  where: `Fictional School ${day + 1}`,
}));
const decision = {
  edition: edition.edition,
  volunteer: volunteer.volunteer,
  event: event.event,
  at,
  by,
  outcome: 'confirmed',
  reason: 'An enhanced check was seen.\nA teacher stays in the room.',
  why: 'many-days',
  days,
} as const;
const check = { edition: edition.edition, volunteer: volunteer.volunteer, askedAt: at, by, version: 1 };
const waitingOffer = { ...offer, visitor: volunteer.volunteer, kind: 'volunteer', state: 'waiting' } as const;
const crossing = { why: 'many-days', days } as const;
const list = {
  ...console,
  waiting: [],
  names: new Map([[volunteer.volunteer, volunteer.contact.name]]),
  decisions: [],
  checks: [],
  people,
};
const person = {
  ...console,
  person: volunteer,
  standing: { days: [], waiting: [], crossing: undefined },
  decisions: [],
  check: undefined,
  people,
  done: undefined,
  requestKey: 'request-key-0001',
};
const over = { days: days.slice(0, 3), waiting: [{ offer: waitingOffer, event, crossing }], crossing };

/** The safeguarding lead's pages in every state, by name. */
export const safeguardingPages: Readonly<Record<string, () => string>> = {
  'safeguarding-empty': () => safeguardingListPage(list),
  'safeguarding-list': () =>
    safeguardingListPage({
      ...list,
      waiting: [{ volunteer: volunteer.volunteer, since: at }],
      decisions: [decision],
      checks: [check],
    }),
  'safeguarding-person-below': () => safeguardingPersonPage(person),
  'safeguarding-person': () => safeguardingPersonPage({ ...person, standing: over }),
  'safeguarding-person-weekly': () =>
    safeguardingPersonPage({
      ...person,
      standing: { ...over, waiting: [{ offer: waitingOffer, event, crossing: { why: 'weekly', days: days.slice(0, 3) } }] },
    }),
  'safeguarding-person-errors': () =>
    safeguardingPersonPage({
      ...person,
      standing: over,
      filled: {
        values: { event: [event.event] },
        issues: ['outcome', 'reason'].map((path, index) => ({ path, message: `Mend answer ${index + 1}` })),
      },
    }),
  'safeguarding-person-decided': () =>
    safeguardingPersonPage({
      ...person,
      standing: { days, waiting: [{ offer: waitingOffer, event, crossing: undefined }], crossing },
      decisions: [decision, { ...decision, outcome: 'refused' }],
      check,
      done: 'confirmed',
    }),
};
