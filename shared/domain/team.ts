import * as z from 'zod/mini';
import { AppError } from '../kernel/errors.ts';
import { idOf } from '../kernel/ids.ts';
import { instant, type Instant } from '../kernel/time.ts';
import type { Decision } from './decision.ts';
import { emailAddress, id, slug } from './fields.ts';
import { organiserRoles, type OrganiserRole } from './vocabulary.ts';

const member = z.strictObject({
  organiser: id,
  email: emailAddress,
  /** None of them still sees everything: whoever is on the team is a viewer. */
  roles: z.array(z.enum(organiserRoles)),
  invitedAt: instant,
});
export type TeamMember = z.infer<typeof member>;

/** The organisers of one edition and what each may do. One item, so that who is left as admin is decided in one place. */
export const team = z.strictObject({ edition: slug, members: z.array(member), version: z.int() });
export type Team = z.infer<typeof team>;

const roles = z.pipe(
  z._default(z.array(z.enum(organiserRoles, 'Choose roles from the list')), []),
  z.transform((chosen: OrganiserRole[]) => organiserRoles.filter((role) => chosen.includes(role))),
);

/** What an admin sends to invite an organiser. */
export const invitationForm = z.strictObject({ email: emailAddress, roles });
/** What an admin sends to change what an organiser may do. */
export const rolesForm = z.strictObject({ roles });

/** An organiser's id: a digest of the address they sign in with. */
export function organiserId(email: string): string {
  return idOf('organiser', email.toLowerCase());
}

/** Somebody's place in a team, or undefined where they are not on it. */
export function memberOf({ members }: Pick<Team, 'members'>, organiser: string): TeamMember | undefined {
  return members.find((one) => one.organiser === organiser);
}

/** The editions that somebody is on the team of. */
export function editionsOf(teams: readonly Team[], organiser: string): ReadonlySet<string> {
  return new Set(teams.filter((team) => memberOf(team, organiser)).map(({ edition }) => edition));
}

/** The team of an edition that was just planned: whoever planned it, with every role. */
export function firstTeam(edition: string, email: string, now: Instant): Team {
  return { edition, members: [{ organiser: organiserId(email), email, roles: [...organiserRoles], invitedAt: now }], version: 1 };
}

/** Takes somebody into the team. The same again changes nothing; conflict `organiser-there` for other roles. */
export function inviteOrganiser(current: Team, form: z.infer<typeof invitationForm>, now: Instant): Decision<Team> {
  const organiser = organiserId(form.email);
  const there = memberOf(current, organiser);
  if (there && there.roles.join() === form.roles.join()) return { state: current, facts: [] };
  if (there) {
    const message = 'This person is on the team already. Change their roles in the list.';
    throw new AppError('conflict', 'organiser-there', message, [{ path: 'email', message }]);
  }
  if (current.members.length >= 60) throw new AppError('conflict', 'team-full', 'A team has at most 60 people.');
  const state = withMembers(current, [...current.members, { ...form, organiser, invitedAt: now }]);
  return { state, facts: [{ type: 'organiser.invited.v1', data: { organiser, roles: form.roles, version: state.version } }] };
}

/** Changes what a member may do. The same again changes nothing; conflict `last-admin`, not found `organiser-unknown`. */
export function changeRoles(current: Team, organiser: string, given: readonly OrganiserRole[]): Decision<Team> {
  const there = requireMember(current, organiser);
  if (there.roles.join() === given.join()) return { state: current, facts: [] };
  const changed = current.members.map((one) => (one === there ? { ...one, roles: [...given] } : one));
  requireAdmin(changed);
  const state = withMembers(current, changed);
  return { state, facts: [{ type: 'organiser.changed.v1', data: { organiser, roles: [...given], version: state.version } }] };
}

/** Takes a member off the team, at once for every session. Conflict `last-admin`, not found `organiser-unknown`. */
export function removeOrganiser(current: Team, organiser: string): Decision<Team> {
  const there = requireMember(current, organiser);
  const left = current.members.filter((one) => one !== there);
  requireAdmin(left);
  const state = withMembers(current, left);
  return { state, facts: [{ type: 'organiser.removed.v1', data: { organiser, version: state.version } }] };
}

function withMembers(current: Team, members: TeamMember[]): Team {
  return { ...current, members, version: current.version + 1 };
}

function requireMember(current: Team, organiser: string): TeamMember {
  const found = memberOf(current, organiser);
  if (!found) throw new AppError('not-found', 'organiser-unknown', 'This person is not on the team.');
  return found;
}

function requireAdmin(members: readonly TeamMember[]): void {
  if (members.some((one) => one.roles.includes('admin'))) return;
  throw new AppError('conflict', 'last-admin', 'This is the last admin. Make somebody else an admin first.');
}
