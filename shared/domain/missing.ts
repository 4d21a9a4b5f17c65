import { pupilsIn } from './fields.ts';
import type { Organisation } from './organisation.ts';
import type { Registration } from './registration.ts';
import type { Volunteer } from './volunteer.ts';

// A record that an organiser keeps may be incomplete. What is missing is seen from the record, never kept beside it.

/** The answers that a record can lack. */
export type Missing = 'roles' | 'cohorts' | 'hallCapacity' | 'halfDays' | 'formats' | 'workshops' | 'places' | 'yearGroups';

/** What a school's registration lacks. */
export function missingInRegistration({ roles, cohorts, hallCapacity, halfDays }: Registration): Missing[] {
  return named({
    roles: roles.length === 0,
    cohorts: pupilsIn(cohorts) === 0,
    hallCapacity: roles.includes('host') && hallCapacity === undefined,
    halfDays: halfDays.length === 0,
  });
}

/** What an organisation's offer lacks. */
export function missingInOrganisation(one: Organisation): Missing[] {
  return named({
    formats: one.formats.length === 0,
    halfDays: one.halfDays.length === 0,
    workshops: one.workshopsPerHalfDay === 0,
    places: one.placesPerWorkshop === 0,
    yearGroups: one.yearGroups.length === 0,
  });
}

/** What a volunteer's offer lacks. */
export function missingInVolunteer({ halfDays }: Volunteer): Missing[] {
  return named({ halfDays: halfDays.length === 0 });
}

function named(lacks: Partial<Record<Missing, boolean>>): Missing[] {
  const all: readonly Missing[] = [
    'roles',
    'cohorts',
    'hallCapacity',
    'halfDays',
    'formats',
    'workshops',
    'places',
    'yearGroups',
  ];
  return all.filter((one) => lacks[one]);
}
