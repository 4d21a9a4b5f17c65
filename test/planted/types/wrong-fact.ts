import { consumer } from '#functions/runtime/consumer.ts';
import { dynamoWriter } from '#functions/runtime/table.ts';

export const marking = consumer('mark-dirty', { 'table:write': dynamoWriter }, async (fact) => {
  // expect TS2367: appears to be unintentional
  if (fact.type === 'report.published.v1') throw new Error('never comes here');
});
