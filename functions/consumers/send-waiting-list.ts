import { consumer } from '../runtime/consumer.ts';
import { mailAdapters, sendMail } from './send-mail.ts';

/** Tells a school how it stands on a waiting list, and what it is offered. */
export const handler = consumer('send-waiting-list', mailAdapters, (fact, ports, context) =>
  sendMail('waiting-list', fact, ports, context),
);
