import type { PlacesChosen, PupilClass } from '#shared/domain/pupils/items.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { idOf } from '#shared/kernel/ids.ts';
import type { TableWriter, Write } from '#shared/ports.ts';

/** What an answer of one child, or of one parent, is kept as. */
export function answerWrite(
  { edition, code, round }: PupilClass,
  key: string,
  answers: PlacesChosen,
  child: { readonly pair: string } | undefined,
): Write {
  if (round && child) return { put: 'courseAnswer', item: { edition, code, pair: child.pair, round, answers }, when: 'absent' };
  return { put: 'pupilAnswer', item: { edition, code, answer: idOf('pupil answer', code, key), answers }, when: 'absent' };
}

/** How often an answer is tried while a whole class presses the button at once. */
const tries = 10;

/**
 * Stores an answer with exactly two writes: itself, and one from the budget of its class. A repeat finds itself there and is
 * content. False where nothing is left.
 */
export async function keep(write: TableWriter, { edition, urn, code }: PupilClass, answer: Write): Promise<boolean> {
  const writes: Write[] = [
    answer,
    { reserve: 'pupilClass', key: { edition, urn, code }, counter: 'left', by: 1, when: { state: 'open' } },
  ];
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const result = await write.transact(writes).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'busy' && attempt + 1 < tries) return undefined;
      throw error;
    });
    if (result) return result.ok || result.failed[0] === true;
  }
  return false;
}
