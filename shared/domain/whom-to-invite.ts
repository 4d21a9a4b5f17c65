import { idOf } from '../kernel/ids.ts';
import { searchForm } from '../kernel/text.ts';
import { isErased } from './erasure.ts';
import { emailAddress, type Contact } from './fields.ts';
import type { JourneyKind } from './journeys.ts';
import { isOpen, type School } from './school.ts';
import { type Everybody, isSignedUp, type SignUpInvitation, type Somebody } from './sign-up-invitation.ts';

/** Whoever could be invited. */
export type Candidate = Somebody & Pick<SignUpInvitation, 'name' | 'from'>;

/** One invitation for each school, or each organisation or volunteer by how they are called and reached. */
export function invitationId(edition: string, { kind, urn: school, called, email }: Candidate): string {
  return school === undefined
    ? idOf('sign-up-invitation', edition, kind, searchForm(called), (email ?? '').toLowerCase())
    : idOf('sign-up-invitation', edition, kind, school);
}

/** Those of a kind who took part in an earlier edition; of schools, those that are still open. */
export function tookPart(kind: JourneyKind, last: Everybody, schools: readonly School[]): Candidate[] {
  if (kind === 'organisation') {
    return confirmed(last.organisations).map((one) => ({ kind, called: one.name, ...knownAs(one, one.organisation) }));
  }
  if (kind === 'volunteer') {
    return confirmed(last.volunteers).map((one) => ({ kind, called: one.contact.name, ...knownAs(one, one.volunteer) }));
  }
  const open = new Map(schools.filter(isOpen).map((one) => [one.urn, one.name]));
  return confirmed(last.registrations).flatMap((one) => {
    const called = open.get(one.urn);
    return called === undefined ? [] : [{ kind, urn: one.urn, called, ...knownAs(one, one.registration) }];
  });
}

function confirmed<T extends { readonly state: string }>(all: readonly T[]): T[] {
  return all.filter(({ state }) => state === 'confirmed');
}

function knownAs(one: { readonly edition: string; readonly contact: Contact }, subject: string) {
  if (isErased(one)) return { email: undefined };
  return { email: one.contact.email, name: one.contact.name, from: { edition: one.edition, subject } };
}

/** A line that could not be read, and why. */
export type BadLine = { readonly line: number; readonly text: string; readonly message: string };

/** Most lines that are read at once. */
const mostLines = 300;

/**
 * Reads addresses as somebody types or pastes them, one to a line: an address, and before it, after a comma, a tab or a
 * semicolon, what its owner is called. For schools that is the name or the URN of an open school of the register.
 */
export function readAddresses(
  kind: JourneyKind,
  text: string,
  schools: readonly School[],
): { readonly candidates: readonly Candidate[]; readonly bad: readonly BadLine[] } {
  const candidates: Candidate[] = [];
  const bad: BadLine[] = [];
  const lines = text.split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const read = index < mostLines ? readLine(kind, line, schools) : `Paste at most ${mostLines} lines at once`;
    if (typeof read === 'string') bad.push({ line: index + 1, text: line.trim(), message: read });
    else candidates.push(read);
  }
  return { candidates, bad };
}

function readLine(kind: JourneyKind, line: string, schools: readonly School[]): Candidate | string {
  const parts = line
    .split(/[,;\t]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const typed = parts.find((one) => one.includes('@'));
  const address = emailAddress.safeParse(typed);
  if (!address.success) return 'Enter one email address on each line, like office@school.example';
  const called = parts.filter((one) => one !== typed).join(', ');
  if (kind !== 'school') return { kind, called: called === '' ? address.data : called, email: address.data };
  const found = schoolsCalled(
    called,
    schools.filter((one) => isOpen(one)),
  );
  const [school] = found;
  if (!school) return 'Enter the school’s name as the register has it, or its URN, before the address';
  if (found.length > 1) return 'More than one school is called so. Enter the school’s URN';
  return { kind, urn: school.urn, called: school.name, email: address.data };
}

/** The schools of this URN or name; where none has the whole name, those whose name begins so. */
function schoolsCalled(called: string, schools: readonly School[]): School[] {
  const typed = searchForm(called);
  const whole = schools.filter((one) => one.urn === called || searchForm(one.name) === typed);
  return whole.length > 0 || typed === '' ? whole : schools.filter((one) => searchForm(one.name).startsWith(typed));
}

/** Why somebody is left out, the first that holds. */
export const leftOutKinds = ['signed-up', 'invited', 'never', 'bounced', 'no-address', 'twice'] as const;
export type LeftOut = (typeof leftOutKinds)[number];

type Known = {
  readonly now: Everybody;
  readonly invited: ReadonlySet<string>;
  /** Whether somebody at this address asked never to be asked again. */
  readonly refused: (email: string) => boolean;
  /** Whether mail to this address came back or was complained about. */
  readonly bounced: (email: string) => boolean;
};

/** Somebody who is invited, under the id of their invitation. */
export type Invited = Candidate & { readonly email: string; readonly invitation: string };

/** Who is invited, and how many are left out for which reason. */
export function sortOut(
  edition: string,
  candidates: readonly Candidate[],
  known: Known,
): { readonly chosen: readonly Invited[]; readonly left: Readonly<Record<LeftOut, number>> } {
  const left: Record<LeftOut, number> = { 'signed-up': 0, invited: 0, never: 0, bounced: 0, 'no-address': 0, twice: 0 };
  const chosen = new Map<string, Invited>();
  for (const one of candidates) {
    const invitation = invitationId(edition, one);
    const { email } = one;
    const why = reasonAgainst(one, invitation, known) ?? (chosen.has(invitation) ? 'twice' : undefined);
    if (why !== undefined || email === undefined) left[why ?? 'no-address'] += 1;
    else chosen.set(invitation, { ...one, email, invitation });
  }
  return { chosen: [...chosen.values()], left };
}

function reasonAgainst(one: Candidate, invitation: string, known: Known): LeftOut | undefined {
  if (isSignedUp(one, known.now)) return 'signed-up';
  if (known.invited.has(invitation)) return 'invited';
  if (one.email === undefined) return 'no-address';
  if (known.refused(one.email)) return 'never';
  return known.bounced(one.email) ? 'bounced' : undefined;
}
