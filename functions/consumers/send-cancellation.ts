import { consumer } from '../runtime/consumer.ts';
import { mailAdapters, sendMail } from './send-mail.ts';

/** Tells everybody who has a place at an event that it is cancelled. */
export const handler = consumer('send-cancellation', mailAdapters, (fact, ports, context) =>
  sendMail('event-cancelled', fact, ports, context),
);
