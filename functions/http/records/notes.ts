import { AppError } from '#shared/kernel/errors.ts';
import { idOf } from '#shared/kernel/ids.ts';
import { chaseAgain, type Note } from '#shared/domain/note.ts';
import type { NewFact } from '#shared/system/events.ts';
import type { TableReader, TableWriter } from '#shared/ports.ts';
import type { Context } from '../../runtime/context.ts';
import { outboxWrite } from '../../runtime/outbox.ts';

type Ports = { readonly read: TableReader; readonly write: TableWriter };
type Acting = Context & { readonly ports: Ports };
type About = { readonly edition: string; readonly kind: 'registration' | 'organisation' | 'volunteer'; readonly subject: string };
type NoteForm = { readonly text?: string | undefined; readonly remove?: string | undefined };

/** Writes a note, or takes away one of the organiser's own. Invalid `note-empty`; forbidden `not-yours`. */
export async function keepNote(call: Acting, about: About, { text = '', remove }: NoteForm): Promise<'noted' | 'note-removed'> {
  if (remove !== undefined) {
    await removeNote(call, about, remove);
    return 'note-removed';
  }
  if (text === '') {
    throw new AppError('invalid', 'note-empty', 'Write a note first.', [{ path: 'text', message: 'Write a note first' }]);
  }
  const { now, newId, by, ports } = call;
  const { edition, kind, subject } = about;
  const item: Note = { edition, subject, note: `${now}_${newId()}`, text, by, at: now };
  const fact: NewFact = { type: 'note.written.v1', data: { kind, subject, note: idOf(item.note) } };
  await ports.write.transact([{ put: 'note', item, when: 'absent' }, ...outboxWrite(edition, [fact], call)]);
  return 'noted';
}

async function removeNote(call: Acting, { edition, kind, subject }: About, note: string): Promise<void> {
  const { ports, by } = call;
  const found = await ports.read.get('note', { edition, subject, note });
  // Taken away already, by the same button.
  if (!found) return;
  if (found.by !== by) throw new AppError('forbidden', 'not-yours', 'Only whoever wrote a note can take it away.');
  const fact: NewFact = { type: 'note.removed.v1', data: { kind, subject, note: idOf(note) } };
  await ports.write.transact([{ remove: 'note', key: found, when: { by } }, ...outboxWrite(edition, [fact], call)]);
}

type Chased = {
  readonly edition: string;
  readonly subject: string;
  /** Whether anything waits for their answer. */
  readonly waits: boolean;
  readonly fact: (times: number) => NewFact;
};

/** Reminds somebody. Of two organisers at once, one does. Conflicts `nothing-to-chase`, `chased-lately`. */
export async function chaseOnce(call: Acting, { edition, subject, waits, fact }: Chased): Promise<void> {
  const { ports, now } = call;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const last = await ports.read.get('chase', { edition, subject });
    const item = chaseAgain(last, { edition, subject, waits, now });
    const { ok } = await ports.write.transact([
      { put: 'chase', item, when: last ? { version: last.version } : 'absent' },
      ...outboxWrite(edition, [fact(item.times)], call),
    ]);
    if (ok) return;
  }
  throw new AppError('unavailable', 'busy', 'Many people are changing this at the same moment. Try again.');
}
