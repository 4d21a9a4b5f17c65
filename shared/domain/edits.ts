import * as z from 'zod/mini';
import { AppError } from '../kernel/errors.ts';
import { sameAnswers } from '../kernel/text.ts';
import type { Instant } from '../kernel/time.ts';
import type { Decision } from './decision.ts';
import { type Edition, requireHalfDays } from './edition.ts';
import {
  contact,
  count,
  headcounts,
  line,
  optionalLine,
  optionalLines,
  optionalNeeds,
  pupilsIn,
  someHalfDays,
  yearGroups,
} from './fields.ts';
import { type Organisation, organisationForm, sectors } from './organisation.ts';
import { type Registration, registrationForm } from './registration.ts';
import { requireUnchanged, requireUnreported, version } from './registration-changes.ts';
import { changedAnswers, changedOffers, schoolRoles, sessionFormats } from './vocabulary.ts';
import type { Volunteer } from './volunteer.ts';

// What an organiser changes for somebody: everything they told us but what only they can agree to. It is saved when
// something is still missing; missing.ts says what.

/** What an organiser sends to change a school's registration. Another address is another reader: earlier links end. */
export const registrationEditForm = z.strictObject({
  version,
  contact,
  roles: z.optional(z.array(z.enum(schoolRoles))),
  cohorts: z.optional(headcounts),
  hallCapacity: registrationForm.shape.hallCapacity,
  halfDays: z.optional(someHalfDays),
  accessNeeds: optionalNeeds(500),
  wishes: optionalNeeds(500),
});
export type RegistrationEditForm = z.infer<typeof registrationEditForm>;

/** What an organiser sends to change an organisation or a volunteer; each keeps what it has of these. */
export const visitorEditForm = z.strictObject({
  version,
  contact,
  name: z.optional(line('Enter the organisation’s name')),
  sector: z.optional(z.enum(sectors, 'Choose a sector')),
  sessionTitle: organisationForm.shape.sessionTitle,
  formats: z.optional(z.array(z.enum(sessionFormats))),
  workshopsPerHalfDay: z.optional(count('Enter how many workshops they can run in a half-day', 12)),
  placesPerWorkshop: z.optional(count('Enter how many pupils a workshop takes', 500)),
  yearGroups: z.optional(z.array(z.enum(yearGroups))),
  needs: optionalLines(500),
  organisationName: optionalLine(),
  halfDays: z.optional(someHalfDays),
  offer: optionalLines(500),
});
export type VisitorEditForm = z.infer<typeof visitorEditForm>;

type Edit<F> = { readonly edition: Edition; readonly form: F; readonly now: Instant };

/**
 * Changes a school's registration for it, confirmed or not. The same answers again change nothing. Conflicts: `withdrawn`,
 * `edition-over`, `changed-meanwhile`.
 */
export function editRegistration(
  current: Registration,
  { edition, form, now }: Edit<RegistrationEditForm>,
): Decision<Registration> {
  const { version: seen, roles = [], cohorts = {}, halfDays = [], ...rest } = form;
  const next: Registration = {
    ...current,
    hallCapacity: undefined,
    accessNeeds: undefined,
    wishes: undefined,
    ...rest,
    roles,
    cohorts,
    halfDays,
  };
  const changed = changedAnswers.filter((field) => !sameAnswers([field], current, next));
  if (changed.length === 0) return { state: current, facts: [] };
  requireEditable(current, { edition, form: { version: seen, halfDays } });
  const state = { ...next, changedAt: now, version: current.version + 1 };
  const { registration, urn, version: at } = state;
  const data = { registration, urn, roles, pupils: pupilsIn(cohorts), version: at, changed };
  return { state, facts: [{ type: 'school.changed.v1', data }] };
}

/** Changes an organisation's record for it. Conflicts as for a school; invalid without its name and sector. */
export function editOrganisation(current: Organisation, { edition, form, now }: Edit<VisitorEditForm>): Decision<Organisation> {
  const { name, sector, formats = [], halfDays = [], yearGroups: years = [], sessionTitle, needs } = form;
  if (name === undefined || sector === undefined) throw incomplete({ name, sector });
  const next: Organisation = {
    ...current,
    contact: form.contact,
    name,
    sector,
    sessionTitle,
    formats,
    halfDays,
    yearGroups: years,
    workshopsPerHalfDay: form.workshopsPerHalfDay ?? 0,
    placesPerWorkshop: form.placesPerWorkshop ?? 0,
    needs,
  };
  const changed = changedOffers.filter((field) => !sameAnswers([field], current, next));
  if (changed.length === 0) return { state: current, facts: [] };
  requireEditable(current, { edition, form: { version: form.version, halfDays } });
  const state = { ...next, changedAt: now, version: current.version + 1 };
  const data = { organisation: state.organisation, changed, version: state.version };
  return { state, facts: [{ type: 'organisation.changed.v1', data }] };
}

/** Changes a volunteer's record for them. Conflicts as for a school. */
export function editVolunteer(current: Volunteer, { edition, form, now }: Edit<VisitorEditForm>): Decision<Volunteer> {
  const { contact: reached, halfDays = [], offer, organisationName } = form;
  const next: Volunteer = { ...current, contact: reached, halfDays, offer, organisationName };
  const changed = changedOffers.filter((field) => !sameAnswers([field], current, next));
  if (changed.length === 0) return { state: current, facts: [] };
  requireEditable(current, { edition, form: { version: form.version, halfDays } });
  const state = { ...next, changedAt: now, version: current.version + 1 };
  const data = { volunteer: state.volunteer, changed, version: state.version };
  return { state, facts: [{ type: 'volunteer.changed.v1', data }] };
}

type Seen = { readonly edition: Edition; readonly form: { readonly version: number; readonly halfDays: readonly string[] } };

function requireEditable(current: { readonly state: string; readonly version: number }, { edition, form }: Seen): void {
  if (current.state === 'withdrawn')
    throw new AppError('conflict', 'withdrawn', 'They have withdrawn, so this cannot be changed.');
  requireUnreported(edition);
  requireHalfDays(edition, form.halfDays, 'halfDays');
  requireUnchanged(current, form);
}

function incomplete({ name, sector }: Pick<VisitorEditForm, 'name' | 'sector'>): AppError {
  const issues = [
    ...(name === undefined ? [{ path: 'name', message: 'Enter the organisation’s name' }] : []),
    ...(sector === undefined ? [{ path: 'sector', message: 'Choose a sector' }] : []),
  ];
  return new AppError('invalid', 'name-missing', 'There is a problem with what you sent.', issues);
}
