import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEngine } from '#local/engine.ts';
import { applyEnvironment, tableEnvironment } from '#local/environment.ts';
import type { TableReader, TableWriter } from '#shared/ports.ts';

export type TestTable = { readonly read: TableReader; readonly write: TableWriter; readonly stop: () => Promise<void> };

/** A real table of the embedded engine, with the adapters the functions use. One for a test file: clients keep its address. */
export async function startTable(): Promise<TestTable> {
  const folder = await mkdtemp(join(tmpdir(), 'aspirations-table-'));
  const engine = await startEngine({ dbPath: join(folder, 'table.db') });
  applyEnvironment(tableEnvironment(engine.endpoint, engine.tableName));
  const { dynamoReader, dynamoWriter } = await import('#functions/runtime/table.ts');
  const env = { TABLE_NAME: engine.tableName };
  return {
    read: dynamoReader(env),
    write: dynamoWriter(env),
    stop: async () => {
      await engine.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
