import { consumer } from '../runtime/consumer.ts';
import { mailAdapters, sendMail } from './send-mail.ts';

/** Makes a mail for each reader of a message. They are sent in turn, so that many at once do not run into the provider's rate. */
export const handler = consumer('send-message', mailAdapters, (fact, ports, context) =>
  sendMail('organiser-message', fact, ports, context, context.now),
);
