import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
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
  /** Whether anybody may have written since it was asked before: a hint that saves reads. Without it, every poll reads. */
  readonly changed?: () => boolean;
  /** Called when nothing has come for a while, with what is safely delivered. */
  readonly trim?: (delivered: bigint) => void;
  readonly report: (line: string) => void;
  /** Forget the stored position: the table is new. */
  readonly fresh?: boolean;
};

const pollMilliseconds = 20;
/** Even when nobody seems to have written, the stream is read this often. */
const trustMilliseconds = 500;
/** Pause after a read that found something: under load the next read then finds more at once. */
const gatherMilliseconds = 8;
const quietMilliseconds = 1000;

/** Starts to deliver a stream from where the last start left it. The position moves on only when a batch is settled. */
export function startStreamPoller(options: Options): StreamPoller {
  const { source, database, report } = options;
  const stored = openPosition(database, options.fresh ?? false);
  source.moveTo(stored.read());
  let stopped = false;
  let delivered = 0;
  let reads = 0;
  let trimmed = 0;
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
    let lastFound = performance.now();
    let lastRead = 0;
    while (!stopped) {
      nudged = false;
      // Asked before the read: what is written during the read is seen by the next question.
      const changed = options.changed?.() ?? true;
      if (changed || waiters.length > 0 || performance.now() - lastRead > trustMilliseconds) {
        lastRead = performance.now();
        if (await tryRound()) {
          lastFound = performance.now();
          await wait(gatherMilliseconds);
          continue;
        }
      }
      if (performance.now() - lastFound > quietMilliseconds) tidy();
      await pause(pollMilliseconds);
    }
  }

  async function tryRound(): Promise<boolean> {
    try {
      return await round();
    } catch (error) {
      report(`stream read failed: ${error instanceof Error ? error.message : String(error)}`);
      source.moveTo(stored.read());
      await wait(pollMilliseconds * 5);
      return false;
    }
  }

  function tidy() {
    const position = stored.read();
    if (!options.trim || !position || trimmed >= delivered) return;
    trimmed = Math.min(delivered, trimmed + 1000);
    try {
      options.trim(BigInt(position.sequence));
    } catch (error) {
      report(`could not trim the stream: ${error instanceof Error ? error.message : String(error)}`);
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
