import { secondsAfter } from '#shared/kernel/time.ts';
import { mailAdapters, sendDue } from '../consumers/send-mail.ts';
import { mailReportedWithin } from '../runtime/env.ts';
import { job } from '../runtime/job.ts';

/** Sends again the mails whose claim has stayed open with no evidence that they left. */
export const handler = job('sweep-mails', mailAdapters, async (ports, context) => ({
  count: await sendDue('claimed', secondsAfter(context.now, -mailReportedWithin()), ports, context),
}));
