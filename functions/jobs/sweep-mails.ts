import { secondsAfter } from '#shared/kernel/time.ts';
import { lettersFor } from '#web/mail/letters.ts';
import { mailAdapters } from '../consumers/send-mail.ts';
import { resend } from '../runtime/deliver-mail.ts';
import { mailReportedWithin } from '../runtime/env.ts';
import { job } from '../runtime/job.ts';

/** Sends again the mails whose claim has stayed open with no evidence that they left. */
export const handler = job('sweep-mails', mailAdapters, async (ports, context) => {
  let count = 0;
  for (const key of await ports.read.due('mail', secondsAfter(context.now, -mailReportedWithin()), 100)) {
    const open = await ports.read.get('mail', key);
    if (open?.state !== 'claimed') continue;
    const letters = await lettersFor(open.template, open.fact, ports.read);
    const letter = letters.find(({ recipient }) => recipient === open.recipient);
    if (letter && (await resend(letter, open, ports, context))) count += 1;
  }
  return { count };
});
