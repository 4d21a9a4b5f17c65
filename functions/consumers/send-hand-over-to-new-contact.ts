import { consumer } from '../runtime/consumer.ts';
import { mailAdapters, sendMail } from './send-mail.ts';

/** Sends the person who now answers for a school their link. */
export const handler = consumer('send-hand-over-to-new-contact', mailAdapters, (fact, ports, context) =>
  sendMail('handed-over-to-you', fact, ports, context),
);
