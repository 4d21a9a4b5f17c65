import { audienceOf, type Chosen } from '#shared/domain/audience.ts';
import type { Audience } from '#shared/domain/message.ts';
import type { TableReader } from '#shared/ports.ts';
import { readEverybody } from '#web/mail/everybody.ts';
import { readPlaces } from '#web/mail/places.ts';
import { isAmong } from '../../runtime/address-key.ts';

/** Whom a message is for, as everything stands now. */
export async function readAudience(edition: string, audience: Audience, read: TableReader): Promise<Chosen> {
  const [everybody, responses, addresses, places] = await Promise.all([
    readEverybody(read, edition),
    read.list('response', { edition }),
    read.list('address', { edition }),
    readPlaces(read, edition),
  ]);
  const barred = isAmong(addresses);
  return audienceOf(audience, { ...everybody, responses, places, takesMail: (email) => !barred(email) });
}
