import type { Everybody } from '#shared/domain/sign-up-invitation.ts';
import type { TableReader } from '#shared/ports.ts';

/** Reads everybody who signed up for an edition. */
export async function readEverybody(read: TableReader, edition: string): Promise<Everybody> {
  const [registrations, organisations, volunteers] = await Promise.all([
    read.list('registration', { edition }),
    read.list('organisation', { edition }),
    read.list('volunteer', { edition }),
  ]);
  return { registrations, organisations, volunteers };
}
