import * as z from 'zod/mini';
import { AppError } from '../kernel/errors.ts';
import { searchForm } from '../kernel/text.ts';
import { daysAfter, instant, type Instant, londonDate } from '../kernel/time.ts';
import type { Decision } from './decision.ts';
import { type Edition, requireOpenForSignUp } from './edition.ts';
import { emailAddress, id, slug, urn } from './fields.ts';
import { journeyKinds } from './journeys.ts';
import type { Organisation } from './organisation.ts';
import type { Registration } from './registration.ts';
import { declineKinds, inviteGroups } from './vocabulary.ts';
import type { Volunteer } from './volunteer.ts';

/** Days between one mail of an invitation and the next, and how often somebody is reminded. */
const remindAfterDays = 3;
const mostReminders = 2;

/** Whom an organiser asked to take part in an edition, and what they said. One for each school, organisation or person. */
export const signUpInvitation = z.strictObject({
  edition: slug,
  invitation: id,
  kind: z.enum(journeyKinds),
  /** The school. */
  urn: z.optional(urn),
  /** The school, the organisation or the volunteer, as the organiser knows them. */
  called: z.string(),
  /** Whom the mail greets, where that is known. */
  name: z.optional(z.string()),
  email: emailAddress,
  /** Their record in an earlier edition: its answers fill the form. */
  from: z.optional(z.strictObject({ edition: slug, subject: id })),
  invitedAt: instant,
  /** When they were last asked: at first, or by a reminder. */
  askedAt: instant,
  reminders: z.int(),
  declined: z.optional(z.strictObject({ how: z.enum(declineKinds), at: instant })),
  version: z.int(),
});
export type SignUpInvitation = z.infer<typeof signUpInvitation>;

/** Whom an organiser wants to invite; `sure` once they have seen who that is. */
export const inviteForm = z.strictObject({
  group: z.enum(inviteGroups, 'Choose whom you want to invite'),
  addresses: z.optional(z.string().check(z.maxLength(20_000, 'Paste fewer lines: at most 20,000 characters'))),
  sure: z.optional(z.literal('yes')),
});
export type InviteForm = z.infer<typeof inviteForm>;

/** What somebody who was invited answers, where they do not sign up. */
export const declineForm = z.strictObject({ how: z.enum(declineKinds, 'Choose one') });

/** How an invitation stands, what is settled first. */
export const invitationStates = ['signed-up', 'declined', 'never', 'bounced', 'open'] as const;
export type InvitationState = (typeof invitationStates)[number];

/** All sign-ups of an edition, in any state. */
export type Everybody = {
  readonly registrations: readonly Registration[];
  readonly organisations: readonly Organisation[];
  readonly volunteers: readonly Volunteer[];
};

/** Somebody as invitations know them. */
export type Somebody = Pick<SignUpInvitation, 'kind' | 'urn' | 'called'> & { readonly email: string | undefined };

/** Whether somebody is in an edition already, withdrawn or not: who withdrew has said so. */
export function isSignedUp({ kind, urn: school, called, email = '' }: Somebody, now: Everybody): boolean {
  const mailbox = email.toLowerCase();
  const same = (name: string, other: string) =>
    searchForm(name) === searchForm(called) || (mailbox !== '' && other.toLowerCase() === mailbox);
  if (kind === 'school') return now.registrations.some((one) => one.urn === school && one.state !== 'pending');
  if (kind === 'organisation') return now.organisations.some((one) => same(one.name, one.contact.email));
  return now.volunteers.some((one) => same(one.contact.name, one.contact.email));
}

/** How an invitation stands now; `bounced` says whether its address takes no mail. */
export function invitationState(one: SignUpInvitation, now: Everybody, bounced: boolean): InvitationState {
  if (isSignedUp(one, now)) return 'signed-up';
  if (one.declined) return one.declined.how === 'never' ? 'never' : 'declined';
  return bounced ? 'bounced' : 'open';
}

/** Whether somebody who has not answered can be asked once more today. */
export function mayRemind({ askedAt, reminders }: SignUpInvitation, now: Instant): boolean {
  return reminders < mostReminders && londonDate(now) >= daysAfter(londonDate(askedAt), remindAfterDays);
}

/** Invites somebody, once; who was invited already stays so. Conflict `registration-closed`. */
export function invite(
  edition: Edition,
  {
    now,
    ...whom
  }: Omit<SignUpInvitation, 'edition' | 'invitedAt' | 'askedAt' | 'reminders' | 'declined' | 'version'> & {
    readonly now: Instant;
  },
): Decision<SignUpInvitation> {
  requireOpenForSignUp(edition, now);
  const state = { ...whom, edition: edition.edition, invitedAt: now, askedAt: now, reminders: 0, version: 1 };
  return { state, facts: [{ type: 'sign-up.invited.v1', data: { invitation: whom.invitation, reminder: 0 } }] };
}

/** Asks somebody once more. Nothing happens to one who answered, or who was asked lately. */
export function remind(edition: Edition, current: SignUpInvitation, now: Instant): Decision<SignUpInvitation> {
  requireOpenForSignUp(edition, now);
  if (current.declined || !mayRemind(current, now)) return { state: current, facts: [] };
  const reminders = current.reminders + 1;
  const state = { ...current, askedAt: now, reminders, version: current.version + 1 };
  return { state, facts: [{ type: 'sign-up.invited.v1', data: { invitation: current.invitation, reminder: reminders } }] };
}

/** Says no, for this time or for ever. The same again changes nothing. */
export function decline(
  current: SignUpInvitation,
  { how }: z.infer<typeof declineForm>,
  now: Instant,
): Decision<SignUpInvitation> {
  if (current.declined?.how === how) return { state: current, facts: [] };
  const state = { ...current, declined: { how, at: now }, version: current.version + 1 };
  return { state, facts: [{ type: 'sign-up.declined.v1', data: { invitation: current.invitation, how } }] };
}

/** The invitation behind a link. Gone `link-ended` once it was taken away. */
export function requireInvitation(found: SignUpInvitation | undefined): SignUpInvitation {
  if (!found) throw new AppError('gone', 'link-ended', 'This invitation has ended. You can still sign up by our own pages.');
  return found;
}
