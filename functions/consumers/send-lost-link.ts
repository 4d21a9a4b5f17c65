import { consumer } from '../runtime/consumer.ts';
import { mailAdapters, sendMail } from './send-mail.ts';

/** Mails fresh links to an address that asked for them and had signed up; to any other, nothing. */
export const handler = consumer('send-lost-link', mailAdapters, (fact, ports, context) =>
  sendMail('lost-link', fact, ports, context),
);
