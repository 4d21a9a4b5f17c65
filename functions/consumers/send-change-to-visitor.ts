import { consumer } from '../runtime/consumer.ts';
import { mailAdapters, sendMail } from './send-mail.ts';

/** Tells an organisation or a volunteer that we have their change, their answer or their withdrawal. */
export const handler = consumer('send-change-to-visitor', mailAdapters, (fact, ports, context) =>
  sendMail('sessions-changed', fact, ports, context),
);
