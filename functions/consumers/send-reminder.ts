import { consumer } from '../runtime/consumer.ts';
import { mailAdapters, sendMail } from './send-mail.ts';

/** Reminds somebody of what waits for their answer, when an organiser asked for it. */
export const handler = consumer('send-reminder', mailAdapters, (fact, ports, context) =>
  sendMail('reminder', fact, ports, context),
);
