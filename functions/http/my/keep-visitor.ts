import type { Decision } from '#shared/domain/decision.ts';
import type { Organisation } from '#shared/domain/organisation.ts';
import type { Volunteer } from '#shared/domain/volunteer.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { Write } from '#shared/ports.ts';
import type { LinkSession } from '../../runtime/sessions.ts';
import { accept, referenceOf, type Request } from '../accept.ts';
import { required } from '../confirm-school.ts';

/** Which organisation or volunteer: as a link session says it. */
export type VisitorKey = Pick<LinkSession, 'edition' | 'purpose' | 'subject'>;

type Steps = {
  /** What else must be read for each decision: after the row, whose counter tells of a place offered in between. */
  readonly also?: () => Promise<void>;
  readonly organisation?: (current: Organisation) => Decision<Organisation>;
  readonly volunteer?: (current: Volunteer) => Decision<Volunteer>;
  /** The writes that go with it. */
  readonly more?: () => readonly Write[];
};

/**
 * Decides on the organisation or the volunteer that a link is for, or that an organiser chose, and keeps it. A place offered meanwhile makes it decide
 * again. Forbidden `other-purpose` for a link that has no decision; gone `link-ended` when what it was for is gone.
 */
export async function keepVisitor(
  call: Request & { readonly session: VisitorKey },
  { also, organisation, volunteer, more }: Steps,
): Promise<void> {
  const { read } = call.ports;
  const { edition, purpose, subject } = call.session;
  const reference = () => referenceOf(subject);
  if (purpose === 'organisation' && organisation) {
    await accept<Organisation>(call, {
      edition,
      find: async () => {
        const current = await read.get('organisation', { edition, organisation: subject });
        await also?.();
        return current;
      },
      decide: (current) => organisation(required(current)),
      writes: (item) => [{ put: 'organisation', item, when: asRead(item) }, ...(more?.() ?? [])],
      reference,
    });
  } else if (purpose === 'volunteer' && volunteer) {
    await accept<Volunteer>(call, {
      edition,
      find: async () => {
        const current = await read.get('volunteer', { edition, volunteer: subject });
        await also?.();
        return current;
      },
      decide: (current) => volunteer(required(current)),
      writes: (item) => [{ put: 'volunteer', item, when: asRead(item) }, ...(more?.() ?? [])],
      reference,
    });
  } else {
    throw new AppError('forbidden', 'other-purpose', 'This is not for your link. Go back to your own page.');
  }
}

/** As it was before this decision, and nothing offered since. */
function asRead({ version, offers }: Organisation | Volunteer) {
  return { version: version - 1, offers };
}
