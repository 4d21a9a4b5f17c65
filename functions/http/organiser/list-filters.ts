import type { Event } from '#shared/domain/event.ts';
import { missingInOrganisation, missingInRegistration, missingInVolunteer } from '#shared/domain/missing.ts';
import type { Organisation } from '#shared/domain/organisation.ts';
import type { Registration } from '#shared/domain/registration.ts';
import type { Volunteer } from '#shared/domain/volunteer.ts';
import { searchForm } from '#shared/kernel/text.ts';
import type { Chosen, ListName } from '#web/organiser/filters.ts';

/** What each list is a list of. */
export type RowOf = {
  readonly registrations: Registration;
  readonly organisations: Organisation;
  readonly volunteers: Volunteer;
  readonly events: Event;
};

type Filter<T> = {
  /** What the text searched for is looked for in. */
  readonly says: (row: T) => readonly string[];
  /** Whether a row is what the filters ask for, but for its state. */
  readonly fits: (row: T, chosen: Chosen) => boolean;
  /** What a row lacks. */
  readonly missing: (row: T) => readonly string[];
};

const filters: { readonly [L in ListName]: Filter<RowOf[L]> } = {
  registrations: {
    missing: missingInRegistration,
    says: ({ schoolName, urn, contact }) => [schoolName, urn, contact.name, contact.email],
    fits: (one, { role, halfDay }) =>
      (role === undefined || one.roles.some((each) => each === role)) && takesHalfDay(one, halfDay),
  },
  organisations: {
    missing: missingInOrganisation,
    says: ({ name, contact }) => [name, contact.name, contact.email],
    fits: (one, { format, halfDay }) =>
      (format === undefined || one.formats.some((each) => each === format)) && takesHalfDay(one, halfDay),
  },
  volunteers: {
    missing: missingInVolunteer,
    says: ({ contact, organisationName = '' }) => [contact.name, contact.email, organisationName],
    fits: (one, { halfDay }) => takesHalfDay(one, halfDay),
  },
  events: {
    missing: () => [],
    says: ({ title, event, venue = '', host = '' }) => [title, event, venue, host],
    fits: (one, { kind, halfDay }) =>
      (kind === undefined || one.kind === kind) && (halfDay === undefined || one.halfDay === halfDay),
  },
};

/** Whether a row of a list is what was chosen in it, but for what needs an organiser; undefined where every row is. */
export function keepsOf<L extends ListName>(list: L, { needs: _, ...chosen }: Chosen): ((row: RowOf[L]) => boolean) | undefined {
  if (Object.keys(chosen).length === 0) return undefined;
  const { says, fits, missing }: Filter<RowOf[L]> = filters[list];
  const { state, q = '' } = chosen;
  const stands = (row: RowOf[L]) =>
    state === 'incomplete' ? row.state !== 'withdrawn' && missing(row).length > 0 : state === undefined || row.state === state;
  const wanted = searchForm(q);
  return (row) => stands(row) && fits(row, chosen) && searchForm(says(row).join(' ')).includes(wanted);
}

function takesHalfDay({ halfDays }: { readonly halfDays: readonly string[] }, halfDay: string | undefined): boolean {
  return halfDay === undefined || halfDays.includes(halfDay);
}
