import type { Registration } from '#shared/domain/registration.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { TableReader } from '#shared/ports.ts';
import type { LinkSession } from '../../runtime/sessions.ts';
import { findEdition } from '../find.ts';

/** The registration that a link session is for, with its edition; forbidden `other-purpose` for any other link. */
export async function findPlace(read: TableReader, session: LinkSession) {
  if (session.purpose !== 'registration') {
    throw new AppError('forbidden', 'other-purpose', 'Open this page by the link in an email about your school’s place.');
  }
  const [found, school] = await Promise.all([
    findEdition(read, session.edition, { tried: true }),
    findOwnRegistration(read, session),
  ]);
  return { ...found, school };
}

/** The registration that a link session is for, whatever its purpose. Gone `link-ended` when it is no longer there. */
export async function findOwnRegistration(read: TableReader, { edition, urn = '', subject }: LinkSession): Promise<Registration> {
  const found = urn === '' ? undefined : await read.get('registration', { edition, urn, registration: subject });
  if (found === undefined) throw new AppError('gone', 'link-ended', 'What this link was for is no longer here.');
  return found;
}
