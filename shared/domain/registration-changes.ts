import * as z from 'zod/mini';
import { AppError } from '../kernel/errors.ts';
import { idOf } from '../kernel/ids.ts';
import { sameAnswers } from '../kernel/text.ts';
import { type Instant, londonDate } from '../kernel/time.ts';
import { releaseBookings } from './booking-changes.ts';
import type { Decision } from './decision.ts';
import { type Edition, requireHalfDays } from './edition.ts';
import type { Booking } from './event.ts';
import { cohorts, contact, count, emailAddress, halfDays, line, optionalLines, optionalNeeds, pupilsIn } from './fields.ts';
import type { Registration } from './registration.ts';
import { changedAnswers } from './vocabulary.ts';
import { leaveLists } from './waiting.ts';
import type { WaitingEntry } from './waiting-entry.ts';

/** The version of what the person was looking at: what somebody else changed meanwhile is never overwritten unseen. */
export const version = z.int('Reload the page and try again');

/** What a school sends to change its answers. */
export const changeForm = z.strictObject({
  version,
  cohorts,
  hallCapacity: z.optional(count('Enter how many pupils the hall holds', 2000, 1)),
  halfDays,
  accessNeeds: optionalNeeds(500),
  wishes: optionalNeeds(500),
});
export type ChangeForm = z.infer<typeof changeForm>;

/** What a school's contact sends to correct how they are called and reached. Another mailbox is a hand-over. */
export const contactForm = z.strictObject({ version, contact: z.omit(contact, { email: true }) });
export type ContactForm = z.infer<typeof contactForm>;

/** Whom a registration is handed over to; `confirmed` once the address was shown back and found right. */
export const handOverForm = z.strictObject({
  version,
  contact: z.strictObject(
    { name: line('Enter your colleague’s name', 100), email: emailAddress },
    'Enter your colleague’s name and email address',
  ),
  confirmed: z.optional(z.boolean('Say whether the address is right')),
});
export type HandOverForm = z.infer<typeof handOverForm>;

/** What a school sends to withdraw. */
export const withdrawForm = z.strictObject({ version, reason: optionalLines(500) });
export type WithdrawForm = z.infer<typeof withdrawForm>;

type Change<F> = { readonly edition: Edition; readonly form: F; readonly now: Instant };

/**
 * Changes numbers, hall, half-days, needs and wishes; bookings stay as they are. The same answers again change nothing.
 * Conflicts: `not-confirmed`, `withdrawn`, `edition-over`, `changed-meanwhile`.
 */
export function changeRegistration(current: Registration, { edition, form, now }: Change<ChangeForm>): Decision<Registration> {
  requireConfirmed(current);
  requireRunning(edition, now);
  requireHalfDays(edition, form.halfDays, 'halfDays');
  if (current.roles.includes('host') && form.hallCapacity === undefined) {
    const message = 'Enter how many pupils your hall holds';
    throw new AppError('invalid', 'hall-missing', `${message}.`, [{ path: 'hallCapacity', message }]);
  }
  const changed = changedAnswers.filter(
    (field) => field !== 'contact' && field !== 'roles' && !sameAnswers([field], current, form),
  );
  const { accessNeeds, wishes, hallCapacity } = form;
  return changedTo(
    current,
    { ...current, cohorts: form.cohorts, halfDays: form.halfDays, accessNeeds, wishes, hallCapacity },
    { changed, form, now },
  );
}

/** Changes the contact's name, job title and telephone number. Conflicts as for the answers. */
export function changeContact(current: Registration, { edition, form, now }: Change<ContactForm>): Decision<Registration> {
  requireConfirmed(current);
  requireUnreported(edition);
  const contact = { ...form.contact, email: current.contact.email };
  const changed = sameAnswers(['contact'], current, { contact }) ? [] : (['contact'] as const);
  return changedTo(current, { ...current, contact }, { changed, form, now });
}

type Changed = {
  readonly changed: readonly (typeof changedAnswers)[number][];
  readonly form: { readonly version: number };
  readonly now: Instant;
};

