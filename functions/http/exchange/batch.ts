import { gunzipSync, gzipSync } from 'node:zlib';
import { AppError } from '#shared/kernel/errors.ts';
import { epochSecondsOf, type Instant } from '#shared/kernel/time.ts';
import type { TableReader } from '#shared/ports.ts';
import type { Item } from '#shared/system/table.ts';
import { exchangeContent } from '#web/exchange/content.en.ts';

/** Seconds for which a checked file waits, and for which what it did can be taken back. */
export const kept = 86_400;

type BatchName = 'importBatch' | 'registerBatch' | 'contextBatch';
type BatchKey = { readonly edition: string; readonly import: string };

/** A file that was checked and has not ended. Not found `import-gone`. */
export async function findBatch<N extends BatchName>(read: TableReader, name: N, key: BatchKey, now: Instant): Promise<Item<N>> {
  const found = /^[a-z2-7]{20}$/.test(key.import) ? await read.get(name, key) : undefined;
  if (!found || found.expiresAt < epochSecondsOf(now))
    throw new AppError('not-found', 'import-gone', exchangeContent.import.gone);
  return found;
}

/** What a batch holds, as the one text that is kept of it. */
export function pack(held: object): string {
  return gzipSync(JSON.stringify(held)).toString('base64');
}

/** The same again, for its schema to read. */
export function unpack(packed: string): unknown {
  return JSON.parse(gunzipSync(Buffer.from(packed, 'base64')).toString('utf8'));
}
