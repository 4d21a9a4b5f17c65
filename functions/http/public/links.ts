import { AppError } from '#shared/kernel/errors.ts';
import { tokenHash } from '#shared/kernel/ids.ts';
import { epochSecondsOf, secondsAfter } from '#shared/kernel/time.ts';
import type { TableReader } from '#shared/ports.ts';
import { cookies } from '#shared/system/cookies.ts';
import type { Item } from '#shared/system/table.ts';
import { continuePage } from '#web/links/page.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, PostCall } from '../../runtime/http.ts';
import { requireSameReader } from '../../runtime/link-reader.ts';
import { sessionCookies } from '../../runtime/sessions.ts';
import { findEdition } from '../find.ts';

/** How long (seconds) a browser that pressed Continue may stay: a working day. */
const sessionLasts = cookies.link.seconds;

/** Where a link leads. */
const pageOf = {
  registration: '/my/place',
  organisation: '/my/place',
  volunteer: '/my/place',
  survey: '/my/survey',
  invitation: '/my/invitation',
} as const satisfies Record<Item<'link'>['purpose'], string>;

/** Shows a mailed link's button. Changes nothing: mail scanners open every link. */
export async function showLink({ ports: { read }, params, now }: Call<'GET /l/{token}', 'public'>): Promise<Answer> {
  const { edition, purpose } = await findLink(read, params.token, now);
  return { page: continuePage({ ...(await findEdition(read, edition)), token: params.token, purpose }), data: { purpose } };
}

/** Starts a link session and goes to what the link is for, at an address without a token. */
export async function openLink({
  ports: { read, write },
  params,
  now,
  newToken,
}: PostCall<'POST /l/{token}', 'public'>): Promise<Answer> {
  const { revoked: _, hash: link, expiresAt, ...grant } = await findLink(read, params.token, now);
  const token = newToken();
  const until = Math.min(expiresAt, epochSecondsOf(secondsAfter(now, sessionLasts)));
  const session = {
    ...grant,
    hash: tokenHash(token),
    link,
    expiresAt: epochSecondsOf(secondsAfter(now, until - epochSecondsOf(now))),
  };
  await write.transact([{ put: 'linkSession', item: session, when: 'absent' }]);
  const seeOther = pageOf[grant.purpose];
  const cookie = { name: sessionCookies.link, value: token, seconds: until - epochSecondsOf(now) };
  return { seeOther, data: { next: seeOther }, cookies: [cookie] };
}

/** The link behind a token. Gone `link-ended`, alike for one that never was, has expired or was revoked. */
async function findLink(read: TableReader, token: string, now: Parameters<typeof epochSecondsOf>[0]): Promise<Item<'link'>> {
  const link = /^[A-Za-z0-9_-]{43}$/.test(token) ? await read.get('link', { hash: tokenHash(token) }) : undefined;
  if (!link || link.revoked || link.expiresAt <= epochSecondsOf(now)) {
    throw new AppError(
      'gone',
      'link-ended',
      'This link has ended. Register again, or ask the organiser, and we will send you a new one.',
    );
  }
  await requireSameReader(link, read);
  return link;
}
