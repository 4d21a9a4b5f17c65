import { confirmRegistration } from '#shared/domain/registration.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { LinkSession } from '../runtime/sessions.ts';
import { accept, referenceOf, type Request } from './accept.ts';

/** Confirms a school's registration and takes the school's place. Conflict `school-has-place` when a colleague's holds it. */
export async function confirmSchool(
  request: Request,
  { edition, urn = '', subject }: Pick<LinkSession, 'edition' | 'urn' | 'subject'>,
  by: 'link' | 'organiser',
): Promise<void> {
  const key = { edition, urn, registration: subject };
  await accept(request, {
    edition,
    find: () => (urn === '' ? Promise.resolve(undefined) : request.ports.read.get('registration', key)),
    decide: (current) => confirmRegistration(required(current), by, request.now),
    writes: (state, when) => [
      { put: 'registration', item: state, when },
      { put: 'schoolPlace', item: { ...key, bookings: 0 }, when: 'absent' },
    ],
    reference: ({ registration }) => referenceOf(registration),
    explain: async (failed) => {
      if (failed[1])
        throw new AppError('conflict', 'school-has-place', 'A colleague has already registered and confirmed your school.');
    },
  });
}

/** What a link or an organiser is about. Gone `link-ended` when it is no longer there. */
export function required<T>(found: T | undefined): T {
  if (found === undefined) throw new AppError('gone', 'link-ended', 'What this link was for is no longer here.');
  return found;
}
