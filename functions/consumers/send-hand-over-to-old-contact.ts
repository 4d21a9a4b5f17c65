import { consumer } from '../runtime/consumer.ts';
import { mailAdapters, sendMail } from './send-mail.ts';

/** Tells the person who answered for a school that they no longer do. */
export const handler = consumer('send-hand-over-to-old-contact', mailAdapters, (fact, ports, context) =>
  sendMail('handed-over-by-you', fact, ports, context),
);
