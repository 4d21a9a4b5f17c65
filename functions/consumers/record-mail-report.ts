import * as z from 'zod/mini';
import { addressKey } from '../runtime/deliver-mail.ts';
import type { Write } from '#shared/ports.ts';
import type { Item } from '#shared/system/table.ts';
import { messageConsumer } from '../runtime/consumer.ts';
import { dynamoReader, dynamoWriter } from '../runtime/table.ts';

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
 * Takes in what became of a mail. A Send closes a claim that a crash left open; a hard bounce or a complaint is shown on
 * the contact and stops further mail to that address. Reports come late, twice and in any order: each only moves forward.
 */
export const handler = messageConsumer(
  'record-mail-report',
  { 'table:read': dynamoReader, 'table:write': dynamoWriter },
  report,
  async (message, { read, write }, { now }) => {
    const key = { edition: message.tags.edition[0] ?? '', mail: message.tags.mail[0] ?? '' };
    const mail = key.edition !== '' && key.mail !== '' ? await read.get('mail', key) : undefined;
    const next = mail && nextState(mail, message);
    if (!mail || !next) return;
    const address = addressKey(mail.to);
    const writes: Write[] = [
      { put: 'mail', item: { ...mail, ...next, sesMessageId: message.messageId, version: mail.version + 1 }, when: { version: mail.version } },
    ];
    if (next.state !== 'sent') writes.push({ put: 'address', item: { edition: mail.edition, address, state: next.state, at: now }, when: 'any' });
    const { ok } = await write.transact(writes);
    if (!ok) throw new Error('the mail changed meanwhile: try again');
  },
);

function nextState(mail: Item<'mail'>, { type, bounce }: Report) {
  if (type === 'Send' || type === 'Delivery') return mail.state === 'claimed' ? ({ state: 'sent' } as const) : undefined;
  if (type === 'Complaint') return { state: 'complained', problem: 'The reader reported it as unwanted' } as const;
  if (type === 'Bounce' && bounce === 'Permanent') return { state: 'bounced', problem: 'The address does not exist or refuses mail' } as const;
  return undefined;
}
