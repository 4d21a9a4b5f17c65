import * as z from 'zod/mini';
import { AppError } from '../kernel/errors.ts';
import { sameAnswers } from '../kernel/text.ts';
import type { Instant } from '../kernel/time.ts';
import type { NewFact } from '../system/events.ts';
import type { Decision } from './decision.ts';
import { type Edition, requireHalfDays } from './edition.ts';
import type { Event } from './event.ts';
import { contact, optionalLines } from './fields.ts';
import { type Offer, releaseOffers } from './offer.ts';
import { type Organisation, organisationForm } from './organisation.ts';
import { requireRunning, requireUnchanged, requireUnreported, version } from './registration-changes.ts';
import { type Volunteer, volunteerForm } from './volunteer.ts';
import { changedOffers } from './vocabulary.ts';

// What an organisation or a volunteer changes by its link. Both are visitors: they differ in what they offer, not in how
// they change it. Places they have accepted stay as they are, whatever they change.

const { formats, halfDays, workshopsPerHalfDay, placesPerWorkshop, yearGroups, sessionTitle, needs, publicCredit } =
  organisationForm.shape;

/** What an organisation sends to change its offer. */
export const organisationChangeForm = z.strictObject({
  version,
  sessionTitle,
  formats,
  halfDays,
  workshopsPerHalfDay,
  placesPerWorkshop,
  yearGroups,
  needs,
});
export type OrganisationChangeForm = z.infer<typeof organisationChangeForm>;

/** What a volunteer sends to change their offer. */
export const volunteerChangeForm = z.strictObject({
  version,
  halfDays: volunteerForm.shape.halfDays,
  offer: volunteerForm.shape.offer,
});
export type VolunteerChangeForm = z.infer<typeof volunteerChangeForm>;

/** What either sends to correct how they are called and reached. The address stays: their links were mailed to it. */
export const visitorContactForm = z.strictObject({ version, contact: z.omit(contact, { email: true }) });
export type VisitorContactForm = z.infer<typeof visitorContactForm>;

/** What an organisation sends to agree to being named in public, or to take that back. */
export const creditForm = z.strictObject({ version, publicCredit });
export type CreditForm = z.infer<typeof creditForm>;

/** What either sends to withdraw. */
export const visitorWithdrawForm = z.strictObject({ version, reason: optionalLines(500) });
export type VisitorWithdrawForm = z.infer<typeof visitorWithdrawForm>;

/** An organisation or a volunteer, and which of them it is. */
export type Visitor =
  | { readonly kind: 'organisation'; readonly state: Organisation }
  | { readonly kind: 'volunteer'; readonly state: Volunteer };

type Change<F> = { readonly edition: Edition; readonly form: F; readonly now: Instant };
type ChangedField = (typeof changedOffers)[number];

/**
 * Changes what an organisation offers. The same answers again change nothing. Conflicts: `not-confirmed`, `withdrawn`,
 * `edition-over`, `changed-meanwhile`.
 */
export function changeOrganisation(
  current: Organisation,
  { edition, form, now }: Change<OrganisationChangeForm>,
): Decision<Organisation> {
  requireConfirmed(current);
  requireRunning(edition, now);
  requireHalfDays(edition, form.halfDays, 'halfDays');
  const { version: seen, ...answers } = form;
  const next = { ...current, sessionTitle: undefined, needs: undefined, ...answers };
  return changedOrganisation(current, next, { seen, now });
}

/** Changes what a volunteer offers. Conflicts as for an organisation. */
export function changeVolunteer(current: Volunteer, { edition, form, now }: Change<VolunteerChangeForm>): Decision<Volunteer> {
  requireConfirmed(current);
  requireRunning(edition, now);
  requireHalfDays(edition, form.halfDays, 'halfDays');
  return changedVolunteer(current, { ...current, halfDays: form.halfDays, offer: form.offer }, { seen: form.version, now });
}

/** Changes an organisation's contact: name, job title and telephone number. */
export function changeOrganisationContact(
  current: Organisation,
  { edition, form, now }: Change<VisitorContactForm>,
): Decision<Organisation> {
  requireConfirmed(current);
  requireUnreported(edition);
  const next = { ...current, contact: { ...form.contact, email: current.contact.email } };
  return changedOrganisation(current, next, { seen: form.version, now });
}

