import { consumer } from '../runtime/consumer.ts';
import { mailAdapters, sendMail } from './send-mail.ts';

/** Tells a school that we have its change or its withdrawal. */
export const handler = consumer('send-change-to-school', mailAdapters, (fact, ports, context) =>
  sendMail('place-changed', fact, ports, context),
);
