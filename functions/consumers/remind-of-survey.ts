import { consumer } from '../runtime/consumer.ts';
import { mailAdapters, sendMail } from './send-mail.ts';

/** Reminds whoever has not answered the survey, once. */
export const handler = consumer('remind-of-survey', mailAdapters, (fact, ports, context) =>
  sendMail('survey-reminder', fact, ports, context),
);
