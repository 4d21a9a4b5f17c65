import { consumer } from '../runtime/consumer.ts';
import { mailAdapters, sendMail } from './send-mail.ts';

/** Asks the people whom an organisation named to sign up, once it has confirmed. */
export const handler = consumer('invite-colleagues', mailAdapters, (fact, ports, context) =>
  sendMail('colleague-invited', fact, ports, context),
);
