import { mkdirSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { createBus, type LocalBus, rulesOf } from './bus.ts';
import type { LocalClock } from './clock.ts';
import { type DataFolder, takeDataFolder } from './data-folder.ts';
import { atomically, openDatabase } from './database.ts';
import { type Engine, startEngine } from './engine.ts';
import { type MailStore, openMailStore } from './inbox.ts';
import { type Loopback, startLoopback } from './loopback.ts';
import { freePort } from './processes.ts';
import { openQueues, type Queues } from './queues.ts';
import { createS3 } from './s3.ts';
import { createSes } from './ses.ts';
import { createSqs } from './sqs.ts';
import { queueSettings } from './wiring.ts';

/** What the functions talk to: all that AWS would be. */
export type Backing = {
  readonly folder: DataFolder;
  readonly engine: Engine;
  readonly database: DatabaseSync;
  readonly queues: Queues;
  readonly bus: LocalBus;
  readonly mails: MailStore;
  readonly ses: ReturnType<typeof createSes>;
  readonly loopback: Loopback;
};

type Options = {
  readonly dataDir: string;
  readonly clock: LocalClock;
  readonly report: (line: string) => void;
  /** What to undo at the end goes here. */
  readonly stack: AsyncDisposableStack;
};

// The SDK clients of the functions keep the first endpoint they saw: a second start in one process takes the same ports.
const earlier = { engine: 0, loopback: 0 };

/** Starts table, queues, bus, mail and files on one data folder, which it locks. */
export async function startBacking({ dataDir, clock, report, stack }: Options): Promise<Backing> {
  const folder = takeDataFolder(dataDir);
  stack.defer(folder.release);
  const engine = await startEngine({ dbPath: folder.path('table.db'), port: earlier.engine });
  stack.defer(engine.stop);
  const database = openDatabase(folder.path('queues.db'));
  stack.defer(() => database.close());
  const queues = openQueues(database, queueSettings(), clock);
  const bus = createBus(database, queues, rulesOf(), () => new Date(clock.milliseconds()));
  const mails = openMailStore(database, folder.path('mails'), (work) => atomically(database, work));
  const ses = createSes({ mails, bus, now: clock.now });
  mkdirSync(folder.path('files'), { recursive: true });
  const s3 = createS3({ folder: folder.path('files'), bus });
  const loopback = await startLoopback({ bus, ses, sqs: createSqs(queues), s3, report, port: await freePort(earlier.loopback) });
  stack.defer(loopback.stop);
  Object.assign(earlier, { engine: Number(new URL(engine.endpoint).port), loopback: loopback.port });
  return { folder, engine, database, queues, bus, mails, ses, loopback };
}
