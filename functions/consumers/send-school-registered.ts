import { consumer } from '../runtime/consumer.ts';
import { mailAdapters, sendMail } from './send-mail.ts';

/** Sends a school the link that confirms its registration. */
export const handler = consumer('send-school-registered', mailAdapters, (fact, ports, context) =>
  sendMail('school-registered', fact, ports, context),
);
