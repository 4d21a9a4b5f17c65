import { sendMessage } from '#shared/domain/message.ts';
import type { TableReader, TableWriter } from '#shared/ports.ts';
import { mailAdapters, sendDue } from '../consumers/send-mail.ts';
import type { Context } from '../runtime/context.ts';
import { job } from '../runtime/job.ts';
import { outboxWrite } from '../runtime/outbox.ts';

/** Lets go what organisers sent five minutes ago: mails from the outbox, and messages, each of which becomes mails. */
export const handler = job('send-queued-mails', mailAdapters, async (ports, context) => {
  const messages = await sendDueMessages(ports, context);
  const mails = await sendDue('queued', context.now, ports, context);
  return { count: messages + mails };
});

type Ports = { readonly read: TableReader; readonly write: TableWriter };

async function sendDueMessages({ read, write }: Ports, context: Context): Promise<number> {
  let count = 0;
  for (const key of await read.due('message', 'queued', context.now, 20)) {
    const current = await read.get('message', key);
    if (!current) continue;
    const { state, facts } = sendMessage(current, context.now);
    if (facts.length === 0) continue;
    // Refused: an organiser has just undone it, or another run has sent it.
    const { ok } = await write.transact([
      { put: 'message', item: state, when: { version: current.version } },
      ...outboxWrite(state.edition, facts, context),
    ]);
    if (ok) count += 1;
  }
  return count;
}
