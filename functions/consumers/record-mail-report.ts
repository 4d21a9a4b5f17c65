import * as z from 'zod/mini';
import { AppError } from '#shared/kernel/errors.ts';
import type { Write } from '#shared/ports.ts';
import { type MailState, mailStates } from '#shared/domain/mail-vocabulary.ts';
import { readerOf } from '#shared/domain/outgoing.ts';
import type { NewFact } from '#shared/system/events.ts';
import type { Item } from '#shared/system/table.ts';
import { messageConsumer } from '../runtime/consumer.ts';
import { addressKey } from '../runtime/address-key.ts';
import type { Context } from '../runtime/context.ts';
import { outboxWrite } from '../runtime/outbox.ts';
import type { PortsOf } from '../runtime/powers.ts';
import { tableAdapters } from '../runtime/table.ts';

/** What the rule passes on of the mail provider's report: no address, subject or header. */
const report = z.object({
  type: z.enum(['Send', 'Delivery', 'Bounce', 'Complaint', 'Reject', 'DeliveryDelay', 'Rendering Failure']),
  time: z.string(),
  messageId: z.string(),
  tags: z.object({ mail: z.array(z.string()), edition: z.array(z.string()) }),
  bounce: z.nullish(z.string()),
});
type Report = z.infer<typeof report>;

/**
 * Takes in what became of a mail. A Send or a Delivery closes a claim that a crash left open; a hard bounce or a complaint is shown on
 * the contact and stops further mail to that address. Reports come late, twice and in any order: each only moves forward.
 */
export const handler = messageConsumer('record-mail-report', tableAdapters, report, async (message, ports, context) => {
  // A report often meets the sender closing its own claim: then it looks again at once.
  for (let attempt = 0; attempt < 3; attempt += 1) if (await record(message, ports, context)) return;
  throw new AppError('conflict', 'mail-changing', 'The mail keeps changing. Try again.');
});

async function record(message: Report, { read, write }: PortsOf<'record-mail-report'>, context: Context): Promise<boolean> {
  const key = { edition: message.tags.edition[0] ?? '', mail: message.tags.mail[0] ?? '' };
  const mail = key.edition !== '' && key.mail !== '' ? await read.get('mail', key) : undefined;
  const next = mail && nextState(mail, message);
  if (!mail || !next) return true;
  const item = { ...mail, ...next, sesMessageId: message.messageId, version: mail.version + 1 };
  const writes: Write[] = [{ put: 'mail', item, when: { version: mail.version } }];
  if (next.state === 'bounced' || next.state === 'complained') {
    const { state } = next;
    const address = { edition: mail.edition, address: addressKey(mail.to), state, at: context.now, mail: mail.mail };
    writes.push({ put: 'address', item: address, when: 'any' }, ...outboxWrite(mail.edition, bounceOf(item, state), context));
  }
  const { ok } = await write.transact(writes);
  return ok;
}

/** Says whose mail came back, for whoever must reach them another way. */
function bounceOf(mail: Item<'mail'>, state: 'bounced' | 'complained'): NewFact[] {
  const { recipient, urn } = readerOf(mail);
  return recipient === undefined ? [] : [{ type: 'mail.bounced.v1', data: { mail: mail.mail, recipient, urn, state } }];
}

function nextState(mail: Item<'mail'>, report: Report) {
  const next = stateOf(report);
  // What never left gets no report of ours; and a report never leads back.
  const left = mailStates.indexOf(mail.state) >= mailStates.indexOf('claimed');
  return next && left && mailStates.indexOf(next.state) > mailStates.indexOf(mail.state) ? next : undefined;
}

function stateOf({ type, bounce }: Report): { readonly state: MailState; readonly problem?: string } | undefined {
  if (type === 'Send') return { state: 'sent' };
  if (type === 'Delivery') return { state: 'delivered' };
  if (type === 'Complaint') return { state: 'complained', problem: 'The reader reported it as unwanted' };
  if (type === 'Bounce' && bounce === 'Permanent') {
    return { state: 'bounced', problem: 'The address does not exist or refuses mail' };
  }
  return undefined;
}
