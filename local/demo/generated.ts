import {
  type Answers,
  halfDays,
  type Plan,
  type PlannedBooking,
  type PlannedEvent,
  type PlannedSchool,
  type PlannedHelper,
  type PlanSchool,
  volunteerAddress,
} from './plan.ts';
import { randomFrom, type Random } from './random.ts';

/**
 * A different week for each seed: refusals, corrections, no-shows, changed answers and registrations that never confirm; a
 * school that withdraws, schools that wait, organisations that say no or do not come, and rotations that are impossible.
 */
export function generatedWeek(seed: number, schools: readonly PlanSchool[]): Plan {
  const random = randomFrom(seed);
  const chosen = random.some(schools, random.between(12, Math.min(34, schools.length)));
  const planned = chosen.map((school) => plannedSchool(school, random));
  const confirmed = planned.filter(({ ends }) => ends !== 'unconfirmed');
  const organisations = Array.from({ length: random.between(6, 20) }, (_, index) => ({
    name: `Organisation ${seed}-${index + 1} (fictional)`,
    sector: 'other',
    email: `team@organisation-${seed}-${index + 1}.example`,
    formats: ['special-in-school', 'rotation', 'online'],
    volunteers: random.between(0, 3),
  }));
  const asked = Array.from({ length: random.between(5, 18) }, (_, index) =>
    plannedEvent(index, confirmed, organisations.length, random),
  );
  const withdraws = random.some(
    confirmed.filter(({ urn }) => asked.every(({ host }) => host !== urn)),
    1,
  )[0]?.urn;
  const events = asked.map((event) => ({ ...event, bookings: event.bookings.map((one) => withoutThoseOf(withdraws, one)) }));
  const lost = events.find(({ kind }) => kind === 'rotation');
  return {
    schools: planned,
    organisations,
    events,
    responses: responsesOf(events, confirmed, random),
    withdraws,
    loss: lost && { event: lost.reference, organisation: lost.organisations[0] ?? 0 },
    helper: helperOf(
      organisations.findIndex(({ volunteers }) => volunteers > 0),
      events,
      random,
    ),
  };
}

function withoutThoseOf(withdraws: string | undefined, booking: PlannedBooking): PlannedBooking {
  return booking.urn === withdraws ? { ...booking, headcounts: [], waits: false } : booking;
}

function helperOf(organisation: number, events: readonly PlannedEvent[], random: Random): PlannedHelper | undefined {
  if (organisation < 0) return undefined;
  return {
    email: volunteerAddress(organisation + 1, 1),
    // One person is at one place: of two events of one half-day, the first.
    events: [...Map.groupBy(random.some(events, 5), ({ halfDay }) => halfDay).values()].flatMap(([one]) =>
      one ? [one.reference] : [],
    ),
    outcome: random.chance(0.5) ? 'confirmed' : 'refused',
  };
}

function plannedSchool({ urn }: PlanSchool, random: Random): PlannedSchool {
  const hosts = random.chance(0.4);
  return {
    urn,
    roles: hosts ? ['host', 'attending'] : random.chance(0.5) ? ['attending', 'online'] : ['attending'],
    email: `office@school-${urn}.example`,
    pupils: random.between(15, 240),
    halfDays: random.some(halfDays, random.between(1, 10)),
    ends: random.chance(0.15) ? 'unconfirmed' : random.chance(0.2) ? 'organiser' : 'link',
  };
}

function plannedEvent(index: number, schools: readonly PlannedSchool[], organisations: number, random: Random): PlannedEvent {
  const hosts = schools.filter(({ roles }) => roles.includes('host'));
  const [host] = random.some(hosts, 1);
  const kind = random.chance(0.25) ? 'online' : host && random.chance(0.6) ? 'rotation' : 'special';
  const bookings: PlannedBooking[] = [];
  let places = random.between(60, 400);
  const all = places;
  for (const { urn } of random.some(schools, random.between(1, 5))) {
    const pupils = random.between(5, 120);
    const tooMany = pupils > places;
    bookings.push({ urn, pupils, headcounts: headcounts(pupils, random), tooMany, waits: tooMany && pupils <= all });
    if (!tooMany) places -= pupils;
  }
  const groups = Math.max(4, Math.ceil((all - places) / 25));
  const [organisation = 0, ...others] = random.some(
    Array.from({ length: organisations }, (_, place) => place),
    kind === 'rotation' ? 4 : 1,
  );
  return {
    reference: `event-${index + 1}`,
    kind,
    title: `Event ${index + 1}`,
    organisations: [organisation, ...others],
    ...(kind !== 'online' && host ? { host: host.urn } : kind === 'special' ? { venue: 'The organisation’s own site' } : {}),
    halfDay: random.some(halfDays, 1)[0] ?? '2025-03-03-am',
    sessions: random.between(1, 6),
    places: all,
    bookings,
    ...(kind === 'rotation' ? { groups, slots: groups } : random.chance(0.15) ? { declined: [organisation] } : {}),
  };
}

function headcounts(pupils: number, random: Random): number[] {
  if (random.chance(0.1)) return [];
  const taken = [random.between(0, pupils)];
  if (random.chance(0.2)) taken.push(random.between(0, pupils));
  return taken;
}

function responsesOf(events: readonly PlannedEvent[], schools: readonly PlannedSchool[], random: Random) {
  const held = events.filter(({ bookings }) => bookings.some(isThere));
  return schools.flatMap(({ urn }) => {
    const mine = held.filter(({ host, bookings }) => host === urn || bookings.some((one) => one.urn === urn && isThere(one)));
    return mine.flatMap(({ reference, host }) => {
      if (random.chance(0.3)) return [];
      const hosts = host === urn;
      const sent = [answers(hosts, random), ...(random.chance(0.3) ? [answers(hosts, random)] : [])];
      return [
        { urn, event: reference, sent, ...(random.chance(0.2) ? { quote: 'A simulated quote: we would do it again.' } : {}) },
      ];
    });
  });
}

function isThere({ tooMany, headcounts: taken }: PlannedBooking): boolean {
  return !tooMany && (taken.at(-1) ?? 0) > 0;
}

/** In part or in full, with statements that do not apply, and now and then from a school that says it was not there. */
function answers(host: boolean, random: Random): Answers {
  if (random.chance(0.08)) return { tookPart: 'no' };
  const hosting = host && random.chance(0.8) ? { hosting: random.between(0, 5) } : {};
  return { ...hosting, enjoyed: random.between(0, 5), ...(random.chance(0.8) ? { again: random.between(1, 5) } : {}) };
}
