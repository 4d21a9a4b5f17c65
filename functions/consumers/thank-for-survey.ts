import { consumer } from '../runtime/consumer.ts';
import { mailAdapters, sendMail } from './send-mail.ts';

/** Thanks a school for its first answers. */
export const handler = consumer('thank-for-survey', mailAdapters, (fact, ports, context) =>
  sendMail('survey-thanks', fact, ports, context),
);
