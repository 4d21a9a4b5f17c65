import { consumer } from '../runtime/consumer.ts';
import { mailAdapters, sendMail } from './send-mail.ts';

/** Tells an event’s organisations that a school brings more or fewer pupils, or does not come. */
export const handler = consumer('send-booking-change-to-organisation', mailAdapters, (fact, ports, context) =>
  sendMail('booking-changed-for-organisation', fact, ports, context),
);
