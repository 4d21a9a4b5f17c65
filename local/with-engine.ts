import { join, resolve } from 'node:path';
import { readRuntime, takeDataFolder } from './data-folder.ts';
import { startEngine } from './engine.ts';
import { applyEnvironment, tableEnvironment } from './environment.ts';
import { isAlive } from './processes.ts';

/** Where a command finds the table. `origin` is the running system's, if one runs. */
export type EngineAccess = { readonly endpoint: string; readonly tableName: string; readonly origin: string | undefined };

/**
 * Runs a command's work on the table of a data folder: on the engine of the system that runs there, or on one started
 * for this call alone. The table's adapters are ready to use inside; import them dynamically, or before any call of them.
 */
export async function withEngine<T>(dataDir: string, work: (access: EngineAccess) => Promise<T>): Promise<T> {
  const running = readRuntime(dataDir);
  if (running && isAlive(running.pid) && (await answers(running.endpoint))) {
    applyEnvironment(tableEnvironment(running.endpoint, running.tableName));
    return work(running);
  }
  const folder = takeDataFolder(dataDir);
  try {
    const engine = await startEngine({ dbPath: join(resolve(dataDir), 'table.db') });
    try {
      applyEnvironment(tableEnvironment(engine.endpoint, engine.tableName));
      return await work({ endpoint: engine.endpoint, tableName: engine.tableName, origin: undefined });
    } finally {
      await engine.stop();
    }
  } finally {
    folder.release();
  }
}

async function answers(endpoint: string): Promise<boolean> {
  try {
    await (await fetch(endpoint, { signal: AbortSignal.timeout(1000) })).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
