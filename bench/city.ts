import { type Edition, halfDaysOf, moveEdition } from '#shared/domain/edition.ts';
import { planEdition } from '#shared/domain/edition-settings.ts';
import { openProgramme } from '#shared/domain/programme.ts';
import type { RegistrationForm } from '#shared/domain/registration.ts';
import type { School } from '#shared/domain/school.ts';
import { daysAfter, type Instant, londonDate } from '#shared/kernel/time.ts';
import type { TableWriter } from '#shared/ports.ts';

type BulkWrite = Parameters<TableWriter['bulk']>[0][number];

/** DfE gives no code of a local authority that begins with 99. */
const la = '998';

/** The fictional programme of all measurements. */
export const programme = openProgramme({
  programme: 'marlow-vale',
  name: 'Marlow Vale Primary Aspirations Week (fictional)',
  city: 'Marlow Vale',
  localAuthorities: [la],
  organiser: { name: 'Marlow Vale Careers Partnership', email: 'programme@marlow-vale.example', telephone: '01632 960 002' },
});

/** An edition of one week that is open for registration at the moment given. */
export function openEdition(edition: string, now: Instant): Edition {
  const today = londonDate(now);
  const starts = daysAfter(today, 42);
  const planned = planEdition({
    edition,
    programme: programme.programme,
    name: 'Marlow Vale Primary Aspirations Week',
    starts,
    ends: daysAfter(starts, 6),
    registrationOpens: daysAfter(today, -7),
    registrationCloses: daysAfter(today, 35),
    surveyCloses: daysAfter(starts, 35),
  });
  return moveEdition(planned, 'open').state;
}

/** The school in a place of the fictional register, from 0. */
export function schoolAt(index: number): School {
  return {
    urn: String(100_000 + index),
    la,
    establishment: String(2000 + (index % 7000)),
    name: `Fictional Primary School ${index + 1}`,
    phase: 'Primary',
    typeGroup: 'Local authority maintained schools',
    status: 'open',
    town: 'Marlow Vale',
    postcode: 'ZZ99 9ZZ',
    lowAge: 4,
    highAge: 11,
    // The longest form has 500 pupils in each of seven years.
    pupils: 3500,
    digest: `made-up-${index}`,
  };
}

/** What stands in the table before anybody registers: programme, editions and so many schools. */
export function cityWrites(editions: readonly Edition[], schools: number): BulkWrite[] {
  return [
    { put: 'programme', item: programme, when: 'any' },
    ...editions.map((item): BulkWrite => ({ put: 'edition', item, when: 'any' })),
    { put: 'registerLa', item: { la, name: 'Marlow Vale (fictional)', schools }, when: 'any' },
    ...Array.from({ length: schools }, (_, index): BulkWrite => ({ put: 'school', item: schoolAt(index), when: 'any' })),
  ];
}

/** What a school usually sends: both roles, two year groups, three half-days, a line on needs and a wish. */
export function usualForm(edition: Edition, index: number): RegistrationForm {
  const { urn } = schoolAt(index);
  return {
    urn,
    roles: ['host', 'attending'],
    contact: {
      name: 'A. Fictional',
      jobTitle: 'Careers lead',
      email: `office@school-${urn}.example`,
      telephone: '01632 960 003',
    },
    cohorts: { year4: 30, year5: 28 },
    hallCapacity: 120,
    halfDays: halfDaysOf(edition).slice(0, 3),
    accessNeeds: 'One pupil uses a wheelchair; the hall has step-free access.',
    wishes: 'Engineering or health, please.',
  };
}

/** The same with both free texts full of letters that take fifteen bytes each: what counts as one letter to a reader. */
export function heaviestForm(edition: Edition, index: number): RegistrationForm {
  const text = '\u{1F469}\u{1F3FD}\u{200D}\u{1F680}'.repeat(500);
  return { ...fullestForm(edition, index), accessNeeds: text, wishes: text };
}

/** The most a school can send in plain letters: every field there is, every free text full. */
export function fullestForm(edition: Edition, index: number): RegistrationForm {
  const { urn } = schoolAt(index);
  const all = { reception: 500, year1: 500, year2: 500, year3: 500, year4: 500, year5: 500, year6: 500 };
  const labels = Array.from({ length: 3 }, () => 'x'.repeat(58)).join('.');
  return {
    urn,
    roles: ['host', 'attending', 'online'],
    contact: {
      name: 'A'.repeat(100),
      jobTitle: 'B'.repeat(100),
      email: `${'o'.repeat(64)}@${labels}.example`,
      telephone: '+44 (0)1632 960-003 x12345',
    },
    cohorts: all,
    hallCapacity: 2000,
    halfDays: halfDaysOf(edition),
    accessNeeds: 'Words '.repeat(84).slice(0, 500).trim().padEnd(500, '.'),
    wishes: 'Words '.repeat(84).slice(0, 500).trim().padEnd(500, '.'),
  };
}
