import type { Decision } from '#shared/domain/decision.ts';
import { id, slug } from '#shared/domain/fields.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { TableReader } from '#shared/ports.ts';
import type { Item } from '#shared/system/table.ts';
import { mailWrites } from '../../runtime/mail-writes.ts';
import { accept, type Request } from '../accept.ts';

type Mail = Item<'mail'>;
type Key = { readonly edition: string; readonly mail: string };

/** One mail of an edition. Not found `mail-unknown`. */
export async function findMail(read: TableReader, { edition, mail }: Key): Promise<Mail> {
  const known = slug.safeParse(edition).success && id.safeParse(mail).success;
  const found = known ? await read.get('mail', { edition, mail }) : undefined;
  if (!found) throw new AppError('not-found', 'mail-unknown', 'There is no such email.');
  return found;
}

/** Does what an organiser decides about one mail, under the condition that nobody has sent or changed it meanwhile. */
export async function changeMail(request: Request, key: Key, decide: (current: Mail) => Decision<Mail>): Promise<Mail> {
  const { state } = await accept<Mail>(request, {
    edition: key.edition,
    find: () => findMail(request.ports.read, key),
    decide: (current) => {
      if (!current) throw new AppError('not-found', 'mail-unknown', 'There is no such email.');
      return decide(current);
    },
    writes: (mail, when) => mailWrites(mail, when),
    reference: ({ mail }) => mail,
  });
  return state ?? findMail(request.ports.read, key);
}

/** How many mails are changed side by side. */
const atOnce = 10;

/**
 * Does the same with each of several mails; gives how many stand as it wants them, and how many cannot any more. Each is
 * changed by itself, so that pressing a button twice, or after a fault half-way, does the rest.
 */
export async function changeMails(
  request: Request,
  edition: string,
  mails: readonly string[],
  decide: (current: Mail) => Decision<Mail>,
): Promise<{ readonly done: number; readonly late: number }> {
  // One key cannot stand for several writes; the mail's own state makes a repeat harmless.
  const each = { ...request, requestKey: undefined };
  let late = 0;
  for (let start = 0; start < mails.length; start += atOnce) {
    const part = mails.slice(start, start + atOnce);
    const gone = await Promise.all(part.map((mail) => isLate(changeMail(each, { edition, mail }, decide))));
    late += gone.filter(Boolean).length;
  }
  return { done: mails.length - late, late };
}

async function isLate(change: Promise<unknown>): Promise<boolean> {
  try {
    await change;
    return false;
  } catch (error) {
    if (error instanceof AppError && (error.kind === 'conflict' || error.kind === 'not-found')) return true;
    throw error;
  }
}
