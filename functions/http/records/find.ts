import { id, urn } from '#shared/domain/fields.ts';
import type { Registration } from '#shared/domain/registration.ts';
import type { Visitor } from '#shared/domain/visitor.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { TableReader } from '#shared/ports.ts';

/** What the path of a school's registration names. */
export type SchoolParams = { readonly edition: string; readonly urn: string; readonly registration: string };
/** What the path of an organisation or a volunteer names. */
export type VisitorParams = { readonly edition: string; readonly kind: string; readonly visitor: string };

/** The registration that a path names. Not found `record-unknown`. */
export async function findRegistration(read: TableReader, params: SchoolParams): Promise<Registration> {
  const known = urn.safeParse(params.urn).success && id.safeParse(params.registration).success;
  const found = known ? await read.get('registration', params) : undefined;
  if (!found) throw unknown();
  return found;
}

/** The organisation or the volunteer that a path names. Not found `record-unknown`. */
export async function findVisitor(read: TableReader, { edition, kind, visitor }: VisitorParams): Promise<Visitor> {
  const known = id.safeParse(visitor).success;
  if (known && kind === 'organisation') {
    const state = await read.get('organisation', { edition, organisation: visitor });
    if (state) return { kind, state };
  }
  if (known && kind === 'volunteer') {
    const state = await read.get('volunteer', { edition, volunteer: visitor });
    if (state) return { kind, state };
  }
  throw unknown();
}

function unknown(): AppError {
  return new AppError('not-found', 'record-unknown', 'There is no such record in this edition.');
}

/** The page of a school's registration. */
export function schoolPath({ edition, urn: school, registration }: SchoolParams): string {
  return `/organiser/editions/${edition}/registrations/${school}/${registration}`;
}

/** The page of an organisation or a volunteer. */
export function visitorPath({ edition, kind, visitor }: VisitorParams): string {
  return `/organiser/editions/${edition}/visitors/${kind}/${visitor}`;
}
