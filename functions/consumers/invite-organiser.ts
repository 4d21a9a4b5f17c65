import { consumer } from '../runtime/consumer.ts';
import { mailAdapters, sendMail } from './send-mail.ts';

/** Tells an organiser that they were invited to an edition's team. */
export const handler = consumer('invite-organiser', mailAdapters, (fact, ports, context) =>
  sendMail('organiser-invited', fact, ports, context),
);
