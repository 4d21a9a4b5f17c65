import { consumer } from '../runtime/consumer.ts';
import { mailAdapters, sendMail } from './send-mail.ts';

/** Tells a school which event its pupils have places at. */
export const handler = consumer('send-booking-to-school', mailAdapters, (fact, ports, context) =>
  sendMail('booking-for-school', fact, ports, context),
);
