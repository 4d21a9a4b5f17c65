import type { Event } from '#shared/domain/event.ts';
import type { TableReader } from '#shared/ports.ts';
import { englishMails as words } from './content.en.ts';

/** The host's name as its own registration has it: the register's name of the school. */
export async function hostNameOf({ edition, host }: Event, read: TableReader): Promise<string | undefined> {
  if (!host) return undefined;
  const registrations = await read.list('registration', { edition }, { startsWith: host });
  return registrations.find(({ state }) => state === 'confirmed')?.schoolName ?? registrations[0]?.schoolName;
}

/** Where an event is, for somebody: “your own school” for a host that reads it. */
export function whereOf({ kind, host, venue }: Event, hostName: string | undefined, reader?: string): string {
  if (kind === 'online') return words.booking.online;
  if (host && host === reader) return words.booking.ownSchool;
  return [hostName, venue].filter((part) => part).join(', ') || words.booking.toBeTold;
}
