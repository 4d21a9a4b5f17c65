import {
  type Answers,
  halfDays,
  type Plan,
  type PlannedBooking,
  type PlannedEvent,
  type PlannedOrganisation,
  type PlanSchool,
  shareOut,
  volunteerAddress,
} from './plan.ts';
import { printed } from './printed-2025.ts';

const named = [
  ['NHS Coventry and Warwickshire', 'health-care'],
  ['Jaguar Land Rover', 'engineering-manufacturing'],
  ['West Midlands Fire Service', 'emergency-services'],
  ['E.ON', 'energy-utilities'],
  ['Sky Blues in the Community', 'sport-leisure'],
  ['Tech She Can', 'digital'],
  ['Coventry Building Society', 'business-finance'],
] as const;

const organisationsPerRotation = 4;
const faceToFace = 1436;
const online = 2948;
const answered = 28;

/**
 * The replay on these schools (at least 36 of them): the first 13 host, the next 20 attend. Three more stay away: one is
 * booked and withdraws, one never confirms, and one confirms and is not booked.
 */
export function coventry2025(schools: readonly PlanSchool[]): Plan {
  const hosts = schools.slice(0, printed.hosts);
  const attending = schools.slice(printed.hosts, printed.schools);
  const away = schools.slice(printed.schools, printed.schools + 3);
  const organisations = plannedOrganisations();
  return {
    organisations,
    schools: [...hosts, ...attending, ...away].map(({ urn }, index) => ({
      urn,
      roles: index < printed.hosts ? ['host', 'online'] : ['attending', 'online'],
      email: `office@school-${urn}.example`,
      pupils: 120,
      halfDays: halfDays.slice(0, 4 + (index % 6)),
      ends: index === printed.schools + 1 ? 'unconfirmed' : index % 11 === 10 ? 'organiser' : 'link',
    })),
    events: [...rotations(hosts, attending, away[0]), ...specials(attending), onlineMonday([...hosts, ...attending])],
    withdraws: away[0]?.urn,
    loss: { event: 'rotation-5', organisation: organisationAt(4, 1) },
    // One morning each, Monday to Thursday: the fourth is over the line.
    helper: {
      email: volunteerAddress(3, 1),
      events: ['rotation-1', 'rotation-3', 'rotation-5', 'rotation-7'],
      outcome: 'confirmed',
    },
    // Each answers about the first rotation it was at, and leaves its other events: how the survey was put is not published.
    responses: [...hosts.slice(0, 11), ...attending.slice(0, answered - 11)].map(({ urn }, index) => ({
      urn,
      event: `rotation-${(index < 11 ? index : (index - 11) % printed.hosts) + 1}`,
      sent: [answersOf(index)],
      ...(index % 9 === 0 ? { quote: 'A simulated quote: the children asked questions all morning.' } : {}),
    })),
  };
}

/** 28 answers whose means are 4.79 (22 fives, 6 fours) and 4.71 (20 fives, 8 fours); hosts all answer five. */
function answersOf(index: number): Answers {
  return { ...(index < 11 ? { hosting: 5 } : {}), enjoyed: index < 22 ? 5 : 4, again: index < 20 ? 5 : 4 };
}

function plannedOrganisations(): PlannedOrganisation[] {
  return Array.from({ length: printed.organisations }, (_, index) => {
    const [name, sector] = named[index] ?? [`Organisation ${index + 1} (not named in the source)`, 'other'];
    return {
      name,
      sector,
      email: `volunteering@organisation-${index + 1}.example`,
      formats: ['rotation', 'special-in-school', 'online'],
      volunteers: 1 + (index % 3),
    };
  });
}

/** Each organisation goes to two rotations, and to none in the half-day of its own workshops or online session. */
function organisationAt(rotation: number, place: number): number {
  return (rotation * organisationsPerRotation + place + 2) % printed.organisations;
}

function rotations(
  hosts: readonly PlanSchool[],
  attending: readonly PlanSchool[],
  leaving: PlanSchool | undefined,
): PlannedEvent[] {
  const totals = shareOut(faceToFace - 216, hosts.length);
  return hosts.map((host, index) => {
    const guests = [attending[index], ...(index + printed.hosts < attending.length ? [attending[index + printed.hosts]] : [])];
    const present = [host, ...guests.flatMap((guest) => (guest ? [guest] : []))];
    const counts = shareOut(totals[index] ?? 0, present.length);
    const bookings = present.map(({ urn }, place) => bookingOf(urn, counts[place] ?? 0));
    const full = leaving && index === hosts.length - 1 ? fullUntilWithdrawal(bookings, leaving) : undefined;
    return {
      reference: `rotation-${index + 1}`,
      kind: 'rotation',
      title: `Rotation event ${index + 1}`,
      organisations: Array.from({ length: organisationsPerRotation }, (_, place) => organisationAt(index, place)),
      host: host.urn,
      halfDay: halfDays[index % halfDays.length] ?? '',
      sessions: 4,
      places: full?.places ?? 120,
      bookings: full?.bookings ?? bookings,
      // Small groups two at a time, or larger ones one at a time.
      groups: index % 2 === 0 ? 8 : 4,
      slots: 4,
    };
  });
}

/** Two are booked who do not come, and the first who come are counted too high: the correction stands. */
function bookingOf(urn: string, came: number): PlannedBooking {
  return { urn, pupils: came + 2, headcounts: [came + 1, came] };
}

/** All places are the host's and another school's; the last school gets that one's when it withdraws. */
function fullUntilWithdrawal(bookings: readonly PlannedBooking[], { urn }: PlanSchool) {
  const [last, ...others] = bookings.toReversed();
  if (!last) return undefined;
  const before = { urn, pupils: last.pupils, headcounts: [] };
  const places = bookings.reduce((sum, { pupils }) => sum + pupils, 0);
  return { places, bookings: [...others, before, { ...last, tooMany: true, waits: true }] };
}

function specials(attending: readonly PlanSchool[]): PlannedEvent[] {
  return shareOut(216, 4).map((pupils, index) => {
    const school = attending[index * 4];
    return {
      reference: `special-${index + 1}`,
      kind: 'special',
      title: `Workshops ${index + 1}`,
      organisations: [index + 10],
      venue: 'At the organisation’s own site',
      halfDay: halfDays[index + 5] ?? '',
      sessions: 3,
      places: 60,
      // A first headcount that is corrected: the correction stands.
      bookings: school ? [{ urn: school.urn, pupils, headcounts: index === 0 ? [pupils - 5, pupils] : [pupils] }] : [],
    };
  });
}

function onlineMonday(schools: readonly PlanSchool[]): PlannedEvent {
  const counts = shareOut(online, schools.length);
  return {
    reference: 'online-monday',
    kind: 'online',
    title: 'Online session for whole classes',
    organisations: [5],
    halfDay: '2025-03-03-pm',
    sessions: 1,
    places: 5000,
    bookings: schools.map(({ urn }, index) => ({ urn, pupils: (counts[index] ?? 0) + 4, headcounts: [counts[index] ?? 0] })),
  };
}
