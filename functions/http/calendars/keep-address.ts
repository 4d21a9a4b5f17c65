import { linkUntil } from '#shared/domain/link-until.ts';
import type { Edition } from '#shared/domain/edition.ts';
import { tokenHash } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { TableReader, TableWriter } from '#shared/ports.ts';
import type { Item } from '#shared/system/table.ts';
import type { Addresses } from '#web/calendars/page.ts';

/** Whose week an address shows. */
export type Whose = Pick<Item<'calendarFeed'>, 'edition' | 'purpose' | 'subject' | 'urn' | 'reader'>;

type Making = {
  readonly ports: { readonly read: TableReader; readonly write: TableWriter };
  readonly now: Instant;
  readonly origin: string;
  readonly newToken: () => string;
};

/** Makes a reader's one address: only its digest is kept, and one made before ends. Gives it, as nobody can again. */
export async function makeAddress(whose: Whose, edition: Edition, { ports, now, origin, newToken }: Making): Promise<Addresses> {
  const token = newToken();
  const hash = tokenHash(token);
  const { edition: name, subject } = whose;
  const before = await ports.read.get('ownFeed', { edition: name, subject });
  await ports.write.transact([
    ...(before ? [{ remove: 'calendarFeed', key: before, when: 'any' } as const] : []),
    { put: 'calendarFeed', item: { ...whose, hash, expiresAt: linkUntil(edition) }, when: 'absent' },
    { put: 'ownFeed', item: { edition: name, subject, hash, madeAt: now }, when: 'any' },
  ]);
  const https = `${origin}/calendar/${token}.ics`;
  return { https, webcal: https.replace(/^https?:/, 'webcal:') };
}

/** Ends a reader's address. Ended already, nothing changes. */
export async function stopAddress({ edition, subject }: Whose, { ports }: Pick<Making, 'ports'>): Promise<void> {
  const own = await ports.read.get('ownFeed', { edition, subject });
  if (!own) return;
  await ports.write.transact([
    { remove: 'ownFeed', key: own, when: { hash: own.hash } },
    { remove: 'calendarFeed', key: own, when: 'any' },
  ]);
}
