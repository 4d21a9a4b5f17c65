import { consumer } from '../runtime/consumer.ts';
import { mailAdapters, sendMail } from './send-mail.ts';

/** Takes a place that was given back with a withdrawal out of its reader’s calendar. */
export const handler = consumer('send-release', mailAdapters, (fact, ports, context) =>
  sendMail('place-released', fact, ports, context),
);
