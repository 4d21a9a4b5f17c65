import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { firstTeam, organiserId } from '#shared/domain/team.ts';
import { instant, localDate } from '#shared/kernel/time.ts';
import { sayHalfDay } from '#web/say.ts';
import { lettersFor } from '#web/mail/letters.ts';
import type { Registration } from '#shared/domain/registration.ts';
import type { Response } from '#shared/domain/survey.ts';
import type { Letter } from '#shared/ports.ts';
import type { EmailName } from '#shared/system/email-names.ts';
import { emails } from '#shared/system/emails.ts';
import { eventExamples } from '#shared/system/event-examples.ts';
import type { Fact, FactType } from '#shared/system/events.ts';
import { fact as factSchema } from '#shared/system/fact.ts';
import type { Item } from '#shared/system/table.ts';
import {
  askedSchool as asked,
  at,
  booking,
  edition,
  event,
  handedOver,
  linkRequest,
  signUpInvitation,
  onlineEvent,
  organisation,
  programme,
  registration,
  response,
  volunteer,
} from '../examples.ts';
import { textOf } from '../page-text.ts';
import { rescuedRotation } from './rescued-rotation.ts';
import { readerOf } from './table-of.ts';

const team = firstTeam(edition.edition, programme.organiser.email, instant.parse('2025-01-10T09:00:00.000Z'));
const link = `https://larkford.example/l/${'t'.repeat(43)}`;
const other = {
  ...organisation,
  organisation: 'b'.repeat(20),
  contact: { ...organisation.contact, email: 'second@works.example' },
};
const shared = { ...event, organisations: [organisation.organisation, other.organisation] };
const offer: Item<'offer'> = {
  edition: edition.edition,
  event: event.event,
  visitor: volunteer.volunteer,
  kind: 'volunteer',
  state: 'declined',
  offeredAt: registration.submittedAt,
  version: 2,
};
const waitingGroup: Item<'waiting'> = {
  edition: edition.edition,
  event: event.event,
  urn: registration.urn,
  registration: registration.registration,
  schoolName: registration.schoolName,
  cohorts: { year4: 24 },
  pupils: 24,
  state: 'waiting',
  askedAt: registration.submittedAt,
  version: 2,
};
const message: Item<'message'> = {
  edition: edition.edition,
  message: 'm'.repeat(20),
  subject: 'Where to park at ((edition))',
  body: 'Hello ((name))\n\nYour places:\n((events))',
  groups: ['host', 'organisations', 'volunteers'],
  state: 'sent',
  recipients: [
    { kind: 'school', id: registration.registration, urn: registration.urn },
    { kind: 'organisation', id: organisation.organisation },
    { kind: 'volunteer', id: volunteer.volunteer },
  ],
  writtenAt: registration.submittedAt,
  version: 3,
};
const arrival: Item<'arrival'> = {
  edition: edition.edition,
  event: event.event,
  address: '1 Fictional Way, CV1 5FB',
  stepFree: 'partly',
  gate: 'Ring at gate 2',
  lead: 'Ask for M. Fictional',
  version: 1,
};
const askedVisit: Item<'visitSurvey'> = {
  edition: edition.edition,
  event: event.event,
  kind: 'organisation',
  visitor: organisation.organisation,
  askedAt: registration.submittedAt,
  answers: {},
  version: 1,
};
const clearance: Item<'clearance'> = {
  edition: edition.edition,
  volunteer: volunteer.volunteer,
  until: localDate.parse('2025-03-31'),
  at: instant.parse('2025-02-20T09:00:00.000Z'),
  by: 'system',
  remindedAt: instant.parse('2025-03-03T09:05:00.000Z'),
  version: 2,
};
/** A sector session that the organisation comes to. */
const sectorSession: Item<'sectorSession'> = {
  edition: edition.edition,
  session: 'm'.repeat(20),
  urn: registration.urn,
  registration: registration.registration,
  entry: 'trains',
  sector: 'rail',
  on: localDate.parse('2025-03-04'),
  expected: { year4: 30 },
  state: 'matched',
  visitor: { kind: 'organisation', id: organisation.organisation },
  version: 2,
};
const menuEntry: Item<'menuEntry'> = {
  edition: edition.edition,
  entry: 'trains',
  sector: 'rail',
  sectors: 1,
  title: 'How trains run',
  years: ['year4'],
  minutes: 60,
  state: 'offered',
  version: 1,
};
const everything = {
  programme: [programme],
  edition: [edition],
  registration: [asked],
  organisation: [organisation, other],
  volunteer: [volunteer],
  event: [shared, onlineEvent],
  offer: [offer],
  rotation: [rescuedRotation],
  waiting: [waitingGroup],
  arrival: [arrival],
  visitSurvey: [askedVisit],
  clearance: [clearance],
  sectorSession: [sectorSession],
  menuEntry: [menuEntry],
  booking: [booking, { ...booking, event: onlineEvent.event }],
  handOver: [handedOver],
  linkRequest: [linkRequest],
  signUpInvitation: [signUpInvitation],
  message: [message],
  team: [team],
};

/** Two organisations count on the event; the volunteer has declined. */
const afterMoving = {
  ...everything,
  offer: [
    offer,
    ...shared.organisations.map((visitor) => ({ ...offer, visitor, kind: 'organisation' as const, state: 'accepted' as const })),
  ],
};
const afterVisit = {
  ...afterMoving,
  eventTotal: [
    {
      edition: edition.edition,
      event: shared.event,
      kind: 'rotation' as const,
      halfDay: shared.halfDay,
      held: true,
      sessions: 4,
      pupils: 28,
      schools: [registration.urn],
      attendance: [],
      organisations: [...shared.organisations],
    },
  ],
};
const afterCancelling = {
  ...afterMoving,
  event: [{ ...shared, state: 'cancelled' as const, cancellationReason: 'No power at the school' }, onlineEvent],
};

