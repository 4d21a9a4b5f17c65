import { erasedAddress } from '#shared/kernel/erased.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { timedIdOf, tokenHash } from '#shared/kernel/ids.ts';
import { type Instant, secondsAfter } from '#shared/kernel/time.ts';
import type { Letter, Mailer, Message, TableReader, TableWriter, Write } from '#shared/ports.ts';
import type { EmailName } from '#shared/system/email-names.ts';
import type { Fact } from '#shared/system/events.ts';
import type { Item } from '#shared/system/table.ts';
import { addressKey } from './address-key.ts';
import { calendarTurn, type Turn } from './calendar-lane.ts';
import type { Context } from './context.ts';
import { isHeld, mailWrites } from './mail-writes.ts';

type Mail = Item<'mail'>;
type Ports = { readonly read: TableReader; readonly write: TableWriter; readonly mailer: Mailer };
type Cause = { readonly template: EmailName; readonly fact: Fact };

/** The id of the mail that a fact causes for one recipient; ids sort as their facts do. */
export function mailId({ template, fact }: Cause, recipient: string): string {
  return timedIdOf(fact.at, 'mail', fact.id, template, recipient);
}

/**
 * Sends a letter once, by claim, send, close. The claim and the link's hash stand before the mail leaves; whoever finds
 * a claim does not send. A refusal by the provider takes the claim back, for the queue to try again. After anything
 * unclear (a crash, a lost answer) the claim stays open: the provider's own report closes it, or the sweeper resends.
 * A mail that the edition holds waits in the outbox instead, as every mail of a draft does; with `sendAfter` it is queued
 * there, as is one whose turn to tell its reader's calendar has not come.
 */
export async function deliver(letter: Letter, cause: Cause, ports: Ports, context: Context, sendAfter?: Instant): Promise<void> {
  const mail: Mail = {
    edition: cause.fact.edition,
    mail: mailId(cause, letter.recipient),
    ...cause,
    recipient: letter.recipient,
    urn: letter.grant?.urn,
    to: letter.to,
    state: 'claimed',
    claimedAt: context.now,
    attempts: 1,
    version: 1,
  };
  const { barred, draft, holds, refused } = await standingOf(mail, ports.read);
  if (barred) await ports.write.transact(mailWrites({ ...mail, state: 'suppressed' }, 'absent'));
  else if (draft || isHeld(mail, holds))
    await ports.write.transact(mailWrites({ ...mail, state: 'held', attempts: 0 }, 'absent'));
  else if (sendAfter !== undefined)
    await ports.write.transact(mailWrites({ ...mail, state: 'queued', sendAfter, attempts: 0 }, 'absent'));
  else if ((await sendClaimed(letter, { mail, before: undefined, draft, refused }, ports, context)) === 'later')
    await ports.write.transact(mailWrites({ ...mail, state: 'queued', sendAfter: context.now, attempts: 0 }, 'absent'));
}

/**
 * Sends a letter whose mail is queued and due, or whose claim has stayed open without evidence that it was sent; says
 * whether it went. Of several at the same moment, and of an organiser who undoes it, one wins.
 */
export async function resend(letter: Letter, before: Mail, ports: Ports, context: Context): Promise<boolean> {
  const mail: Mail = { ...next(before), state: 'claimed', to: letter.to, claimedAt: context.now, sendAfter: undefined };
  const claim = { ...mail, attempts: before.attempts + 1 };
  const { barred, draft, refused } = await standingOf(mail, ports.read);
  if (barred || draft) {
    await ports.write.transact(mailWrites({ ...mail, state: barred ? 'suppressed' : 'held' }, { version: before.version }));
    return false;
  }
  const done = await sendClaimed(letter, { mail: claim, before, draft, refused }, ports, context);
  if (done === 'later' && before.state === 'queued') {
    const later = { ...next(before), sendAfter: secondsAfter(context.now, 60) };
    await ports.write.transact(mailWrites(later, { version: before.version }));
  }
  return done === 'sent';
}

/** Closes a mail that nothing is left to be said in: what it was about has gone. */
export async function closeVoid(before: Mail, { write }: Pick<Ports, 'write'>): Promise<void> {
  await write.transact(voidWrites(before));
}

function voidWrites(before: Mail): readonly Write[] {
  const state = { ...next(before), state: 'dropped', problem: 'What it was about is no longer there' } as const;
  return mailWrites({ ...state, sendAfter: undefined }, { version: before.version });
}

type Claim = {
  readonly mail: Mail;
  readonly before: Mail | undefined;
  /** Whoever would send has looked: nothing of a draft leaves. An edition never becomes a draft again. */
  readonly draft: false;
  readonly refused: Item<'mailRefusal'> | undefined;
};

