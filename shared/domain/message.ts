import * as z from 'zod/mini';
import { AppError } from '../kernel/errors.ts';
import { instant, type Instant, secondsAfter } from '../kernel/time.ts';
import type { Decision } from './decision.ts';
import { choices, id, line, lines, slug, urn } from './fields.ts';
import { messageGroups, openAnswers } from './mail-vocabulary.ts';
import { requireFits } from './placeholders.ts';
import { eventKinds } from './vocabulary.ts';

/** Seconds for which what an organiser sends can be undone. */
export const undoSeconds = 300;
/** How many people one message can go to. */
const mostRecipients = 2000;

const day = z.string('Choose a day').check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'Choose a day from the list'));

const parts = {
  subject: line('Enter a subject', 150),
  body: lines('Write the message', 4000),
  groups: choices(messageGroups, 'Choose who it is for'),
  /** Only those with a place at an event of this kind. */
  kind: z.optional(z.enum(eventKinds, 'Choose a kind of event from the list')),
  /** Only those with a place at an event on this day. */
  day: z.optional(day),
  /** Only those who have not answered this. */
  open: z.optional(z.enum(openAnswers, 'Choose from the list')),
};

/** What an organiser writes; `version` is the one they saw, where it is not new. */
export const messageForm = z.strictObject({ ...parts, version: z.optional(z.int('Reload the page')) });
export type MessageForm = z.infer<typeof messageForm>;

/** One person a message goes to, by id. */
export const recipient = z.strictObject({
  kind: z.enum(['school', 'organisation', 'volunteer']),
  id,
  /** The school, for its contact. */
  urn: z.optional(urn),
});
export type Recipient = z.infer<typeof recipient>;

/** A message to many, each of whom gets a mail of their own. Who gets it is settled when it is queued. */
export const message = z.strictObject({
  ...parts,
  edition: slug,
  message: id,
  state: z.enum(['draft', 'queued', 'sent']),
  recipients: z.optional(z.array(recipient)),
  writtenAt: instant,
  sendAfter: z.optional(instant),
  sentAt: z.optional(instant),
  version: z.int(),
});
export type Message = z.infer<typeof message>;
export type Audience = Pick<Message, 'groups' | 'kind' | 'day' | 'open'>;

type Writing = { readonly edition: string; readonly message: string; readonly form: MessageForm; readonly now: Instant };

/**
 * Keeps a message as a draft. Refuses placeholders that we do not know or that its readers have no word for (invalid
 * `placeholder`). Conflicts: `message-changed` when somebody changed it meanwhile, `message-left` once it is queued.
 */
export function writeMessage(current: Message | undefined, { edition, message: name, form, now }: Writing): Decision<Message> {
  const { version, ...written } = form;
  requireFits(written);
  if (current) {
    requireDraft(current);
    requireSeen(current, version);
  }
  const state: Message = {
    ...written,
    edition,
    message: name,
    state: 'draft',
    writtenAt: current?.writtenAt ?? now,
    version: (current?.version ?? 0) + 1,
  };
  return { state, facts: [{ type: 'message.changed.v1', data: { message: name, action: 'saved', version: state.version } }] };
}

type Queue = { readonly version: number; readonly recipients: readonly Recipient[]; readonly now: Instant };

/** Sends a message to those it is for, in five minutes. Queued already, it stays as it is. Conflict `nobody` or `too-many`. */
export function queueMessage(current: Message, { version, recipients, now }: Queue): Decision<Message> {
  if (current.state === 'queued') return { state: current, facts: [] };
  requireDraft(current);
  requireSeen(current, version);
  if (recipients.length === 0) throw new AppError('conflict', 'nobody', 'Nobody fits what you chose, so nobody would get it.');
  if (recipients.length > mostRecipients) {
    throw new AppError('conflict', 'too-many', `A message goes to at most ${mostRecipients} people. Choose fewer.`);
  }
  const next = { ...current, state: 'queued' as const, recipients: [...recipients], sendAfter: secondsAfter(now, undoSeconds) };
  return changed({ ...next, version: current.version + 1 }, 'queued');
}

/** Takes a queued message back, as long as it has not gone. Conflict `message-left` once it has. */
export function undoMessage(current: Message): Decision<Message> {
  if (current.state === 'draft') return { state: current, facts: [] };
  if (current.state === 'sent') throw left();
  const { recipients, sendAfter, ...rest } = current;
  return changed({ ...rest, state: 'draft', version: current.version + 1 }, 'undone');
}

/** Lets a queued message go once its time has come; before that, or twice, nothing changes. */
export function sendMessage(current: Message, now: Instant): Decision<Message> {
  const { state, sendAfter, recipients = [] } = current;
  if (state !== 'queued' || sendAfter === undefined || sendAfter > now) return { state: current, facts: [] };
  const sent: Message = { ...current, state: 'sent', sentAt: now, version: current.version + 1 };
  const data = { message: current.message, recipients: recipients.length };
  return { state: sent, facts: [{ type: 'message.sent.v1', data }] };
}

function changed(state: Message, action: 'queued' | 'undone'): Decision<Message> {
  return { state, facts: [{ type: 'message.changed.v1', data: { message: state.message, action, version: state.version } }] };
}

function requireDraft({ state }: Message): void {
  if (state !== 'draft') throw left();
}

function left(): AppError {
  return new AppError('conflict', 'message-left', 'This message is on its way already. Write another one.');
}

function requireSeen(current: Message, version: number | undefined): void {
  if (version === current.version) return;
  throw new AppError('conflict', 'message-changed', 'Somebody else changed this message while you were looking at it.');
}
