import { consumer } from '../runtime/consumer.ts';
import { mailAdapters, sendMail } from './send-mail.ts';

/** Tells the programme’s organiser who joined. */
export const handler = consumer('notify-organiser', mailAdapters, (fact, ports, context) =>
  sendMail('organiser-notice', fact, ports, context),
);
