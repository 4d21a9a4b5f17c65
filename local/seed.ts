import { dynamoWriter } from '#functions/runtime/table.ts';
import { moveEdition } from '#shared/domain/edition.ts';
import { planEdition } from '#shared/domain/edition-settings.ts';
import { openProgramme } from '#shared/domain/programme.ts';
import type { School } from '#shared/domain/school.ts';
import { firstTeam, inviteOrganiser } from '#shared/domain/team.ts';
import { idOf } from '#shared/kernel/ids.ts';
import { daysAfter, type Instant, londonDate, type LocalDate } from '#shared/kernel/time.ts';
import type { Write } from '#shared/ports.ts';
import { localOrganisers } from './identity.ts';

/** The fictional city's local authority code: DfE gives none that begins with 99. */
const larkford = '999';

const schoolNames = [
  'Alder Bank Primary School',
  'Bramble Lane Primary School',
  'Canal Street Infant School',
  'Dovecote Junior School',
  'Elm Row Community Primary School',
  'Ferry Hill Church of England Primary School',
  'Garth Road Primary School',
  'Heron’s Reach Primary School',
  'Ivy Cottage Primary School',
  'Junction Primary School',
  'Kestrel Heath Primary School',
  'Lark Rise Special School',
] as const;

/**
 * Writes one programme, one edition that is open for registration at the moment given, and the schools of a city that
 * does not exist. The environment must name a table of ours.
 */
export async function seedFictionalCity(now: Instant): Promise<void> {
  const programme = openProgramme({
    programme: 'larkford',
    name: 'Larkford Primary Aspirations Week (fictional)',
    city: 'Larkford',
    localAuthorities: [larkford],
    organiser: { name: 'Larkford Careers Partnership', email: 'programme@larkford.example', telephone: '01632 960 001' },
  });
  const today = londonDate(now);
  const starts = mondayAfter(daysAfter(today, 56));
  const planned = planEdition({
    edition: `larkford-${starts.slice(0, 4)}`,
    programme: programme.programme,
    name: `Larkford Primary Aspirations Week ${starts.slice(0, 4)}`,
    starts,
    ends: daysAfter(starts, 4),
    registrationOpens: daysAfter(today, -7),
    registrationCloses: daysAfter(starts, -7),
    surveyCloses: daysAfter(starts, 32),
  });
  const table = dynamoWriter({ TABLE_NAME: process.env['TABLE_NAME'] ?? '' });
  const schools = schoolNames.map(fictionalSchool);
  const writes: Write[] = [
    { put: 'programme', item: programme, when: 'absent' },
    { put: 'edition', item: moveEdition(planned, 'open').state, when: 'absent' },
    { put: 'team', item: teamOf(planned.edition, now), when: 'absent' },
    { put: 'registerLa', item: { la: larkford, name: 'Larkford (fictional)', schools: schools.length }, when: 'absent' },
    ...schools.map((item) => ({ put: 'school' as const, item, when: 'absent' as const })),
  ];
  const result = await table.transact(writes);
  if (!result.ok) throw new Error('the table is not empty: nothing was seeded');
}

function mondayAfter(day: LocalDate): LocalDate {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return daysAfter(day, (8 - weekday) % 7);
}

function fictionalSchool(name: string, index: number): School {
  const urn = String(900_001 + index);
  return {
    urn,
    la: larkford,
    name: `${name} (fictional)`,
    phase: 'Primary',
    status: 'open',
    town: 'Larkford',
    postcode: `ZZ${1 + (index % 9)} ${1 + (index % 8)}AA`,
    lowAge: name.includes('Junior') ? 7 : 4,
    highAge: name.includes('Infant') ? 7 : 11,
    pupils: 180 + index * 20,
    digest: idOf('fictional school', urn, name),
  };
}

/** The first fictional organiser with every role; the second may publish what the first prepared. */
function teamOf(edition: string, now: Instant) {
  const [first, second] = localOrganisers;
  return inviteOrganiser(firstTeam(edition, first.email, now), { email: second.email, roles: ['coordinator', 'publisher'] }, now)
    .state;
}
