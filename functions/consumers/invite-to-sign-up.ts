import { undoSeconds } from '#shared/domain/message.ts';
import { secondsAfter } from '#shared/kernel/time.ts';
import { consumer } from '../runtime/consumer.ts';
import { mailAdapters, sendMail } from './send-mail.ts';

/** Asks whoever an organiser invited to sign up, or reminds them; for five minutes the organiser can still keep it back. */
export const handler = consumer('invite-to-sign-up', mailAdapters, (fact, ports, context) =>
  sendMail('sign-up-invitation', fact, ports, context, secondsAfter(fact.at, undoSeconds)),
);
