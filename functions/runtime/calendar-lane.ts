import type { Letter, Message, TableReader, Write } from '#shared/ports.ts';
import type { Item } from '#shared/system/table.ts';

/** What goes with the claim of a mail: the entry it carries, and the write that keeps what the calendar was told. */
export type Turn = { readonly writes: readonly Write[]; readonly calendar: Message['calendar'] };

const nothingToTell: Turn = { writes: [], calendar: undefined };

/**
 * The turn of a mail among all that tell one calendar about one place: `wait` while an earlier one is claimed and not yet
 * closed, so that a cancellation is never overtaken by what it cancels. What was told is read before the place, and
 * written under its version: of two mails that look at once, one goes and the other looks again (decision 033).
 */
export async function calendarTurn(
  { calendar, recipient }: Letter,
  { edition, mail, claimedAt }: Item<'mail'>,
  read: TableReader,
): Promise<Turn | 'wait'> {
  if (!calendar) return nothingToTell;
  const told = await read.get('invitation', { edition, event: calendar.event, reader: recipient });
  if (told?.mail !== undefined && told.mail !== mail) {
    const earlier = await read.get('mail', { edition, mail: told.mail });
    if (earlier?.state === 'claimed') return 'wait';
  }
  const { state, entry } = await calendar.next(told);
  const item = entry ? { ...state, mail } : state;
  return {
    writes: [{ put: 'invitation', item, when: told ? { version: told.version } : 'absent' }],
    calendar: entry && { ...entry, stamp: claimedAt },
  };
}
