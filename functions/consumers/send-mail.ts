import { AppError } from '#shared/kernel/errors.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { EmailName } from '#shared/system/email-names.ts';
import type { Fact } from '#shared/system/events.ts';
import { lettersFor } from '#web/mail/letters.ts';
import type { PortsOf } from '../runtime/powers.ts';
import type { Context } from '../runtime/context.ts';
import { closeVoid, deliver, resend } from '../runtime/deliver-mail.ts';
import { sesMailer } from '../runtime/ses-mailer.ts';
import { tableAdapters } from '../runtime/table.ts';

/** The adapters of every consumer whose one effect is a mail. */
export const mailAdapters = { ...tableAdapters, 'email:send': sesMailer } as const;

type Ports = PortsOf<'send-school-registered'>;

/** Sends the letters that a fact calls for in one template, each to its reader, once. With `sendAfter` they are queued. */
export async function sendMail(
  template: EmailName,
  fact: Fact,
  ports: Ports,
  context: Context,
  sendAfter?: Instant,
): Promise<void> {
  for (const letter of await lettersFor(template, fact, ports.read))
    await deliver(letter, { template, fact }, ports, context, sendAfter);
}

/** How many mails one run sends, and how many refusals it takes to see that the provider takes none. */
const most = { mails: 200, refusals: 3 } as const;

/**
 * Sends the mails that wait in a state since a moment; gives how many went. After three refusals the rest waits for the
 * next run.
 */
export async function sendDue(state: 'claimed' | 'queued', until: Instant, ports: Ports, context: Context): Promise<number> {
  let count = 0;
  let refusals = 0;
  for (const key of await ports.read.due('mail', state, until, most.mails)) {
    if (refusals === most.refusals) break;
    const mail = await ports.read.get('mail', key);
    // The index trails the table.
    if (mail?.state !== state) continue;
    const [letter] = await lettersFor(mail.template, mail.fact, ports.read, mail.recipient);
    try {
      if (!letter) await closeVoid(mail, ports);
      else if (await resend(letter, mail, ports, context)) count += 1;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      refusals += 1;
    }
  }
  return count;
}
