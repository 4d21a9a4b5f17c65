import * as z from 'zod/mini';
import { idOf } from '../kernel/ids.ts';
import { searchForm } from '../kernel/text.ts';
import { instant, type Instant } from '../kernel/time.ts';
import type { Decision } from './decision.ts';
import type { Edition } from './edition.ts';
import { contact, halfDays, id, optionalLine, optionalLines, slug, someHalfDays } from './fields.ts';
import { safeguarding } from './safeguarding.ts';
import { isConfirmed, repeatedOf } from './sign-up.ts';

const answers = {
  contact,
  organisation: z.optional(id),
  organisationName: optionalLine(),
  halfDays,
  offer: optionalLines(500),
  safeguarding,
};

/** What a volunteer sends to sign up, with an organisation or alone. */
export const volunteerForm = z.strictObject(answers);
export type VolunteerForm = z.infer<typeof volunteerForm>;

/** One person who helps in one edition. */
export const volunteer = z.strictObject({
  ...answers,
  // An organiser may keep a record before everything in it is known: missing.ts says what is not there yet.
  halfDays: someHalfDays,
  edition: slug,
  volunteer: id,
  state: z.enum(['pending', 'confirmed', 'withdrawn']),
  signedUpAt: instant,
  confirmedAt: z.optional(instant),
  changedAt: z.optional(instant),
  withdrawnAt: z.optional(instant),
  withdrawalReason: optionalLines(500),
  /** The record that it was merged into: its links lead there. */
  mergedInto: z.optional(id),
  /** Goes up with each place offered, so that withdrawing meets every one of them. Never a figure. */
  offers: z.int(),
  /** Over all their events, as they say themselves. */
  preparationHours: z.optional(z.int()),
  version: z.int(),
});
export type Volunteer = z.infer<typeof volunteer>;

/** One person is a name and a mailbox: colleagues may share a mailbox. */
export function volunteerId(edition: string, form: Pick<VolunteerForm, 'contact'>): string {
  return idOf('volunteer', edition, searchForm(form.contact.name), form.contact.email.toLowerCase());
}

type SignUp = { readonly edition: Edition; readonly form: VolunteerForm; readonly now: Instant };

/** Keeps a volunteer's offer; sent again before it is confirmed, the newer answers stand, and the same ones change nothing. */
export function signUpVolunteer(current: Volunteer | undefined, { edition, form, now }: SignUp): Decision<Volunteer> {
  const repeated = repeatedOf(current, { edition, form, fields: Object.keys(answers), now });
  if (repeated) return { state: repeated, facts: [] };
  const state: Volunteer = {
    ...form,
    edition: edition.edition,
    volunteer: volunteerId(edition.edition, form),
    state: 'pending',
    signedUpAt: now,
    offers: current?.offers ?? 0,
    version: (current?.version ?? 0) + 1,
  };
  return {
    state,
    facts: [
      {
        type: 'volunteer.signed-up.v1',
        data: { volunteer: state.volunteer, organisation: state.organisation, version: state.version },
      },
    ],
  };
}

/** Confirms by mailed link. Confirming again changes nothing. */
export function confirmVolunteer(current: Volunteer, now: Instant): Decision<Volunteer> {
  if (isConfirmed(current)) return { state: current, facts: [] };
  return {
    state: { ...current, state: 'confirmed', confirmedAt: now, version: current.version + 1 },
    facts: [{ type: 'volunteer.confirmed.v1', data: { volunteer: current.volunteer } }],
  };
}
