import { consumer } from '../runtime/consumer.ts';
import { mailAdapters, sendMail } from './send-mail.ts';

/** Tells everybody who counts on an event that it has another half-day or venue. */
export const handler = consumer('send-move', mailAdapters, (fact, ports, context) =>
  sendMail('event-moved', fact, ports, context),
);
