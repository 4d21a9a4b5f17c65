import type { Booking, Event } from '#shared/domain/event.ts';
import type { BenchCandidate } from '#shared/domain/rotation/bench.ts';
import { checkRotation } from '#shared/domain/rotation/check.ts';
import { smallestRemedies } from '#shared/domain/rotation/changes.ts';
import { planRotation } from '#shared/domain/rotation/plan.ts';
import { newsOf } from '#shared/domain/rotation/told.ts';
import { rescueRotation } from '#shared/domain/rotation/rescue.ts';
import type { Rotation } from '#shared/domain/rotation/shape.ts';
import type { RotationBrief } from '#shared/domain/rotation/shape.ts';
import { organiserRoles } from '#shared/domain/vocabulary.ts';
import { idOf } from '#shared/kernel/ids.ts';
import { cardsPage } from '#web/rotation/cards-page.ts';
import { organisationCardPage, schoolCardsPage } from '#web/rotation/my-cards.ts';
import { impossiblePage } from '#web/rotation/impossible-page.ts';
import { planPage } from '#web/rotation/plan-page.ts';
import { rescuePage, rescuePreviewPage } from '#web/rotation/rescue-page.ts';
import * as example from './examples.ts';

const { at, booking, event, organisation, setting } = example;
const console = { ...setting, organiser: { name: 'Fictional Organiser', roles: organiserRoles } };
const requestKey = 'request-key-0001';
const rotationEvent: Event = { ...event, kind: 'rotation', host: '999001' };
const firms = [1, 2, 3, 4].map((number) => ({
  ...organisation,
  organisation: idOf('firm', String(number)),
  name: `Fictional Firm ${number}`,
  placesPerWorkshop: 16,
}));
const bookings: Booking[] = [1, 2, 3].map((number) => ({
  ...booking,
  urn: `99900${number}`,
  schoolName: `Fictional School ${number}`,
  pupils: 16,
}));

/** Four groups, four organisations, four slots and a break. */
export const rotationBrief: RotationBrief = {
  schools: bookings.map(({ urn: school, schoolName: name, pupils }) => ({
    school,
    name,
    pupils,
    adults: [`Adult A of ${name}`, `Adult B of ${name}`],
  })),
  organisations: firms.map(({ organisation: id, name, placesPerWorkshop }) => ({
    organisation: id,
    name,
    places: placesPerWorkshop,
    slots: [0, 1, 2, 3],
  })),
  rooms: ['Hall', 'Library', 'Studio', 'Year 4 room'].map((room) => ({ room, slots: [0, 1, 2, 3] })),
  slots: ['09:15', '09:40', '10:20', '10:45'].map((starts) => ({
    starts,
    ends: `${starts.slice(0, 3)}${String(Number(starts.slice(3)) + 20).padStart(2, '0')}`
      .replace('09:60', '10:00')
      .replace('10:65', '11:05'),
  })),
  breaks: [{ name: 'Break', starts: '10:00', ends: '10:20' }],
  size: { min: 8, max: 16 },
  mixed: 2,
};

/** The rotation of a brief that can be planned. */
export function rotationOf(brief: RotationBrief): Rotation {
  const planned = planRotation(brief);
  if (!planned.possible) throw new Error('an example cannot be planned');
  const { plan, certificate } = planned;
  return {
    edition: event.edition,
    event: event.event,
    brief,
    plan,
    certificate,
    lost: [],
    disruptions: [],
    plannedAt: at,
    version: 1,
  };
}

/** What is lost in the examples: the second organisation, from the third slot on. */
const asked = { lost: `organisation:${firms[1]?.organisation}`, from: 3, version: 1 };
const rotation = rotationOf(rotationBrief);
const rescued = rescueRotation(rotation, {
  disruption: { lost: 'organisation', organisation: firms[1]?.organisation ?? '', slots: [2, 3] },
  from: 2,
});
const bench: BenchCandidate[] = [
  {
    id: idOf('bench', '1'),
    kind: 'organisation',
    name: 'Fictional Bench',
    contact: 'B. Fictional',
    places: 16,
    kilometres: 1.234,
  },
  { id: idOf('bench', '2'), kind: 'volunteer', name: 'V. Fictional', contact: 'V. Fictional', telephone: '01632 960 002' },
];
const tight: RotationBrief = { ...rotationBrief, groups: 4, rooms: rotationBrief.rooms.slice(1) };
const failed = planRotation(tight);
const page = { ...console, event: rotationEvent, bookings, organisations: firms, requestKey };
const impossible = { ...console, event: rotationEvent, brief: tight, remedies: smallestRemedies(tight) };
const byLink = { ...setting, event: rotationEvent, rotation, backLink: '/my/place' };

export const rotationPages: Record<string, () => string> = {
  'rotation-none': () => planPage({ ...page, rotation: undefined, faults: [] }),
  'rotation-plan': () => planPage({ ...page, rotation, faults: checkRotation(rotation) }),
  'rotation-stale': () =>
    planPage({ ...page, bookings: bookings.map((one) => ({ ...one, pupils: 20 })), rotation, faults: ['x'] }),
  'rotation-rescued': () => planPage({ ...page, rotation: { ...rotation, ...rescued, lost: [...rescued.lost] }, faults: [] }),
  'rotation-impossible': () => impossiblePage({ ...impossible, clashes: failed.possible ? [] : failed.clashes, proved: true }),
  'rotation-impossible-doubtful': () =>
    impossiblePage({ ...impossible, clashes: [{ clash: 'together', what: 'groups' }], remedies: [], proved: false }),
  'rotation-cards': () => cardsPage({ ...console, event: rotationEvent, rotation }),
  'rotation-rescue': () => rescuePage({ ...console, event: rotationEvent, rotation, bench }),
  'rotation-rescue-preview': () =>
    rescuePreviewPage({ ...console, event: rotationEvent, rotation, rescued, news: newsOf(rotation, rescued, '999001'), asked }),
  'rotation-school-cards': () => schoolCardsPage({ ...byLink, urn: '999002' }),
  'rotation-host-cards': () => schoolCardsPage({ ...byLink, urn: '999001' }),
  'rotation-no-cards': () => schoolCardsPage({ ...byLink, rotation: undefined, urn: '999001' }),
  'rotation-organisation-card': () => organisationCardPage({ ...byLink, organisation: firms[0]?.organisation ?? '' }),
};
