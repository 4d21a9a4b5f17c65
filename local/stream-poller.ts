import type { DatabaseSync } from 'node:sqlite';
import { table } from '#shared/system/table.ts';
import { deliver, type DeliveryOptions, isNewItem } from './stream-delivery.ts';
import type { Position, StreamRecord, StreamSource } from './stream-source.ts';

/** A function that wants new items with a key prefix, with its way of being delivered to. */
export type StreamSubscriber = DeliveryOptions & { readonly prefix: string };
/** Something that is only told that items came, and need not succeed. */
export type StreamListener = { readonly prefix: string; readonly tell: (records: readonly StreamRecord[]) => void };

export type StreamPoller = {
  /** Read now rather than at the next poll: somebody has probably written. */
  readonly nudge: () => void;
  /** Resolves when a read that started after the call found nothing new. */
  readonly caughtUp: () => Promise<void>;
  /** Records delivered since the start. */
  readonly delivered: () => number;
  readonly position: () => Position | undefined;
  readonly stop: () => Promise<void>;
};

type Options = {
  readonly source: StreamSource;
  readonly database: DatabaseSync;
  readonly subscribers: readonly StreamSubscriber[];
  readonly listeners: readonly StreamListener[];
  /** Called when nothing has come for a while, with what is safely delivered. */
  readonly trim?: (delivered: bigint) => void;
  readonly report: (line: string) => void;
  /** Forget the stored position: the table is new. */
  readonly fresh?: boolean;
};

const activeMilliseconds = 20;
const idleMilliseconds = 100;

/** Starts to deliver a stream from where the last start left it. The position moves on only when a batch is settled. */
export function startStreamPoller(options: Options): StreamPoller {
  const { source, database, report } = options;
  const stored = openPosition(database, options.fresh ?? false);
  source.moveTo(stored.read());
  let stopped = false;
  let delivered = 0;
  let reads = 0;
  let wake: (() => void) | undefined;
  let nudged = false;
  let waiters: { after: number; resolve: () => void }[] = [];

  async function round(): Promise<boolean> {
    const number = (reads += 1);
    const { records, position } = await source.read();
    if (records.length > 0) {
      await settle(records, options);
      if (position) stored.write(position);
      delivered += records.length;
      return true;
    }
    const done = waiters.filter(({ after }) => after < number);
    waiters = waiters.filter(({ after }) => after >= number);
    for (const { resolve } of done) resolve();
    return false;
  }

  async function loop() {
    let quietSince = performance.now();
    let trimmed = delivered;
    while (!stopped) {
      nudged = false;
      try {
        if (await round()) {
          quietSince = performance.now();
          continue;
        }
      } catch (error) {
        report(`stream read failed: ${error instanceof Error ? error.message : String(error)}`);
        source.moveTo(stored.read());
      }
      const quiet = performance.now() - quietSince;
      const position = stored.read();
      if (options.trim && position && quiet > 1000 && delivered > trimmed) {
        trimmed = Math.min(delivered, trimmed + 1000);
        attempt(() => options.trim?.(BigInt(position.sequence)), report);
      }
      await pause(quiet < 2000 || waiters.length > 0 ? activeMilliseconds : idleMilliseconds);
    }
  }

  async function pause(milliseconds: number) {
    if (nudged || stopped) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    wake = undefined;
  }

  function nudge() {
    nudged = true;
    wake?.();
  }

  const running = loop();
  return {
    nudge,
    delivered: () => delivered,
    position: stored.read,
    caughtUp() {
      const { promise, resolve } = Promise.withResolvers<void>();
      waiters.push({ after: reads, resolve });
      nudge();
      return promise;
    },
    async stop() {
      stopped = true;
      nudge();
      await running;
      source.close();
    },
  };
}

async function settle(records: readonly StreamRecord[], { subscribers, listeners }: Options): Promise<void> {
  for (const { prefix, tell } of listeners) {
    const wanted = records.filter((record) => isNewItem(record, prefix, table.partitionKey));
    if (wanted.length > 0) tell(wanted);
  }
  await Promise.all(
    subscribers.map(({ prefix, ...delivery }) => {
      const wanted = records.filter((record) => isNewItem(record, prefix, table.partitionKey));
      return deliverInBatches(wanted, delivery);
    }),
  );
}

const batchSize = 100;

async function deliverInBatches(records: readonly StreamRecord[], delivery: DeliveryOptions): Promise<void> {
  for (let start = 0; start < records.length; start += batchSize)
    await deliver(records.slice(start, start + batchSize), delivery);
}

function attempt(work: () => void, report: (line: string) => void): void {
  try {
    work();
  } catch (error) {
    report(`could not trim the stream: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function openPosition(database: DatabaseSync, fresh: boolean) {
  database.exec(
    'CREATE TABLE IF NOT EXISTS stream_position (one INTEGER PRIMARY KEY CHECK (one = 1), shard TEXT NOT NULL, sequence TEXT NOT NULL)',
  );
  if (fresh) database.exec('DELETE FROM stream_position');
  const select = database.prepare('SELECT shard, sequence FROM stream_position');
  const upsert = database.prepare('INSERT OR REPLACE INTO stream_position VALUES (1, ?, ?)');
  return {
    read(): Position | undefined {
      const row = select.get();
      return row && { shard: String(row['shard']), sequence: String(row['sequence']) };
    },
    write: ({ shard, sequence }: Position) => void upsert.run(shard, sequence),
  };
}
