import { consumer } from '#functions/runtime/consumer.ts';
import { eventBus } from '#functions/runtime/event-bus.ts';
import { dynamoWriter } from '#functions/runtime/table.ts';

export const marking = consumer(
  'mark-dirty',
  // expect TS2353: ''bus:publish'' does not exist
  { 'table:write': dynamoWriter, 'bus:publish': eventBus },
  async (_fact, { write }) => {
    await write.transact([]);
  },
);
