import { consumer } from '../runtime/consumer.ts';
import { mailAdapters, sendMail } from './send-mail.ts';

/** Tells somebody who has a place in a week, or on the next school day, all they need for it. */
export const handler = consumer('send-visit-reminder', mailAdapters, (fact, ports, context) =>
  sendMail('visit-reminder', fact, ports, context),
);
