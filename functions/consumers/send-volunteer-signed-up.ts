import { consumer } from '../runtime/consumer.ts';
import { mailAdapters, sendMail } from './send-mail.ts';

/** Sends a volunteer the link that confirms their sign-up. */
export const handler = consumer('send-volunteer-signed-up', mailAdapters, (fact, ports, context) =>
  sendMail('volunteer-signed-up', fact, ports, context),
);
