import type { EmailName } from '#shared/system/email-names.ts';
import type { Fact } from '#shared/system/events.ts';
import { lettersFor } from '#web/mail/letters.ts';
import type { PortsOf } from '../runtime/powers.ts';
import type { Context } from '../runtime/context.ts';
import { deliver } from '../runtime/deliver-mail.ts';
import { sesMailer } from '../runtime/ses-mailer.ts';
import { tableAdapters } from '../runtime/table.ts';

/** The adapters of every consumer whose one effect is a mail. */
export const mailAdapters = { ...tableAdapters, 'email:send': sesMailer } as const;

/** Sends the letters that a fact calls for in one template, each to its reader, once. */
export async function sendMail(
  template: EmailName,
  fact: Fact,
  ports: PortsOf<'send-school-registered'>,
  context: Context,
): Promise<void> {
  for (const letter of await lettersFor(template, fact, ports.read)) await deliver(letter, { template, fact }, ports, context);
}
