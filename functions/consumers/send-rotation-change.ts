import { consumer } from '../runtime/consumer.ts';
import { mailAdapters, sendMail } from './send-mail.ts';

/** Tells those whose card of a rotation changed on the day what is new on it. */
export const handler = consumer('send-rotation-change', mailAdapters, (fact, ports, context) =>
  sendMail('rotation-changed', fact, ports, context),
);
