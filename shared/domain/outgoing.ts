import * as z from 'zod/mini';
import { AppError } from '../kernel/errors.ts';
import { timedIdOf } from '../kernel/ids.ts';
import { type Instant, secondsAfter } from '../kernel/time.ts';
import type { NewFact } from '../system/events.ts';
import type { Item } from '../system/table.ts';
import type { Decision } from './decision.ts';
import { id, line, optionalLine, optionalLines } from './fields.ts';
import { mailHolds } from './mail-vocabulary.ts';
import { undoSeconds } from './message.ts';

// What an organiser does with mails that wait in the outbox, or that went. Whoever sends them changes the same item under
// the same condition (its version), so that of an undo and a send at the same moment exactly one stands.

type Mail = Item<'mail'>;
const version = z.int('Reload the page');

const none = 'Tick at least one email';
/** The mails that were ticked in the outbox, or that stand in one field with commas between. */
export const tickedForm = z.strictObject({
  mails: z.pipe(
    z.array(z.string(), none),
    z.pipe(
      z.transform((typed: string[]) => [...new Set(typed.flatMap((one) => one.split(',')))]),
      z.array(id, none).check(z.minLength(1, none), z.maxLength(1000, 'Tick fewer emails')),
    ),
  ),
});
/** What an organiser puts into one mail. */
export const editForm = z.strictObject({ version, subject: optionalLine(150), note: optionalLines(1000) });
/** Why a mail is not sent. */
export const dropForm = z.strictObject({ version, reason: line('Say why it is not sent', 200) });
/** To send again; `again` says that the address that took no mail should be tried once more. */
export const resendForm = z.strictObject({ version, again: z.optional(z.boolean()) });
/** What new mails wait in the outbox. */
export const holdForm = z.strictObject({ holds: z.enum(['nothing', ...mailHolds], 'Choose what waits in the outbox') });

/** Sends a held mail in five minutes. One that is queued stays as it is. Conflict `mail-left` for any other. */
export function queueMail(current: Mail, now: Instant): Decision<Mail> {
  if (current.state === 'queued') return { state: current, facts: [] };
  requireHeld(current);
  const state: Mail = { ...next(current), state: 'queued', sendAfter: secondsAfter(now, undoSeconds), attempts: 0 };
  return { state, facts: [factOf(state, 'queued')] };
}

/** Undoes the sending of a mail that is still queued. One that is held stays as it is. Conflict `mail-left` for any other. */
export function holdMail(current: Mail): Decision<Mail> {
  if (current.state === 'held') return { state: current, facts: [] };
  if (current.state !== 'queued') throw left();
  const state: Mail = { ...next(current), state: 'held', sendAfter: undefined };
  return { state, facts: [factOf(state, 'held')] };
}

/** Puts another subject or a paragraph into a held mail. Conflicts: `mail-left`, `mail-changed`. */
export function editMail(current: Mail, form: z.infer<typeof editForm>): Decision<Mail> {
  requireHeld(current);
  const { subject, note } = form;
  if (current.edit?.subject === subject && current.edit?.note === note) return { state: current, facts: [] };
  requireSeen(current, form.version);
  const edit = subject === undefined && note === undefined ? undefined : { subject, note };
  const state: Mail = { ...next(current), edit };
  return { state, facts: [factOf(state, 'edited')] };
}

/** Takes a held mail out of the outbox for good. Dropped already, it stays as it is. Conflicts: `mail-left`, `mail-changed`. */
export function dropMail(current: Mail, form: z.infer<typeof dropForm>): Decision<Mail> {
  if (current.state === 'dropped') return { state: current, facts: [] };
  requireHeld(current);
  requireSeen(current, form.version);
  const state: Mail = { ...next(current), state: 'dropped', dropReason: form.reason };
  return { state, facts: [factOf(state, 'dropped')] };
}

type Again = { readonly to: string; readonly now: Instant };

/**
 * The same mail once more, as a mail of its own with a link of its own, to the address its reader has now. It goes in five
 * minutes. Conflict `mail-waits` for one that has not gone at all. The state is the old one, which then leads to the new.
 */
export function resendMail(current: Mail, { to, now }: Again): Decision<Mail> & { readonly copy: Mail } {
  if (current.state === 'held' || current.state === 'queued' || current.state === 'claimed') {
    throw new AppError('conflict', 'mail-waits', 'This email has not gone yet. Send it from the outbox.');
  }
  const { edition, template, fact, recipient, edit, mail } = current;
  const copy: Mail = {
    edition,
    template,
    fact,
    recipient,
    urn: current.urn,
    to,
    edit,
    mail: timedIdOf(now, 'mail', mail, String(current.version)),
    state: 'queued',
    claimedAt: now,
    sendAfter: secondsAfter(now, undoSeconds),
    attempts: 0,
    version: 1,
  };
  const state: Mail = { ...next(current), resentAs: copy.mail };
  return { state, copy, facts: [factOf(state, 'resent')] };
}

/** Whether this is what an earlier press of the same button has done. */
export function isResent(current: Mail, seen: number): boolean {
  return current.resentAs !== undefined && current.version === seen + 1;
}

/** Refuses to change a mail that somebody else changed since it was shown. Conflict `mail-changed`. */
export function requireSeen(current: Mail, seen: number): void {
  if (seen === current.version) return;
  throw new AppError('conflict', 'mail-changed', 'Somebody else changed this email while you were looking at it.');
}

function requireHeld({ state }: Mail): void {
  if (state !== 'held') throw left();
}

function left(): AppError {
  return new AppError('conflict', 'mail-left', 'This email does not wait in the outbox any more.');
}

function next(current: Mail): Mail {
  return { ...current, version: current.version + 1 };
}

type Action = Extract<NewFact, { readonly type: 'mail.changed.v1' }>['data']['action'];

function factOf(state: Mail, action: Action): NewFact {
  return { type: 'mail.changed.v1', data: { mail: state.mail, ...readerOf(state), action, version: state.version } };
}

/** Whose mail it is, as facts say it: by id, with the school's number for a school's contact. */
export function readerOf({ recipient, fact, ...mail }: Pick<Mail, 'recipient' | 'fact' | 'urn'>): {
  readonly recipient: string | undefined;
  readonly urn: string | undefined;
} {
  const { data } = fact;
  const named = 'urn' in data && 'registration' in data && data.registration === recipient ? data.urn : undefined;
  const urn = mail.urn ?? named;
  // What goes to the programme's organiser has no id.
  return { recipient: id.safeParse(recipient).success ? recipient : undefined, urn };
}
