import { consumer } from '../runtime/consumer.ts';
import { mailAdapters, sendMail } from './send-mail.ts';

/** Tells those who wait for an organisation or a volunteer that it is late. */
export const handler = consumer('send-late-to-school', mailAdapters, (fact, ports, context) =>
  sendMail('visitor-late', fact, ports, context),
);
