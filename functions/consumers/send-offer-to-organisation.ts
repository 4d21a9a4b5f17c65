import { consumer } from '../runtime/consumer.ts';
import { mailAdapters, sendMail } from './send-mail.ts';

/** Offers each organisation of a new event its place. */
export const handler = consumer('send-offer-to-organisation', mailAdapters, (fact, ports, context) =>
  sendMail('offer-for-organisation', fact, ports, context),
);
