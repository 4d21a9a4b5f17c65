import { consumer } from '../runtime/consumer.ts';
import { mailAdapters, sendMail } from './send-mail.ts';

/** Tells an event’s organisations which school is coming. */
export const handler = consumer('send-booking-to-organisation', mailAdapters, (fact, ports, context) =>
  sendMail('booking-for-organisation', fact, ports, context),
);
