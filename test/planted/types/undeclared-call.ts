import { consumer } from '#functions/runtime/consumer.ts';
import { dynamoWriter } from '#functions/runtime/table.ts';

export const marking = consumer('mark-dirty', { 'table:write': dynamoWriter }, async (_fact, ports) => {
  // expect TS2339: Property 'mailer' does not exist
  await ports.mailer.send();
});