/** `later` when another mail to the same calendar goes first; `not` when somebody else has this one, or it is unclear. */
async function sendClaimed(letter: Letter, claim: Claim, ports: Ports, context: Context): Promise<'sent' | 'not' | 'later'> {
  const { mail, before, refused } = claim;
  const turn = await calendarTurn(letter, mail, ports.read);
  if (turn === 'wait') return 'later';
  if (letter.calendar?.alone && !turn.calendar) return leaveUnsaid(turn, before, ports);
  const token = context.newToken();
  const writes = mailWrites(mail, before ? { version: before.version } : 'absent');
  const claimed = await ports.write.transact([...writes, ...linkWrite(letter, token), ...turn.writes]);
  if (!claimed.ok) return claimed.failed[0] ? 'not' : 'later';
  const messageId = await send(letter, { token, calendar: turn.calendar }, claim, ports, context);
  if (messageId === undefined) return 'not';
  // Refused: the provider's own report was quicker than we are.
  await ports.write.transact([
    {
      put: 'mail',
      item: { ...mail, state: 'sent', sesMessageId: messageId, sentAt: context.now, version: mail.version + 1 },
      when: { version: mail.version },
    },
  ]);
  if (refused) await ports.write.bulk([{ remove: 'mailRefusal', key: refused, when: 'any' }]);
  return 'sent';
}

/** Sends nothing to a calendar that has nothing to learn, but keeps that it was looked at. */
async function leaveUnsaid(turn: Turn, before: Mail | undefined, { write }: Ports): Promise<'not' | 'later'> {
  const { ok } = await write.transact([...(before ? voidWrites(before) : []), ...turn.writes]);
  return ok ? 'not' : 'later';
}

async function send(
  letter: Letter,
  { token, calendar }: { readonly token: string; readonly calendar: Message['calendar'] },
  { mail, before, refused }: Claim,
  ports: Ports,
  context: Context,
): Promise<string | undefined> {
  try {
    const message = { ...letter.compose(`${context.origin}/l/${token}`, mail.edit), to: letter.to, calendar };
    const { messageId } = await ports.mailer.send(message, { mail: mail.mail, edition: mail.edition, template: mail.template });
    return messageId;
  } catch (error) {
    if (!(error instanceof AppError)) return undefined;
    await ports.write.transact([...giveBack(mail, before, context.now), ...refusalWrite(error, mail, refused, context.now)]);
    throw error;
  }
}

/** How often a queued mail is refused before a person looks at it. */
const mostRefusals = 10;

/** Undoes a claim: the mail is as it was, for whoever tries again. A queued one waits longer each time, so that it holds up no other. */
function giveBack(mail: Mail, before: Mail | undefined, now: Instant): readonly Write[] {
  const when = { version: mail.version };
  if (!before) return [{ remove: 'mail', key: mail, when }];
  if (before.state !== 'queued') return mailWrites({ ...before, version: mail.version + 1 }, when);
  const again = { ...before, attempts: mail.attempts, version: mail.version + 1 };
  return mail.attempts < mostRefusals
    ? mailWrites({ ...again, sendAfter: secondsAfter(now, 60 * mail.attempts) }, when)
    : mailWrites(
        { ...again, state: 'held', sendAfter: undefined, problem: 'The mail provider refused it again and again' },
        when,
      );
}

/** Keeps that the provider refuses, for organisers to see. What is wrong with one mail says nothing about the others. */
function refusalWrite({ code }: AppError, { edition }: Mail, known: Claim['refused'], now: Instant): Write[] {
  if (code !== 'mail-refused') return [];
  return [{ put: 'mailRefusal', item: { edition, since: known?.since ?? now, at: now }, when: 'any' }];
}

function linkWrite({ grant, to }: Letter, token: string): Write[] {
  if (!grant) return [];
  const { until, ...rest } = grant;
  return [
    {
      put: 'link',
      item: { ...rest, reader: addressKey(to), hash: tokenHash(token), revoked: false, expiresAt: until },
      when: 'absent',
    },
  ];
}

async function standingOf({ edition, to }: Mail, read: TableReader) {
  const [found, address, hold, refused] = await Promise.all([
    read.get('edition', { edition }),
    read.get('address', { edition, address: addressKey(to) }),
    read.get('mailHold', { edition }),
    read.get('mailRefusal', { edition }),
  ]);
  const draft = found === undefined || found.state === 'draft';
  // Whoever was erased has no mailbox any more.
  return { barred: address !== undefined || to === erasedAddress, draft, holds: hold?.holds, refused };
}

function next(mail: Mail): Mail {
  return { ...mail, version: mail.version + 1 };
}
