import { consumer } from '../runtime/consumer.ts';
import { mailAdapters, sendMail } from './send-mail.ts';

/** Thanks an organisation or a volunteer after their visit, and says what the day came to. */
export const handler = consumer('thank-visitor', mailAdapters, (fact, ports, context) =>
  sendMail('visit-thanks', fact, ports, context),
);