function changedTo(current: Registration, next: Registration, { changed, form, now }: Changed): Decision<Registration> {
  if (changed.length === 0) return { state: current, facts: [] };
  requireUnchanged(current, form);
  const state = { ...next, changedAt: now, version: current.version + 1 };
  return { state, facts: [{ type: 'school.changed.v1', data: { ...factData(state), changed: [...changed] } }] };
}

/** Hands a registration over to a colleague, who from now on answers for it. Invalid `same-address` for one's own. */
export function handOver(current: Registration, { edition, form, now }: Change<HandOverForm>): Decision<Registration> {
  requireConfirmed(current);
  requireUnreported(edition);
  if (form.contact.email.toLowerCase() === current.contact.email.toLowerCase()) {
    const message = 'Enter the address of a colleague, not your own';
    throw new AppError('invalid', 'same-address', `${message}.`, [{ path: 'contact.email', message }]);
  }
  requireUnchanged(current, form);
  const state = { ...current, contact: form.contact, changedAt: now, version: current.version + 1 };
  const { registration, urn, version: at } = state;
  return {
    state,
    facts: [{ type: 'school.handed-over.v1', data: { registration, urn, handOver: handOverId(state), version: at } }],
  };
}

/** The id of the hand-over that led to this state. */
export function handOverId({ registration, version: at }: Pick<Registration, 'registration' | 'version'>): string {
  return idOf('hand-over', registration, String(at));
}

type Withdrawing = Change<WithdrawForm> & { readonly bookings: readonly Booking[]; readonly waiting: readonly WaitingEntry[] };

/**
 * Withdraws a school and releases its bookings that nobody attended yet; a booking with attendance taken stays. It leaves every
 * waiting list. Withdrawing
 * again changes nothing. Conflicts: `edition-over`, `changed-meanwhile`.
 */
export function withdrawRegistration(
  current: Registration,
  { edition, form, now, bookings, waiting }: Withdrawing,
): Decision<Registration> {
  if (current.state === 'withdrawn') return { state: current, facts: [] };
  requireRunning(edition, now);
  requireUnchanged(current, form);
  const state: Registration = {
    ...current,
    state: 'withdrawn',
    withdrawnAt: now,
    withdrawalReason: form.reason,
    version: current.version + 1,
  };
  const fact = { type: 'school.withdrawn.v1', data: factData(state) } as const;
  return { state, facts: [fact, ...releaseBookings(current, bookings).facts, ...leaveLists(waiting)] };
}

/** Refuses a change to what somebody else changed after the person looked. */
export function requireUnchanged(current: { readonly version: number }, form: { readonly version: number }): void {
  if (current.version === form.version) return;
  throw new AppError(
    'conflict',
    'changed-meanwhile',
    'Somebody changed this while you were looking. Choose which answers to keep.',
  );
}

function requireConfirmed({ state }: Registration): void {
  if (state === 'pending') throw new AppError('conflict', 'not-confirmed', 'Confirm your registration first.');
  if (state === 'withdrawn')
    throw new AppError('conflict', 'withdrawn', 'This registration was withdrawn. Register again to take part.');
}

/** Refuses a change once the edition is over. */
export function requireRunning(edition: Edition, now: Instant): void {
  const takes = edition.state === 'open' || edition.state === 'running' || edition.trial !== undefined;
  if (takes && londonDate(now) <= edition.ends) return;
  throw new AppError('conflict', 'edition-over', `${edition.name} is over, so this cannot be changed any more.`);
}

/** Refuses a change once the report of the edition is out. */
export function requireUnreported(edition: Edition): void {
  if (edition.state !== 'reported') return;
  throw new AppError('conflict', 'edition-over', `${edition.name} is over, so this cannot be changed any more.`);
}

function factData({ registration, urn: school, roles, cohorts: counts, version: at }: Registration) {
  return { registration, urn: school, roles, pupils: pupilsIn(counts), version: at };
}