/** An organiser has typed in what the school answered on paper. */
const afterTyping = { ...everything, response: [{ ...response, typedBy: team.members[0]?.organiser }] };

/** Nobody has confirmed yet. */
const beforeConfirming = {
  ...everything,
  registration: [{ ...asked, state: 'pending' as const }],
  organisation: [{ ...organisation, state: 'pending' as const }],
};

/** A course's session at which the volunteer stands in. */
const standingIn: Item<'schoolCourse'> = {
  edition: edition.edition,
  course: 'alder-spring',
  urn: registration.urn,
  registration: registration.registration,
  schoolName: registration.schoolName,
  template: 'health-and-care-1',
  yearGroups: ['year4'],
  places: 12,
  seed: 'Spring',
  half: 'am',
  opening: localDate.parse('2025-02-24'),
  closes: localDate.parse('2025-02-28'),
  final: localDate.parse('2025-03-07'),
  sessions: [{ session: 'professional-1', event: event.event, substitute: volunteer.volunteer }],
  state: 'confirmed',
  version: 2,
};

const waits = { event: event.event, urn: registration.urn, registration: registration.registration, pupils: 24 };
const anOffer = { event: event.event, kind: 'organisation', visitor: organisation.organisation, version: 2 };
const data: Partial<Record<FactType, object>> = {
  'organiser.invited.v1': { organiser: organiserId(programme.organiser.email), roles: ['coordinator'], version: 2 },
  'event.recorded.v1': { event: event.event, kind: 'rotation', halfDay: event.halfDay },
  'event.cancelled.v1': { event: event.event, kind: 'rotation', halfDay: event.halfDay, version: 2 },
  'event.moved.v1': {
    event: event.event,
    kind: 'rotation',
    halfDay: event.halfDay,
    before: '2025-03-04-am',
    changed: ['halfDay', 'venue'],
    version: 2,
  },
  'event.arranged.v1': { event: event.event, kind: 'rotation', changed: ['hours', 'arrival'], version: 2 },
  'offer.made.v1': { ...anOffer, version: 1 },
  'offer.closed.v1': { ...anOffer, version: 1 },
  'rotation.rescued.v1': { event: event.event, groups: 3, lost: 0, version: 2 },
  'offer.answered.v1': { event: event.event, kind: 'volunteer', visitor: volunteer.volunteer, version: 2, answer: 'declined' },
  'offer.stopped.v1': {
    ...anOffer,
    kind: 'volunteer',
    visitor: volunteer.volunteer,
    version: offer.version,
    why: 'many-days',
    days: 4,
  },
  'offer.decided.v1': {
    ...anOffer,
    kind: 'volunteer',
    visitor: volunteer.volunteer,
    version: offer.version,
    outcome: 'confirmed',
  },
  'sector-visit.changed.v1': {
    session: sectorSession.session,
    urn: registration.urn,
    kind: 'organisation',
    visitor: organisation.organisation,
    how: 'matched',
    version: sectorSession.version,
  },
  'substitute.named.v1': { course: standingIn.course, event: event.event, visitor: volunteer.volunteer, version: 2 },
  'school.waiting.v1': { ...waits, version: waitingGroup.version },
  'places.offered.v1': { ...waits, version: waitingGroup.version, until: '2025-02-26T09:30:00.000Z' },
  'places.lapsed.v1': { ...waits, version: waitingGroup.version },
  'waiting.left.v1': { ...waits, version: 9 },
  'visitor.late.v1': { ...anOffer, minutes: '20' },
  'organisation.changed.v1': { organisation: organisation.organisation, changed: ['halfDays', 'needs'], version: 3 },
  'organisation.withdrawn.v1': { organisation: organisation.organisation, version: 3 },
  'volunteer.changed.v1': { volunteer: volunteer.volunteer, changed: ['offer'], version: 3 },
  'volunteer.withdrawn.v1': { volunteer: volunteer.volunteer, version: 3 },
  'school.chased.v1': { registration: registration.registration, urn: registration.urn, times: 1 },
  'visitor.chased.v1': { kind: 'organisation', visitor: organisation.organisation, times: 1 },
  'school.registered.v1': {
    registration: registration.registration,
    urn: registration.urn,
    roles: ['host'],
    pupils: 91,
    version: 1,
  },
  'school.confirmed.v1': {
    registration: registration.registration,
    urn: registration.urn,
    roles: ['host'],
    pupils: 91,
    version: 2,
    by: 'link',
  },
  'organisation.signed-up.v1': { organisation: organisation.organisation, formats: ['rotation'], version: 1 },
  'organisation.confirmed.v1': { organisation: organisation.organisation },
  'volunteer.signed-up.v1': { volunteer: volunteer.volunteer, version: 1 },
  'volunteer.confirmed.v1': { volunteer: volunteer.volunteer },
  'school.booked.v1': {
    event: event.event,
    urn: registration.urn,
    registration: registration.registration,
    pupils: 30,
    version: 1,
  },
  'school.changed.v1': {
    registration: registration.registration,
    urn: registration.urn,
    roles: ['host'],
    pupils: 91,
    version: 3,
    changed: ['cohorts', 'halfDays', 'accessNeeds'],
  },
  'school.handed-over.v1': {
    registration: registration.registration,
    urn: registration.urn,
    handOver: handedOver.handOver,
    version: 3,
  },
  'school.withdrawn.v1': {
    registration: registration.registration,
    urn: registration.urn,
    roles: ['host'],
    pupils: 91,
    version: 3,
  },
  'booking.changed.v1': {
    event: event.event,
    urn: registration.urn,
    registration: registration.registration,
    pupils: 30,
    before: 28,
    version: 2,
  },
  'booking.given-back.v1': {
    event: event.event,
    urn: registration.urn,
    registration: registration.registration,
    pupils: 30,
    version: 2,
  },
  'booking.released.v1': {
    event: event.event,
    urn: registration.urn,
    registration: registration.registration,
    pupils: 30,
    version: 2,
  },
  'school.reminded.v1': {
    event: event.event,
    halfDay: event.halfDay,
    ahead: 'week',
    registration: registration.registration,
    urn: registration.urn,
  },
  'clearance.ending.v1': { volunteer: volunteer.volunteer, version: 2 },
  'visitor.reminded.v1': {
    event: event.event,
    halfDay: event.halfDay,
    ahead: 'day',
    kind: 'organisation',
    visitor: organisation.organisation,
  },
  'visitor.thanked.v1': {
    event: event.event,
    halfDay: event.halfDay,
    kind: 'organisation',
    visitor: organisation.organisation,
  },
  'offer.released.v1': anOffer,
  'offer.moved.v1': { ...anOffer, from: organisation.organisation },
  'calendar.handed-over.v1': {
    event: event.event,
    urn: registration.urn,
    registration: registration.registration,
    handOver: handedOver.handOver,
    version: 3,
  },
  'message.sent.v1': { message: message.message, recipients: 3 },
  'sign-up.invited.v1': { invitation: signUpInvitation.invitation, reminder: 0 },
  'link.asked.v1': { request: linkRequest.request },
  'survey.invited.v1': { registration: registration.registration, urn: registration.urn },
  'survey.reminded.v1': { registration: registration.registration, urn: registration.urn },
  'visit-survey.reminded.v1': { kind: 'organisation', visitor: organisation.organisation },
  'survey.answered.v1': { registration: registration.registration, urn: registration.urn, version: 1 },
  'survey.typed.v1': { registration: registration.registration, urn: registration.urn, version: 1 },
};

