import * as z from 'zod/mini';
import { idOf } from '../kernel/ids.ts';
import { instant, type Instant } from '../kernel/time.ts';
import type { Decision } from './decision.ts';
import type { Edition } from './edition.ts';
import {
  choices,
  cohorts,
  contact,
  count,
  halfDays,
  headcounts,
  id,
  optionalLines,
  optionalNeeds,
  pupilsIn,
  slug,
  someHalfDays,
  urn,
} from './fields.ts';
import { schoolRoles } from './vocabulary.ts';
import { isConfirmed, repeatedOf } from './sign-up.ts';

const answers = {
  urn,
  roles: choices(schoolRoles, 'Choose how your school will take part'),
  contact,
  cohorts,
  hallCapacity: z.optional(count('Enter how many pupils the hall holds', 2000, 1)),
  halfDays,
  accessNeeds: optionalNeeds(500),
  wishes: optionalNeeds(500),
};

/** What a school sends to register. */
export const registrationForm = z.strictObject(answers).check(
  z.refine((form) => !form.roles.includes('host') || form.hallCapacity !== undefined, {
    message: 'Enter how many pupils your hall holds',
    path: ['hallCapacity'],
  }),
);
export type RegistrationForm = z.infer<typeof registrationForm>;

/** An event that a school is asked about, and whether it was the host. */
const askedAbout = z.strictObject({ event: slug, host: z.boolean() });
export type AskedAbout = z.infer<typeof askedAbout>;

/**
 * A school's registration for one edition. Pending until its mailed link is confirmed or an organiser approves it: only
 * then does it hold the school's place and count, so that nobody locks a school out by typing its number.
 */
export const registration = z.strictObject({
  ...answers,
  // An organiser may keep a record before everything in it is known: missing.ts says what is not there yet.
  roles: z.array(z.enum(schoolRoles)),
  cohorts: headcounts,
  halfDays: someHalfDays,
  // What was kept before is read as it is: only what comes new is refused.
  accessNeeds: optionalLines(500),
  wishes: optionalLines(500),
  edition: slug,
  registration: id,
  schoolName: z.string(),
  state: z.enum(['pending', 'confirmed', 'withdrawn']),
  confirmedBy: z.optional(z.enum(['link', 'organiser'])),
  submittedAt: instant,
  confirmedAt: z.optional(instant),
  surveyInvitedAt: z.optional(instant),
  surveyAbout: z.optional(z.array(askedAbout)),
  surveyRemindedAt: z.optional(instant),
  changedAt: z.optional(instant),
  withdrawnAt: z.optional(instant),
  withdrawalReason: optionalLines(500),
  version: z.int(),
});
export type Registration = z.infer<typeof registration>;

/**
 * The place a confirmed registration holds for its school: one per school and edition. `bookings` goes up with each
 * booking, so that withdrawing meets every one of them.
 */
export const schoolPlace = z.strictObject({ edition: slug, urn, registration: id, bookings: z.int() });

/** One school and one mailbox make one registration, however often the form is sent. */
export function registrationId(edition: string, form: Pick<RegistrationForm, 'urn' | 'contact'>): string {
  return idOf('registration', edition, form.urn, form.contact.email.toLowerCase());
}

type Submit = { readonly edition: Edition; readonly form: RegistrationForm; readonly schoolName: string; readonly now: Instant };

/** Keeps what a school sent. Sent again before it is confirmed, the newer answers stand, and the same ones change nothing; after that, conflict `already-confirmed`. */
export function submitRegistration(
  current: Registration | undefined,
  { edition, form, schoolName, now }: Submit,
): Decision<Registration> {
  const repeated = repeatedOf(current, { edition, form, fields: Object.keys(answers), now });
  if (repeated) return { state: repeated, facts: [] };
  const state: Registration = {
    ...form,
    edition: edition.edition,
    registration: registrationId(edition.edition, form),
    schoolName,
    state: 'pending',
    submittedAt: now,
    version: (current?.version ?? 0) + 1,
  };
  return { state, facts: [{ type: 'school.registered.v1', data: factData(state) }] };
}

/** Confirms by mailed link or organiser. Confirming again changes nothing. Conflict `withdrawn` for a withdrawn one. */
export function confirmRegistration(current: Registration, by: 'link' | 'organiser', now: Instant): Decision<Registration> {
  if (isConfirmed(current)) return { state: current, facts: [] };
  const state: Registration = { ...current, state: 'confirmed', confirmedBy: by, confirmedAt: now, version: current.version + 1 };
  return { state, facts: [{ type: 'school.confirmed.v1', data: { ...factData(state), by } }] };
}

/**
 * Asks how it was, about each of these events once: one whose headcount comes in late is added to those asked about before.
 * What is asked stays as it is from then on.
 */
export function inviteToSurvey(current: Registration, about: readonly AskedAbout[], now: Instant): Decision<Registration> {
  const { surveyAbout = [], surveyInvitedAt = now } = current;
  const added = about.filter(({ event }) => !surveyAbout.some((one) => one.event === event));
  if (current.state !== 'confirmed' || added.length === 0) return { state: current, facts: [] };
  const state = { ...current, surveyInvitedAt, surveyAbout: [...surveyAbout, ...added], version: current.version + 1 };
  return { state, facts: [{ type: 'survey.invited.v1', data: { registration: state.registration, urn: state.urn } }] };
}

/** Reminds a school of the survey, once: of `open`, what it is asked about and has not answered at all. */
export function remindOfSurvey(current: Registration, open: readonly AskedAbout[], now: Instant): Decision<Registration> {
  if (current.state !== 'confirmed' || current.surveyRemindedAt !== undefined || open.length === 0)
    return { state: current, facts: [] };
  const state = { ...current, surveyRemindedAt: now, version: current.version + 1 };
  return { state, facts: [{ type: 'survey.reminded.v1', data: { registration: state.registration, urn: state.urn } }] };
}

function factData(state: Registration) {
  return {
    registration: state.registration,
    urn: state.urn,
    roles: state.roles,
    pupils: pupilsIn(state.cohorts),
    version: state.version,
  };
}
