import {
  type Answers,
  halfDays,
  type Plan,
  type PlannedEvent,
  type PlannedOrganisation,
  type PlanSchool,
  shareOut,
} from './plan.ts';

/*
 * The 2025 week, replayed with the totals that were printed (Coventry Primary Aspirations Week 2025, the council's
 * child-friendly news page): 33 schools, 13 of them hosts, 26 organisations, 1,400+ pupils face to face, nearly 3,000
 * online; means of 5.00, 4.79 and 4.71. Which schools took part, who answered and every split below are not published:
 * they are simulated. 4.79 and 4.71 fit together only for 14, 24 or 28 answers; 28 is used.
 */
export const printed = {
  schools: 33,
  hosts: 13,
  organisations: 26,
  pupilsFaceToFace: { from: 1400, to: 1499 },
  pupilsOnline: { from: 2900, to: 2999 },
  means: { hosting: 5, enjoyed: 4.79, again: 4.71 },
} as const;

/**
 * What was printed of the week, as it was printed: by the council's child-friendly pages, and by its news.
 * The figures are taken in as editions of their own and set beside the replay's.
 */
export const printedElsewhere = [
  {
    reference: 'child-friendly-coventry',
    source: 'Child Friendly Coventry',
    address:
      'https://www.childfriendlycov.co.uk/news/pupils-get-a-taste-of-the-future-during-coventry-primary-aspirations-week-2025',
    figures: [
      'schools: 33',
      'hosts: 13',
      'organisations: 26',
      'pupils-in-all: over 4,000',
      'pupils-face-to-face: 1400+',
      'pupils-online: nearly 3000',
      'statement-hosting: 5.00',
      'statement-enjoyed: 4.79',
      'statement-again: 4.71',
    ].join('\n'),
  },
  {
    reference: 'council-news',
    source: 'Coventry City Council, news',
    address:
      'https://coventry.gov.uk/news/article/5202/coventry-schools-take-part-in-primary-aspirations-week-for-the-second-year-running',
    figures: 'pupils-face-to-face: 1000+\npupils-online: 2500+',
  },
] as const;

/**
 * The shares of pupils who reached the expected standard at the end of primary school, and what was said of them. Source:
 * One Coventry Plan, annual performance report 2024/25, education.
 */
export const performanceReport = {
  table: [
    'expected standard; Coventry; 2023; 55.6%',
    'expected standard; Coventry; 2024; 56.7%',
    'expected standard; neighbours; 2023; 57.1%',
    'expected standard; neighbours; 2024; 58.0%',
    'expected standard; England; 2023; 59.6%',
    'expected standard; England; 2024; 61.3%',
  ].join('\n'),
  sentence: 'England also increased by 1 percentage point.',
} as const;

const named = [
  ['NHS Coventry and Warwickshire', 'health-care'],
  ['Jaguar Land Rover', 'engineering-manufacturing'],
  ['West Midlands Fire Service', 'emergency-services'],
  ['E.ON', 'energy-utilities'],
  ['Sky Blues in the Community', 'sport-leisure'],
  ['Tech She Can', 'digital'],
  ['Coventry Building Society', 'business-finance'],
] as const;

const rotationsPerOrganisation = 4;
const faceToFace = 1436;
const online = 2948;
const answered = 28;

/** The replay on these schools (at least 36 of them): the first 13 host, the next 20 attend, 3 more stay away. */
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
      // One school that stays away did confirm: a registration is not yet taking part.
      ends: index >= printed.schools + 1 ? 'unconfirmed' : index % 11 === 10 ? 'organiser' : 'link',
    })),
    events: [...rotations(hosts, attending), ...specials(attending), onlineMonday([...hosts, ...attending])],
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

function rotations(hosts: readonly PlanSchool[], attending: readonly PlanSchool[]): PlannedEvent[] {
  const totals = shareOut(faceToFace - 216, hosts.length);
  return hosts.map((host, index) => {
    const guests = [attending[index], ...(index + printed.hosts < attending.length ? [attending[index + printed.hosts]] : [])];
    const present = [host, ...guests.flatMap((guest) => (guest ? [guest] : []))];
    const counts = shareOut(totals[index] ?? 0, present.length);
    return {
      reference: `rotation-${index + 1}`,
      kind: 'rotation',
      title: `Rotation event ${index + 1}`,
      organisations: Array.from(
        { length: rotationsPerOrganisation },
        (_, place) => (index * rotationsPerOrganisation + place) % printed.organisations,
      ),
      host: host.urn,
      halfDay: halfDays[index % halfDays.length] ?? '',
      sessions: 4,
      places: 120,
      bookings: present.map(({ urn }, place) => ({ urn, pupils: (counts[place] ?? 0) + 2, headcounts: [counts[place] ?? 0] })),
    };
  });
}

function specials(attending: readonly PlanSchool[]): PlannedEvent[] {
  return shareOut(216, 4).map((pupils, index) => {
    const school = attending[index * 4];
    return {
      reference: `special-${index + 1}`,
      kind: 'special',
      title: `Workshops ${index + 1}`,
      organisations: [index],
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
