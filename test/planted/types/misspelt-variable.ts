import { dynamoWriter } from '#functions/runtime/table.ts';
import type { TableWriter } from '#shared/ports.ts';
import type { PowerEnv } from '#shared/system/powers.ts';

// expect TS2339: Property 'TABEL_NAME' does not exist
export function adapter({ TABEL_NAME }: PowerEnv<'table:write'>): TableWriter {
  return dynamoWriter({ TABLE_NAME: TABEL_NAME });
}
