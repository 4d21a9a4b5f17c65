import { job } from '#functions/runtime/job.ts';
import { dynamoReader, dynamoWriter } from '#functions/runtime/table.ts';

export const sweeping = job(
  'sweep-outbox',
  // expect TS2741: Property '"bus:publish"' is missing
  { 'table:read': dynamoReader, 'table:write': dynamoWriter },
  async () => ({ count: 0 }),
);
