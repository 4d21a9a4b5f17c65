import { consumer } from '../runtime/consumer.ts';
import { mailAdapters, sendMail } from './send-mail.ts';

/** Offers each volunteer of a new event their place. */
export const handler = consumer('send-offer-to-volunteer', mailAdapters, (fact, ports, context) =>
  sendMail('offer-for-volunteer', fact, ports, context),
);
