import type { Decision } from '#shared/domain/decision.ts';
import type { Edition } from '#shared/domain/edition.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { accept, type Request } from '../accept.ts';

/** Decides on an edition and keeps it. Not found `edition-unknown`. */
export async function keepEdition(request: Request, edition: string, decide: (current: Edition) => Decision<Edition>) {
  const key = { edition };
  const { state } = await accept<Edition>(request, {
    edition,
    find: () => request.ports.read.get('edition', key),
    decide: (current) => {
      if (!current) throw new AppError('not-found', 'edition-unknown', 'There is no such edition.');
      return decide(current);
    },
    writes: (item, when) => [{ put: 'edition', item, when }],
    reference: (item) => item.edition,
  });
  return state;
}
