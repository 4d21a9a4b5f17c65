import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';

const runtime = z.object({ pid: z.int(), endpoint: z.string(), tableName: z.string(), origin: z.string() });
/** What a running system tells other commands about itself. */
export type Runtime = z.infer<typeof runtime>;

/** A data folder that is ours alone until `release`. */
export type DataFolder = {
  readonly path: (...parts: readonly string[]) => string;
  readonly announce: (runtime: Runtime) => void;
  readonly release: () => void;
};

/**
 * Takes a data folder for this process, and makes it if need be. The lock is one that the operating system gives back
 * when the process dies, however it dies. Throws an error naming the holder when another process has the folder.
 */
export function takeDataFolder(dataDir: string): DataFolder {
  const root = resolve(dataDir);
  mkdirSync(root, { recursive: true });
  const lock = new DatabaseSync(join(root, 'lock.db'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    const holder = readRuntime(root);
    const who = holder ? ` (process ${holder.pid}, ${holder.origin})` : '';
    throw new Error(`the data folder ${root} is in use by another process${who}`, { cause: error });
  }
  const file = join(root, 'runtime.json');
  rmSync(file, { force: true });
  return {
    path: (...parts) => join(root, ...parts),
    announce(value) {
      writeFileSync(`${file}.new`, `${JSON.stringify(value, null, 2)}\n`);
      renameSync(`${file}.new`, file);
    },
    release() {
      rmSync(file, { force: true });
      lock.close();
    },
  };
}

/** What the system running on a data folder says of itself; undefined when none has said anything. It may be dead. */
export function readRuntime(dataDir: string): Runtime | undefined {
  try {
    const read: unknown = JSON.parse(readFileSync(join(resolve(dataDir), 'runtime.json'), 'utf8'));
    return runtime.parse(read);
  } catch {
    return undefined;
  }
}
