import { AppError } from '#shared/kernel/errors.ts';
import { type Instant, secondsAfter } from '#shared/kernel/time.ts';
import type { TableReader } from '#shared/ports.ts';
import type { RouteDeclaration } from '#shared/system/routes/declaration.ts';
import type { Item } from '#shared/system/table.ts';
import type { OrganiserSession } from './sessions.ts';

/** Seconds for which a proof of who somebody is counts for what asks for a fresh one. */
export const proofLasts = 900;

type Member = Item<'team'>['members'][number];

const names: Readonly<Record<Member['roles'][number], string>> = {
  coordinator: 'coordinator',
  safeguarding: 'safeguarding lead',
  publisher: 'publisher',
  admin: 'admin',
};

/**
 * Lets an organiser through to a route, or says why not. To whoever is not on the edition's team the edition is not there
 * (not found `edition-unknown`); a member without the role is told who can act (forbidden `role-needed`); a proof that is
 * too old is asked for again (forbidden `proof-needed`).
 */
export async function permit(
  { needs = 'viewer', stepUp = false }: Pick<RouteDeclaration, 'needs' | 'stepUp'>,
  session: Item<'organiserSession'>,
  params: Readonly<Record<string, string | undefined>>,
  read: TableReader,
  now: Instant,
): Promise<OrganiserSession> {
  if (stepUp && secondsAfter(session.provedAt, proofLasts) < now) {
    throw new AppError('forbidden', 'proof-needed', 'Sign in again to do this: it asks for a fresh proof of who you are.');
  }
  const { edition } = params;
  if (needs === 'anybody') return { ...session, roles: [] };
  const found = edition === undefined ? undefined : await teamOf(edition, read);
  const member = found?.members.find((one) => one.organiser === session.organiser);
  if (!found || !member) throw new AppError('not-found', 'edition-unknown', 'There is no such edition.');
  if (needs === 'viewer' || member.roles.includes(needs)) return { ...session, roles: member.roles };
  const others = found.members.filter(({ roles }) => roles.includes(needs)).map(({ email }) => email);
  const who = others.length > 0 ? ` Ask ${others.slice(0, 3).join(' or ')}.` : ' Ask an admin of the edition.';
  throw new AppError('forbidden', 'role-needed', `Only a ${names[needs]} of this edition can do this.${who}`);
}

async function teamOf(edition: string, read: TableReader) {
  return /^[a-z0-9-]{1,60}$/.test(edition) ? read.get('team', { edition }) : undefined;
}
