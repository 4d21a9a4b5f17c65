import { AppError } from '#shared/kernel/errors.ts';
import { idOf, tokenHash } from '#shared/kernel/ids.ts';
import type { Letter, Mailer, TableReader, TableWriter, Write } from '#shared/ports.ts';
import type { EmailName } from '#shared/system/email-names.ts';
import type { Fact } from '#shared/system/events.ts';
import type { Item } from '#shared/system/table.ts';
import type { Context } from './context.ts';

type Ports = { readonly read: TableReader; readonly write: TableWriter; readonly mailer: Mailer };
type Cause = { readonly template: EmailName; readonly fact: Fact };

/** The id of the mail that a fact causes for one recipient. */
export function mailId({ template, fact }: Cause, recipient: string): string {
  return idOf('mail', fact.id, template, recipient);
}

/**
 * Sends a letter once, by claim, send, close. The claim and the link's hash stand before the mail leaves; whoever finds
 * a claim does not send. A refusal by the provider takes the claim back, for the queue to try again. After anything
 * unclear (a crash, a lost answer) the claim stays open: the provider's own report closes it, or the sweeper resends.
 */
export async function deliver(letter: Letter, cause: Cause, ports: Ports, context: Context): Promise<void> {
  const mail: Item<'mail'> = {
    edition: cause.fact.edition,
    mail: mailId(cause, letter.recipient),
    ...cause,
    recipient: letter.recipient,
    to: letter.to,
    state: 'claimed',
    claimedAt: context.now,
    attempts: 1,
    version: 1,
  };
  if (await isSuppressed(mail, ports.read)) {
    await ports.write.transact([{ put: 'mail', item: { ...mail, state: 'suppressed' }, when: 'absent' }]);
    return;
  }
  await sendClaimed(letter, { mail, when: 'absent' }, ports, context);
}

/** Sends a letter again whose claim has stayed open without evidence that it was sent. */
export async function resend(letter: Letter, open: Item<'mail'>, ports: Ports, context: Context): Promise<boolean> {
  const mail = { ...open, claimedAt: context.now, attempts: open.attempts + 1, version: open.version + 1 };
  return sendClaimed(letter, { mail, when: { version: open.version } }, ports, context);
}

type Claim = { readonly mail: Item<'mail'>; readonly when: 'absent' | { readonly version: number } };

async function sendClaimed(letter: Letter, { mail, when }: Claim, ports: Ports, context: Context): Promise<boolean> {
  const token = context.newToken();
  const claimed = await ports.write.transact([{ put: 'mail', item: mail, when }, ...linkWrite(letter, token)]);
  if (!claimed.ok) return false;
  const messageId = await send(letter, token, mail, ports, context);
  if (messageId === undefined) return false;
  // Refused: the provider's own report was quicker than we are.
  await ports.write.transact([
    {
      put: 'mail',
      item: { ...mail, state: 'sent', sesMessageId: messageId, sentAt: context.now, version: mail.version + 1 },
      when: { version: mail.version },
    },
  ]);
  return true;
}

async function send(
  letter: Letter,
  token: string,
  mail: Item<'mail'>,
  ports: Ports,
  context: Context,
): Promise<string | undefined> {
  try {
    const message = { to: letter.to, ...letter.compose(`${context.origin}/l/${token}`) };
    const { messageId } = await ports.mailer.send(message, { mail: mail.mail, edition: mail.edition, template: mail.template });
    return messageId;
  } catch (error) {
    if (!(error instanceof AppError)) return undefined;
    await ports.write.transact([{ remove: 'mail', key: mail, when: { version: mail.version } }]);
    throw error;
  }
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

async function isSuppressed({ edition, to }: Item<'mail'>, read: TableReader): Promise<boolean> {
  return (await read.get('address', { edition, address: addressKey(to) })) !== undefined;
}

/** The key under which an address's state is kept: a digest, so that no key holds an address. */
export function addressKey(to: string): string {
  return idOf('address', to.toLowerCase());
}
