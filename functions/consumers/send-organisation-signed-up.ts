import { consumer } from '../runtime/consumer.ts';
import { mailAdapters, sendMail } from './send-mail.ts';

/** Sends an organisation the link that confirms its sign-up. */
export const handler = consumer('send-organisation-signed-up', mailAdapters, (fact, ports, context) =>
  sendMail('organisation-signed-up', fact, ports, context),
);