function factOf(type: FactType, more: object = {}): Fact {
  const fact = {
    id: 'fact-0001',
    type,
    at: '2025-01-20T09:30:00.000Z',
    edition: edition.edition,
    data: { ...data[type], ...more },
  };
  return factSchema.parse(fact);
}

const cases = Object.entries(emails).flatMap(([name, { on, audience, ...rest }]) =>
  on.map((type) => ({ template: templateOf(name), type, audience, purpose: 'link' in rest ? rest.link : undefined })),
);

/** How many letters a case comes to: everybody at the event, its two organisations, or one reader. */
function lettersOf({ template, type, audience }: (typeof cases)[number]): number {
  const all = ['everybody at an event', 'everybody whose card of a rotation changed', 'whoever an organiser chose'];
  if (all.includes(audience)) return 3;
  const two = template === 'colleague-invited' || (audience === 'organisation' && template !== 'organisation-signed-up');
  return two && type !== 'offer.made.v1' ? 2 : 1;
}

function templateOf(name: string): EmailName {
  const known = Object.keys(emails).find((one): one is EmailName => one === name);
  if (!known) throw new Error(`${name} is no mail`);
  return known;
}

describe.each(cases)('$template on $type', ({ template, type, audience, purpose }) => {
  const rows =
    type === 'event.cancelled.v1'
      ? afterCancelling
      : type === 'offer.moved.v1' || type === 'event.moved.v1' || type === 'event.arranged.v1' || type.endsWith('.reminded.v1')
        ? afterMoving
        : type === 'visitor.thanked.v1'
          ? afterVisit
          : type.endsWith('.chased.v1')
            ? beforeConfirming
            : type === 'survey.typed.v1'
              ? afterTyping
              : type === 'substitute.named.v1'
                ? { ...everything, schoolCourse: [standingIn] }
                : everything;
  // A school that pressed the button itself needs no letter about it.
  const toVolunteer = type === 'offer.made.v1' && template === 'offer-for-volunteer';
  const more =
    type === 'school.confirmed.v1' && template === 'place-changed'
      ? { by: 'organiser' }
      : toVolunteer
        ? { kind: 'volunteer', visitor: volunteer.volunteer }
        : {};
  const write = () => lettersFor(template, factOf(type, more), readerOf(rows));

  it('goes to its reader, with a link for its one purpose until 30 days after the survey', async () => {
    for (const { to, recipient, grant } of await write()) {
      expect(recipient).toMatch(/^[A-Za-z0-9_-]+$/);
      expect(addressesOf[audience]).toContain(to);
      expect(grant?.purpose).toBe(purpose === 'what they signed up for' ? purposesIn(template).get(recipient) : purpose);
      if (grant) expect(new Date(grant.until * 1000).toISOString()).toBe('2025-04-20T00:00:00.000Z');
      if (grant) expect(grant.subject).toBe(recipient);
      expect(grant?.urn).toBe(grant?.subject === registration.registration ? registration.urn : undefined);
    }
    expect(await write()).toHaveLength(lettersOf({ template, type, audience, purpose }));
  });

  it('says the same in HTML and text, within 20 KB, on a subject of one line', async () => {
    for (const letter of await write()) {
      const { subject, html, text, replyTo } = letter.compose(link);
      expect(words(textOf(parse(html), ['head']))).toEqual(words(text.replace(/^(?:\* |--$)/gm, '')));
      expect(Buffer.byteLength(html) + Buffer.byteLength(text)).toBeLessThanOrEqual(20 * 1024);
      expect(subject).toMatch(/^[^\r\n]{5,150}$/);
      expect(replyTo).toEqual({ name: programme.organiser.name, address: programme.organiser.email });
      expect(text.includes(link)).toBe(letter.grant !== undefined);
    }
  });

  it('speaks in words and short sentences, never in codes', async () => {
    for (const letter of await write()) {
      const { subject, text } = letter.compose(link);
      expect(`${subject}\n${text.replaceAll(link, '')}`).not.toMatch(
        /undefined|\bnull\b|\[object|year\d|-[ap]m\b|special-|\d{4}-\d\d-\d\d/,
      );
      const sentences = text.split(/(?<=[.!?:])\s+|\n+/);
      expect(sentences.filter((one) => words(one).length > 25)).toEqual([]);
    }
  });

  it('is not written when its subject, its edition or its programme is gone', async () => {
    for (const missing of ['edition', 'programme'] as const) {
      expect(await lettersFor(template, factOf(type), readerOf({ ...everything, [missing]: [] }))).toEqual([]);
    }
    const { programme: _, edition: __, ...subjects } = everything;
    const none = Object.fromEntries(Object.keys(subjects).map((name) => [name, []]));
    expect(await lettersFor(template, factOf(type), readerOf({ ...everything, ...none }))).toEqual([]);
  });

  it('is the same letter each time it is written', async () => {
    const [first, second] = await Promise.all([write(), write()]);
    expect(first.map(all)).toEqual(second.map(all));
  });

  it('is not written for a fact of another kind', async () => {
    expect(
      await lettersFor(
        template,
        factSchema.parse({ ...factOf(type), type: 'edition.moved.v1', data: eventExamples['edition.moved.v1'] }),
        readerOf(everything),
      ),
    ).toEqual([]);
  });
});

const purposes = new Map([
  [registration.registration, 'registration'],
  [organisation.organisation, 'organisation'],
  [other.organisation, 'organisation'],
  [volunteer.volunteer, 'volunteer'],
  [signUpInvitation.invitation, 'invitation'],
]);
/** A school’s link in a mail about the survey opens that alone. */
function purposesIn(template: EmailName) {
  return template === 'survey-reminder' ? new Map([...purposes, [registration.registration, 'survey']]) : purposes;
}

const addressesOf = {
  school: [registration.contact.email, handedOver.from.email],
  'whoever signed up': [linkRequest.email],
  'whoever has not answered': [registration.contact.email, organisation.contact.email],
  'whoever has a place': [handedOver.from.email, registration.contact.email, organisation.contact.email, volunteer.contact.email],
  'whoever an organiser chose': [registration.contact.email, organisation.contact.email, volunteer.contact.email],
  'whoever is invited': [signUpInvitation.email],
  organisation: [organisation.contact.email, other.contact.email],
  'organisation or volunteer': [organisation.contact.email, volunteer.contact.email],
  'everybody whose card of a rotation changed': [registration.contact.email, organisation.contact.email, volunteer.contact.email],
  'everybody at an event': [registration.contact.email, organisation.contact.email, other.contact.email],
  volunteer: [volunteer.contact.email, ...(organisation.colleagues ?? [])],
  organiser: [programme.organiser.email],
};

describe('the letters to confirm', () => {
  const typed = 'Win-Money-At-evil-dot-example';
  const abused = {
    ...everything,
    registration: [
      { ...registration, wishes: typed, accessNeeds: typed, contact: { ...registration.contact, name: typed, jobTitle: typed } },
    ],
    organisation: [{ ...organisation, name: typed, needs: typed, contact: { ...organisation.contact, name: typed } }],
    volunteer: [{ ...volunteer, offer: typed, organisationName: typed, contact: { ...volunteer.contact, name: typed } }],
  };

  it.each([
    ['school-registered', 'school.registered.v1'],
    ['organisation-signed-up', 'organisation.signed-up.v1'],
    ['volunteer-signed-up', 'volunteer.signed-up.v1'],
    ['colleague-invited', 'organisation.confirmed.v1'],
    ['handed-over-to-you', 'school.handed-over.v1'],
    ['lost-link', 'link.asked.v1'],
  ] as const)('carry nothing that a stranger typed to an address that may be somebody else’s: %s', async (template, type) => {
    const [letter] = await lettersFor(template, factOf(type), readerOf(abused));
    expect(letter && all(letter)).not.toContain(typed);
  });
});

describe('a reminder', () => {
  const open = { ...offer, state: 'offered' as const };
  const chased = factOf('visitor.chased.v1', { kind: 'volunteer', visitor: volunteer.volunteer });

  it('names the places that wait for an answer, and nothing else', async () => {
    const [letter] = await lettersFor('reminder', chased, readerOf({ ...everything, offer: [open] }));
    const { text } = composed(letter);
    expect(text).toContain(`${event.title}, ${sayHalfDay(event.halfDay)}`);
    expect(text).not.toContain(onlineEvent.title);
  });

  it.each([
    ['a place was answered', everything],
    ['the day has come', { ...everything, offer: [open], event: [{ ...shared, halfDay: '2025-01-20-am' }] }],
    ['the event is cancelled', { ...everything, offer: [open], event: [{ ...shared, state: 'cancelled' as const }] }],
    ['they withdrew', { ...everything, offer: [open], volunteer: [{ ...volunteer, state: 'withdrawn' as const }] }],
  ])('is not written once %s', async (_, rows) => {
    expect(await lettersFor('reminder', chased, readerOf(rows))).toEqual([]);
  });

  it('is not written to a school that has confirmed', async () => {
    expect(await lettersFor('reminder', factOf('school.chased.v1'), readerOf(everything))).toEqual([]);
  });

  it('carries nothing that a stranger typed to an address that nobody confirmed', async () => {
    const typed = 'Win-Money-At-evil-dot-example';
    const rows = {
      ...beforeConfirming,
      organisation: [
        { ...organisation, state: 'pending' as const, name: typed, contact: { ...organisation.contact, name: typed } },
      ],
    };
    const [letter] = await lettersFor('reminder', factOf('visitor.chased.v1'), readerOf(rows));
    expect(letter && all(letter)).not.toContain(typed);
  });
});

describe('what an organiser changed for somebody', () => {
  const by = `organiser:${'a'.repeat(20)}`;
  const byOrganiser = (type: FactType, more: object = {}) => factSchema.parse({ ...factOf(type, more), by });

  it.each([
    ['place-changed', 'school.changed.v1', 'We changed this for you'],
    ['place-changed', 'school.withdrawn.v1', 'Your school no longer takes part'],
    ['sessions-changed', 'organisation.changed.v1', 'We changed this for you'],
    ['sessions-changed', 'volunteer.withdrawn.v1', 'You no longer take part'],
  ] as const)('is told as the organiser’s doing: %s on %s', async (template, type, heading) => {
    const [letter] = await lettersFor(template, byOrganiser(type), readerOf(everything));
    const { subject, text } = composed(letter);
    expect(text).toContain(heading);
    expect(subject).not.toMatch(/^You (?:changed|have)/);
  });

  it('is told to a school whose place was confirmed for it, and not to one that pressed the button itself', async () => {
    const [letter] = await lettersFor(
      'place-changed',
      byOrganiser('school.confirmed.v1', { by: 'organiser' }),
      readerOf(everything),
    );
    expect(composed(letter).text).toContain('We confirmed your registration for you');
    const own = factOf('school.confirmed.v1', { by: 'link' });
    expect(await lettersFor('place-changed', own, readerOf(everything))).toEqual([]);
  });

  it('is no news to the organiser', async () => {
    for (const type of [
      'school.changed.v1',
      'school.withdrawn.v1',
      'organisation.changed.v1',
      'volunteer.withdrawn.v1',
    ] as const) {
      expect(await lettersFor('organiser-notice', byOrganiser(type), readerOf(everything))).toEqual([]);
    }
    const joined = await lettersFor('organiser-notice', byOrganiser('organisation.confirmed.v1'), readerOf(everything));
    expect(joined).toHaveLength(1);
  });
});

describe('a booking', () => {
  it('tells the school its half-day, place and year groups in words', async () => {
    const [letter] = await lettersFor('booking-for-school', factOf('school.booked.v1'), readerOf(everything));
    const { subject, text } = composed(letter);
    expect(subject).toBe(`You have places for 30 pupils on ${sayHalfDay(event.halfDay)}`);
    expect(text).toContain('When: Monday 3 March: morning');
    expect(text).toContain('Where: At your own school');
    expect(text).toContain('Year groups: Year 6: 30 pupils');
  });

  it('names the host school to the organisations, and an online event as online', async () => {
    const [first, second] = await lettersFor('booking-for-organisation', factOf('school.booked.v1'), readerOf(everything));
    expect(composed(first).text).toContain(`Where: ${registration.schoolName}`);
    expect(composed(second).text).not.toContain(first?.to);
    const online = factOf('school.booked.v1', { event: onlineEvent.event });
    const [letter] = await lettersFor('booking-for-organisation', online, readerOf(everything));
    expect(composed(letter).text).toContain('Where: Online');
  });

  it('is not told to an organisation that withdrew', async () => {
    const read = readerOf({ ...everything, organisation: [organisation, { ...other, state: 'withdrawn' }] });
    const letters = await lettersFor('booking-for-organisation', factOf('school.booked.v1'), read);
    expect(letters.map(({ to }) => to)).toEqual([organisation.contact.email]);
  });
});

describe('the letter that asks how it was', () => {
  const ask = (more: Partial<Registration>) =>
    lettersFor(
      'survey-invitation',
      factOf('survey.invited.v1'),
      readerOf({ ...everything, registration: [{ ...asked, ...more }] }),
    );

  it('says how many things it asks of a host, and of a guest', async () => {
    expect(composed((await ask({}))[0]).text).toContain('We ask 3 things. It takes a minute.');
    const guest = await ask({ surveyAbout: [{ event: event.event, host: false }] });
    expect(composed(guest[0]).text).toContain('We ask 2 things. It takes a minute.');
  });

  it('is one letter with one link for several events', async () => {
    const about = [...(asked.surveyAbout ?? []), { event: onlineEvent.event, host: false }];
    const letters = await ask({ surveyAbout: about });
    expect(letters).toHaveLength(1);
    expect(composed(letters[0]).text).toContain('each of your 2 events. This one link opens them all.');
  });

  it('is not sent again when the school is asked about a further event later', async () => {
    expect(await ask({ surveyInvitedAt: instant.parse('2025-01-19T16:15:00.000Z') })).toEqual([]);
  });
});

describe('the thanks for a survey', () => {
  const write = (version: number, responses: readonly Response[] = [response]) =>
    lettersFor('survey-thanks', factOf('survey.answered.v1', { version }), readerOf({ ...everything, response: responses }));

  it('come once, for the first answers, and not again for changed ones', async () => {
    expect(await write(1)).toHaveLength(1);
    expect(await write(2)).toEqual([]);
  });

  it('come once to a school that answers about several events', async () => {
    const earlier = { ...response, event: onlineEvent.event, firstAnsweredAt: instant.parse('2025-01-20T09:00:00.000Z') };
    expect(await write(1, [response, earlier])).toEqual([]);
    const later = { ...earlier, firstAnsweredAt: instant.parse('2025-01-20T10:00:00.000Z') };
    expect(await write(1, [response, later])).toHaveLength(1);
  });

  it('say until when the answers can be changed: the fourteenth day after the first', async () => {
    expect(composed((await write(1))[0]).text).toContain('until Monday 3 February 2025');
  });
});

describe('the letter about answers from paper', () => {
  const typed = { ...response, typedBy: registration.registration, firstAnsweredAt: at };
  const write = (version: number, responses: readonly Response[] = [typed]) =>
    lettersFor('survey-thanks', factOf('survey.typed.v1', { version }), readerOf({ ...everything, response: responses }));

  it('comes once for each event, and not again for what was put right', async () => {
    expect(await write(1)).toHaveLength(1);
    expect(await write(2)).toEqual([]);
  });

  it('names the event, and says until when the school can change the answers', async () => {
    const { subject, text } = composed((await write(1))[0]);
    expect(subject).toBe(`We typed in your answers about ${event.title}`);
    expect(text).toContain('until Monday 3 February 2025');
  });

  it('is not sent any more once the school has looked and changed them', async () => {
    expect(await write(1, [{ ...typed, typedBy: undefined }])).toEqual([]);
  });
});

describe('the letter to whoever comes to a sector session', () => {
  const write = (more: object, session: object = {}) =>
    lettersFor(
      'sessions-changed',
      factOf('sector-visit.changed.v1', more),
      readerOf({ ...everything, sectorSession: [{ ...sectorSession, ...session }] }),
    );

  it('says what, when, at which school and whom to ask there, and how to say no', async () => {
    const { subject, text } = composed((await write({}))[0]);
    expect(subject).toBe('You come to a school: How trains run, Tuesday 4 March 2025');
    for (const said of [
      registration.schoolName,
      registration.contact.name,
      registration.contact.email,
      'Can you not come? Reply',
    ])
      expect(text).toContain(said);
  });

  it('says no more than what and where to whoever need not come', async () => {
    for (const [how, state] of [
      ['replaced', { visitor: { kind: 'volunteer', id: volunteer.volunteer }, version: 3 }],
      ['cancelled', { state: 'cancelled', version: 3 }],
    ] as const) {
      const [letter] = await write({ how, version: 3 }, state);
      expect(composed(letter).text).not.toContain(registration.contact.email);
    }
  });

  it('is not sent where it stands otherwise by now, nor once the day is over', async () => {
    expect(await write({ version: 1 })).toEqual([]);
    expect(await write({}, { state: 'asked', visitor: undefined })).toEqual([]);
    expect(await write({ how: 'replaced', version: 3 })).toEqual([]);
    expect(await write({}, { on: localDate.parse('2025-01-19') })).toEqual([]);
  });
});

describe('the letter to whoever stands in', () => {
  const before = 'c'.repeat(20);
  const earlier = { ...volunteer, volunteer: before, contact: { ...volunteer.contact, email: 'earlier@volunteer.example' } };
  const rows = { ...everything, event: [event], volunteer: [volunteer, earlier], schoolCourse: [standingIn] };
  const write = (more: object, of: object = {}) =>
    lettersFor('offer-for-volunteer', factOf('substitute.named.v1', more), readerOf({ ...rows, ...of }));
  const named = (substitute: string | undefined) => {
    const sessions = [{ session: 'professional-1' as const, event: event.event, substitute }];
    return { schoolCourse: [{ ...standingIn, sessions }] };
  };

  it('says what it is about, and that they come only if somebody cannot', async () => {
    const { subject, text } = composed((await write({}))[0]);
    expect(subject).toContain(`You stand in if somebody cannot come: ${event.title}`);
    expect(text).toContain('You come only if they cannot.');
  });

  it('tells whoever stood in before that they need not', async () => {
    const letters = await write({ before });
    expect(letters.map(({ to }) => to)).toEqual([volunteer.contact.email, 'earlier@volunteer.example']);
    expect(composed(letters[1]).subject).toContain('You need not stand in');
  });

  it('is not sent to somebody for whom it stands otherwise by now', async () => {
    expect(await write({}, named(undefined))).toEqual([]);
    expect((await write({ before }, named(before))).map(({ to }) => to)).toEqual([]);
    expect(await write({}, { event: [{ ...event, state: 'cancelled' }] })).toEqual([]);
    expect(await write({}, { volunteer: [{ ...volunteer, state: 'withdrawn' }] })).toEqual([]);
    const over = { event: [{ ...event, volunteers: [before] }] };
    expect((await write({ before }, over)).map(({ to }) => to)).toEqual([volunteer.contact.email]);
  });

  it('is followed by others when the session moves or is cancelled', async () => {
    const cancelled = { ...rows, event: [{ ...event, state: 'cancelled' as const, organisations: [] }], offer: [], booking: [] };
    const letters = await lettersFor('event-cancelled', factOf('event.cancelled.v1'), readerOf(cancelled));
    expect(composed(letters.find(({ to }) => to === volunteer.contact.email)).text).toContain('You need not stand in');
    const moved = { ...cancelled, event: [{ ...event, organisations: [] }] };
    const news = await lettersFor('event-moved', factOf('event.moved.v1'), readerOf(moved));
    expect(composed(news.find(({ to }) => to === volunteer.contact.email)).text).toContain('You stand in if somebody cannot');
  });
});

describe('a lost link', () => {
  const contact = { ...registration.contact, email: linkRequest.email };
  const everywhere = {
    ...everything,
    organisation: [{ ...organisation, contact: { ...contact, email: 'Person@Alder.example' } }, other],
    volunteer: [{ ...volunteer, contact }],
  };
  const ask = (more: object = {}) => lettersFor('lost-link', factOf('link.asked.v1'), readerOf({ ...everywhere, ...more }));

  it('is mailed for each thing the address signed up for, however its letters were typed', async () => {
    const letters = await ask();
    expect(letters.map(({ grant }) => grant?.purpose)).toEqual(['registration', 'organisation', 'volunteer']);
  });

  it('is not mailed for what was withdrawn, nor to an address that signed up for nothing', async () => {
    const withdrawn = await ask({ registration: [{ ...registration, state: 'withdrawn' }] });
    expect(withdrawn.map(({ grant }) => grant?.purpose)).toEqual(['organisation', 'volunteer']);
    expect(await ask({ linkRequest: [{ ...linkRequest, email: 'nobody@elsewhere.example' }] })).toEqual([]);
  });
});

describe('a move', () => {
  const write = (changed: readonly string[]) =>
    lettersFor('event-moved', factOf('event.moved.v1', { changed }), readerOf(afterMoving));

  it('says what changed first, with how it was, and asks visitors again when the half-day is new', async () => {
    const [school, visitor] = (await write(['halfDay'])).map((one) => composed(one));
    expect(school?.subject).toContain('now Monday 3 March: morning');
    expect(school?.text).toMatch(/When now: Monday 3 March: morning\nBefore: Tuesday 4 March: morning/);
    expect(school?.text).not.toContain('Where now');
    expect(visitor?.text).toContain('answer again');
  });

  it('leaves answers as they are when only the venue is new', async () => {
    const [school, visitor] = (await write(['venue'])).map((one) => composed(one));
    expect(school?.text).toContain('Where now: At your own school');
    expect(visitor?.text).not.toContain('answer again');
  });

  it('is not told of an event that is cancelled since', async () => {
    expect(await lettersFor('event-moved', factOf('event.moved.v1'), readerOf(afterCancelling))).toEqual([]);
  });
});

describe('a rotation that was rescued', () => {
  const write = (more: object = {}) => lettersFor('rotation-changed', factOf('rotation.rescued.v1', more), readerOf(everything));

  it('is told to each with what is new first and how it was; the host reads what everybody does', async () => {
    const [host, lost, standIn] = (await write()).map((one) => composed(one));
    expect(host?.subject).toContain('Changed today at your school');
    expect(host?.text).toMatch(/09:40 to 10:00: .*A volunteer with Group \d.*\(before: /);
    expect(lost?.text).toMatch(/09:40 to 10:00: Not here \(before: Group \d/);
    expect(standIn?.subject).toContain('You step in today');
    expect(standIn?.text).toMatch(/10:45 to 11:05: Group \d/);
    expect(standIn?.text).not.toContain('before:');
  });

  it('is not told by a fact of a version that is no longer known', async () => {
    expect(await write({ version: 9 })).toEqual([]);
  });
});

describe('a change', () => {
  it('is told to the school with what changed first, and nothing that was typed freely', async () => {
    const [letter] = await lettersFor('place-changed', factOf('school.changed.v1'), readerOf(everything));
    const { subject, text } = composed(letter);
    expect(subject).toBe('You changed the numbers, the half-days and the access needs of Alder Bank Primary School');
    expect(text).toMatch(/Pupils now: Year 3: 30 pupils; Year 6: 61 pupils\nHalf-days now: .*\nAccess needs: Changed/);
    expect(text).not.toContain(registration.accessNeeds);
  });

  it('of the contact alone is no news for the organiser', async () => {
    const write = (changed: readonly string[]) =>
      lettersFor('organiser-notice', factOf('school.changed.v1', { changed }), readerOf(everything));
    expect(await write(['contact'])).toEqual([]);
    expect(await write(['contact', 'cohorts'])).toHaveLength(1);
  });

  it('that is a withdrawal tells the organiser why, and which events lose their host', async () => {
    const gone = { ...registration, state: 'withdrawn' as const, withdrawalReason: 'Our hall is being repaired' };
    const [letter] = await lettersFor(
      'organiser-notice',
      factOf('school.withdrawn.v1'),
      readerOf({ ...everything, registration: [gone] }),
    );
    const { text } = composed(letter);
    expect(text).toContain('Reason: Our hall is being repaired');
    expect(text).toContain('It was to host: Bridges and boats, Monday 3 March: morning');
  });
});

describe('what an organisation or a volunteer did by its link', () => {
  const write = (type: FactType, more: object = {}, rows: object = {}) =>
    lettersFor('sessions-changed', factOf(type, more), readerOf({ ...everything, ...rows }));

  it('is told back with choices and numbers as they are now, and nothing that was typed freely', async () => {
    const [letter] = await write('organisation.changed.v1');
    const { subject, text } = composed(letter);
    expect(subject).toBe('You changed the half-days and what you need');
    expect(text).toContain('Half-days now: Monday 3 March: morning\nWhat you need: Changed');
    expect(text).not.toContain(organisation.needs);
    expect(text).toContain('press the button and change it there');
    const every = await write('organisation.changed.v1', { changed: ['formats', 'yearGroups', 'publicCredit', 'contact'] });
    expect(composed(every[0]).subject).toBe('You changed what you offer');
    expect(composed(every[0]).text).toContain('We may name you in public: Yes');
  });

  it('is an answer with when, where and how to take it back', async () => {
    const no = composed((await write('offer.answered.v1'))[0]);
    expect(no.subject).toBe('You said no: Bridges and boats, Monday 3 March: morning');
    expect(no.text).toContain('Press the button and say yes.');
    const accepted = { offer: [{ ...offer, state: 'accepted' as const }] };
    const yes = composed((await write('offer.answered.v1', { answer: 'accepted' }, accepted))[0]);
    expect(yes.subject).toBe('You said yes: Bridges and boats, Monday 3 March: morning');
    expect(yes.text).toContain(`Where: ${registration.schoolName}`);
  });

  it('is a yes that waits for the safeguarding lead, and then what was decided, unless it stands otherwise by now', async () => {
    const waits = composed((await write('offer.stopped.v1'))[0]);
    expect(waits.subject).toBe('We have your yes, and look at it first: Bridges and boats, Monday 3 March: morning');
    expect(waits.text).toContain('Please do not come until we have written to you.');
    expect(composed((await write('offer.decided.v1'))[0]).text).toContain('The safeguarding lead confirmed your place.');
    const refused = composed((await write('offer.decided.v1', { outcome: 'refused' }))[0]);
    expect(refused.text).toContain('decided that you do not come to this event');
    expect(await write('offer.stopped.v1', { version: offer.version + 1 })).toEqual([]);
  });

  it('is not told for a reason sent after the answer, an answer that no longer stands, or a cancelled event', async () => {
    expect(await write('offer.answered.v1', { before: 'declined' })).toEqual([]);
    expect(await write('offer.answered.v1', { before: 'offered', answer: 'accepted' })).toEqual([]);
    expect(await write('offer.answered.v1', {}, { event: [{ ...shared, state: 'cancelled' }] })).toEqual([]);
  });

  it('is a withdrawal with the places that it gave back, and not those declined before', async () => {
    const withdrawnAt = instant.parse('2025-02-10T09:30:00.000Z');
    const [letter] = await write(
      'volunteer.withdrawn.v1',
      {},
      {
        volunteer: [{ ...volunteer, state: 'withdrawn', withdrawnAt }],
        event: [shared, { ...onlineEvent, volunteers: [volunteer.volunteer] }],
        offer: [
          { ...offer, answeredAt: withdrawnAt },
          { ...offer, event: onlineEvent.event, answeredAt: registration.submittedAt },
        ],
      },
    );
    expect(composed(letter).subject).toBe('You have withdrawn from Larkford Careers Week 2025');
    expect(composed(letter).text).toContain('Places you gave back: Bridges and boats, Monday 3 March: morning');
    expect(composed(letter).text).not.toContain(onlineEvent.title);
  });
});

describe('a cancelled event', () => {
  const write = (more: object = {}) =>
    lettersFor('event-cancelled', factOf('event.cancelled.v1'), readerOf({ ...afterCancelling, ...more }));

  it('is told to its school, its host and whoever was to come, each with the reason', async () => {
    const letters = await write();
    expect(letters.map(({ to }) => to)).toEqual([registration.contact.email, organisation.contact.email, other.contact.email]);
    for (const letter of letters) {
      expect(composed(letter).subject).toBe('Cancelled: Bridges and boats, Monday 3 March: morning');
      expect(composed(letter).text).toContain('Why: No power at the school');
    }
    expect(composed(letters[0]).text).toContain('You do not host this event any more');
    expect(composed(letters[1]).text).toContain('You are not expected');
  });

  it('is told to a school once, whether it hosts, comes or both', async () => {
    expect(await write({ booking: [] })).toHaveLength(3);
    const guest = { ...registration, urn: '999002', registration: 'c'.repeat(20) };
    const both = {
      registration: [registration, guest],
      booking: [{ ...booking, urn: '999002', registration: guest.registration }],
    };
    expect(await write(both)).toHaveLength(4);
  });

  it('is not told to those who withdrew, and not while it is planned', async () => {
    const gone = {
      organisation: [organisation, { ...other, state: 'withdrawn' }],
      registration: [{ ...registration, state: 'withdrawn' }],
    };
    expect(await write(gone)).toHaveLength(1);
    expect(await write({ event: [shared] })).toEqual([]);
  });

  it('brings no more letters about its bookings', async () => {
    const read = readerOf(afterCancelling);
    expect(await lettersFor('booking-for-school', factOf('school.booked.v1'), read)).toEqual([]);
    expect(await lettersFor('booking-changed-for-organisation', factOf('booking.released.v1'), read)).toEqual([]);
  });
});

describe('a name with a line break', () => {
  it('stays on the one line of the subject', async () => {
    const broken: Item<'registration'> = { ...registration, schoolName: 'Alder\r\nBcc: somebody@else.example\nSchool' };
    const [letter] = await lettersFor(
      'school-registered',
      factOf('school.registered.v1'),
      readerOf({ ...everything, registration: [broken] }),
    );
    expect(composed(letter).subject).toBe('Confirm the place of Alder Bcc: somebody@else.example School');
  });
});

function composed(letter: Letter | undefined) {
  if (!letter) throw new Error('no letter was written');
  return letter.compose(link);
}

function all({ compose, ...rest }: Letter): string {
  return JSON.stringify({ ...rest, ...compose(link) });
}

function words(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
