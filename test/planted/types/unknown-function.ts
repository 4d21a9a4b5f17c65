import { job } from '#functions/runtime/job.ts';
import { dynamoWriter } from '#functions/runtime/table.ts';

// expect TS2345: Argument of type '"sweep-outbocks"'
export const sweeping = job('sweep-outbocks', { 'table:write': dynamoWriter }, async () => ({ count: 0 }));
