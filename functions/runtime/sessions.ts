import { AppError } from '#shared/kernel/errors.ts';
import { tokenHash } from '#shared/kernel/ids.ts';
import { epochSecondsOf } from '#shared/kernel/time.ts';
import type { TableReader } from '#shared/ports.ts';
import { cookies as declared } from '#shared/system/cookies.ts';
import type { Auth } from '#shared/system/routes/declaration.ts';
import type { Item } from '#shared/system/table.ts';
import { clock } from './clock.ts';
import { followMerges, requireSameReader } from './link-reader.ts';

export type LinkSession = Item<'linkSession'>;
/** An organiser who is signed in, with what they may do in the edition that the path names; none where it names none. */
export type OrganiserSession = Item<'organiserSession'> & { readonly roles: Item<'team'>['members'][number]['roles'] };

/** The cookies that hold a session's token; the table holds only its hash. */
export const sessionCookies = { link: declared.link.name, organiser: declared.organiser.name } as const;

/** The session a route asks for. Throws `link-needed` or `sign-in-needed` (401) when the browser has none that is alive. */
export async function sessionOf(
  auth: Auth,
  cookies: Readonly<Record<string, string | undefined>>,
  ports: object,
): Promise<LinkSession | Item<'organiserSession'> | undefined> {
  if (auth === 'anyone') return undefined;
  if (!canRead(ports)) throw new Error('a route with a session needs the power to read the table');
  const token = cookies[sessionCookies[auth]];
  const hash = token === undefined ? undefined : tokenHash(token);
  const session = hash && (await ports.read.get(auth === 'link' ? 'linkSession' : 'organiserSession', { hash }));
  if (session && session.expiresAt > epochSecondsOf(clock.now())) {
    if (!('purpose' in session)) return session;
    await requireSameReader(session, ports.read);
    return { ...session, subject: await followMerges(session, ports.read) };
  }
  throw auth === 'link'
    ? new AppError('forbidden', 'link-needed', 'Open the link in our email again to see this page.')
    : new AppError('forbidden', 'sign-in-needed', 'Sign in as an organiser to see this page.');
}

export function canRead(ports: object): ports is { readonly read: TableReader } {
  return 'read' in ports;
}
