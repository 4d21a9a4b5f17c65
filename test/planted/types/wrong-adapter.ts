import { consumer } from '#functions/runtime/consumer.ts';
import { dynamoReader } from '#functions/runtime/table.ts';

// expect TS2322: is not assignable to type 'Adapter<"table:write">'
export const marking = consumer('mark-dirty', { 'table:write': dynamoReader }, async () => {});
