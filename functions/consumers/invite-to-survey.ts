import { consumer } from '../runtime/consumer.ts';
import { mailAdapters, sendMail } from './send-mail.ts';

/** Asks a school how the week was. */
export const handler = consumer('invite-to-survey', mailAdapters, (fact, ports, context) =>
  sendMail('survey-invitation', fact, ports, context),
);
