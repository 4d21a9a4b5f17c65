import { audienceOf, type Chosen } from '#shared/domain/audience.ts';
import type { Audience } from '#shared/domain/message.ts';
import type { TableReader } from '#shared/ports.ts';
import { readPlaces } from '#web/mail/places.ts';
import { addressKey } from '../../runtime/deliver-mail.ts';

/** Whom a message is for, as everything stands now. */
export async function readAudience(edition: string, audience: Audience, read: TableReader): Promise<Chosen> {
  const [registrations, organisations, volunteers, responses, addresses, places] = await Promise.all([
    read.list('registration', { edition }),
    read.list('organisation', { edition }),
    read.list('volunteer', { edition }),
    read.list('response', { edition }),
    read.list('address', { edition }),
    readPlaces(read, edition),
  ]);
  const barred = new Set(addresses.map(({ address }) => address));
  const takesMail = (email: string) => !barred.has(addressKey(email));
  return audienceOf(audience, { registrations, organisations, volunteers, responses, places, takesMail });
}