/** Changes a volunteer's name, job title and telephone number. */
export function changeVolunteerContact(
  current: Volunteer,
  { edition, form, now }: Change<VisitorContactForm>,
): Decision<Volunteer> {
  requireConfirmed(current);
  requireUnreported(edition);
  const next = { ...current, contact: { ...form.contact, email: current.contact.email } };
  return changedVolunteer(current, next, { seen: form.version, now });
}

/** Agrees to being named in public, or takes it back: at any time. What is published already stays as it is. */
export function changeCredit(current: Organisation, { form, now }: Omit<Change<CreditForm>, 'edition'>): Decision<Organisation> {
  requireConfirmed(current);
  return changedOrganisation(current, { ...current, publicCredit: form.publicCredit }, { seen: form.version, now });
}

type Seen = { readonly seen: number; readonly now: Instant };

function changedOrganisation(current: Organisation, next: Organisation, seen: Seen): Decision<Organisation> {
  const changed = changedFields(current, next, seen);
  if (changed.length === 0) return { state: current, facts: [] };
  const state = { ...next, changedAt: seen.now, version: current.version + 1 };
  const data = { organisation: state.organisation, changed, version: state.version };
  return { state, facts: [{ type: 'organisation.changed.v1', data }] };
}

function changedVolunteer(current: Volunteer, next: Volunteer, seen: Seen): Decision<Volunteer> {
  const changed = changedFields(current, next, seen);
  if (changed.length === 0) return { state: current, facts: [] };
  const state = { ...next, changedAt: seen.now, version: current.version + 1 };
  const data = { volunteer: state.volunteer, changed, version: state.version };
  return { state, facts: [{ type: 'volunteer.changed.v1', data }] };
}

function changedFields(current: Organisation | Volunteer, next: object, { seen }: Seen): ChangedField[] {
  const changed = changedOffers.filter((field) => !sameAnswers([field], current, next));
  if (changed.length > 0) requireUnchanged(current, { version: seen });
  return changed;
}

type Withdrawal = Change<VisitorWithdrawForm> & {
  readonly held: readonly { readonly offer: Offer; readonly event: Event }[];
};

/**
 * Withdraws an organisation; its places on days still to come are declined. Withdrawing again changes nothing. Conflicts:
 * `edition-over`, `changed-meanwhile`.
 */
export function withdrawOrganisation(current: Organisation, withdrawal: Withdrawal): Decision<Organisation> {
  if (current.state === 'withdrawn') return { state: current, facts: [] };
  const state = { ...current, ...withdrawn(current, withdrawal) };
  const { organisation, version: at } = state;
  return withdrawnFrom(state, { type: 'organisation.withdrawn.v1', data: { organisation, version: at } }, withdrawal);
}

/** Withdraws a volunteer, alike. */
export function withdrawVolunteer(current: Volunteer, withdrawal: Withdrawal): Decision<Volunteer> {
  if (current.state === 'withdrawn') return { state: current, facts: [] };
  const state = { ...current, ...withdrawn(current, withdrawal) };
  const { volunteer, version: at } = state;
  return withdrawnFrom(state, { type: 'volunteer.withdrawn.v1', data: { volunteer, version: at } }, withdrawal);
}

function withdrawn(current: Organisation | Volunteer, { edition, form, now }: Withdrawal) {
  requireRunning(edition, now);
  requireUnchanged(current, form);
  return { state: 'withdrawn', withdrawnAt: now, withdrawalReason: form.reason, version: current.version + 1 } as const;
}

function withdrawnFrom<S>(state: S, fact: NewFact, { held, now }: Withdrawal): Decision<S> {
  return { state, facts: [fact, ...releaseOffers(held, now).facts] };
}

/** Refuses what only somebody who takes part can do. Conflicts `not-confirmed`, `withdrawn`. */
export function requireConfirmed({ state }: Pick<Organisation | Volunteer, 'state'>): void {
  if (state === 'pending') throw new AppError('conflict', 'not-confirmed', 'Confirm your sign-up first.');
  if (state === 'withdrawn') {
    throw new AppError('conflict', 'withdrawn', 'This sign-up was withdrawn. Sign up again to take part.');
  }
}
