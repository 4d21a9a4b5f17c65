import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { atomically } from './database.ts';

export type QueueSettings = {
  /** How long a received message stays hidden from other receivers. */
  readonly visibilitySeconds: number;
  /** After so many receipts without success the message goes to the dead letters. */
  readonly maxReceive: number;
};

/** A message as received: `receipt` is good until its visibility time-out. */
export type Received = {
  readonly id: string;
  readonly receipt: string;
  readonly body: string;
  readonly receiveCount: number;
  readonly sentAt: number;
  readonly firstReceivedAt: number;
};

export type DeadLetter = {
  readonly queue: string;
  readonly id: string;
  readonly body: string;
  readonly receiveCount: number;
  readonly diedAt: number;
};

export type QueueDepth = { readonly ready: number; readonly inFlight: number; readonly waiting: number; readonly dead: number };

export type Queues = {
  /** Keeps messages durably before it returns. */
  readonly send: (queue: string, bodies: readonly string[], delaySeconds?: number) => void;
  /** At most `max` messages that are ready now, oldest first. Messages received too often become dead letters instead. */
  readonly receive: (queue: string, max: number) => readonly Received[];
  readonly remove: (receipts: readonly string[]) => void;
  /** Makes a received message ready again after so many seconds. */
  readonly retryAfter: (receipt: string, seconds: number) => void;
  /** Milliseconds until the next hidden message of a queue is ready; undefined when none waits. */
  readonly nextReadyIn: (queue: string) => number | undefined;
  readonly depth: (queue: string) => QueueDepth;
  readonly deadLetters: () => readonly DeadLetter[];
  /** Puts a message straight among the dead letters. */
  readonly bury: (queue: string, body: string) => void;
  /** Gives a dead letter back to its queue. False when there is none with this id. */
  readonly redrive: (id: string) => boolean;
  readonly settingsOf: (queue: string) => QueueSettings;
  readonly names: readonly string[];
  /** Calls back after each `send` and `redrive`, with the queue's name. */
  readonly onArrival: (listener: (queue: string) => void) => void;
};

type Times = { readonly elapsed: () => number; readonly milliseconds: () => number };

const schema = `
  CREATE TABLE IF NOT EXISTS messages (
    place INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, queue TEXT NOT NULL, body TEXT NOT NULL, sent_at INTEGER NOT NULL,
    visible_at REAL NOT NULL, receipt TEXT, receive_count INTEGER NOT NULL DEFAULT 0, first_received_at INTEGER, died_at INTEGER
  );
  CREATE INDEX IF NOT EXISTS messages_ready ON messages (queue, visible_at) WHERE died_at IS NULL;
  CREATE INDEX IF NOT EXISTS messages_dead ON messages (died_at) WHERE died_at IS NOT NULL;
  CREATE INDEX IF NOT EXISTS messages_receipt ON messages (receipt) WHERE receipt IS NOT NULL;
  CREATE UNIQUE INDEX IF NOT EXISTS messages_id ON messages (id);
`;

/**
 * Queues with the semantics of SQS: at least once, hidden while somebody works on them, counted receipts, dead letters.
 * Opening them makes every hidden message ready: whoever was working on it died with the process before.
 */
export function openQueues(database: DatabaseSync, settings: ReadonlyMap<string, QueueSettings>, times: Times): Queues {
  database.exec(schema);
  database.exec('UPDATE messages SET visible_at = 0, receipt = NULL WHERE died_at IS NULL');
  const sql = statements(database);
  const listeners = new Set<(queue: string) => void>();

  function settingsOf(queue: string): QueueSettings {
    const found = settings.get(queue);
    if (!found) throw new Error(`there is no queue ${queue}`);
    return found;
  }
  function tell(queue: string) {
    for (const listener of listeners) listener(queue);
  }

  return {
    settingsOf,
    names: [...settings.keys()],
    send(queue, bodies, delaySeconds = 0) {
      settingsOf(queue);
      const visibleAt = delaySeconds > 0 ? times.elapsed() + delaySeconds * 1000 : 0;
      atomically(database, () => {
        for (const body of bodies) sql.insert.run(randomUUID(), queue, body, times.milliseconds(), visibleAt);
      });
      tell(queue);
    },
    receive(queue, max) {
      const { visibilitySeconds, maxReceive } = settingsOf(queue);
      const [now, elapsed] = [times.milliseconds(), times.elapsed()];
      return atomically(database, () => {
        sql.die.run(now, queue, elapsed, maxReceive);
        return sql.ready.all(queue, elapsed, max).map((row) => {
          const receipt = randomUUID();
          const firstReceivedAt = Number(row['first_received_at'] ?? now);
          sql.hide.run(elapsed + visibilitySeconds * 1000, receipt, firstReceivedAt, Number(row['place']));
          return {
            id: String(row['id']),
            receipt,
            body: String(row['body']),
            receiveCount: Number(row['receive_count']) + 1,
            sentAt: Number(row['sent_at']),
            firstReceivedAt,
          };
        });
      });
    },
    remove(receipts) {
      atomically(database, () => {
        for (const receipt of receipts) sql.remove.run(receipt);
      });
    },
    retryAfter(receipt, seconds) {
      sql.retry.run(times.elapsed() + seconds * 1000, receipt);
    },
    nextReadyIn(queue) {
      const at = sql.next.get(queue)?.['at'];
      return at === null || at === undefined ? undefined : Math.max(0, Number(at) - times.elapsed());
    },
    depth(queue) {
      const row = sql.depth.get(times.elapsed(), times.elapsed(), times.elapsed(), queue);
      const count = (name: string) => Number(row?.[name] ?? 0);
      return { ready: count('ready'), inFlight: count('in_flight'), waiting: count('waiting'), dead: count('dead') };
    },
    deadLetters() {
      return sql.dead.all().map((row) => ({
        queue: String(row['queue']),
        id: String(row['id']),
        body: String(row['body']),
        receiveCount: Number(row['receive_count']),
        diedAt: Number(row['died_at']),
      }));
    },
    bury(queue, body) {
      settingsOf(queue);
      sql.bury.run(randomUUID(), queue, body, times.milliseconds(), times.milliseconds());
    },
    redrive(id) {
      const row = sql.redrive.get(id);
      if (row) tell(String(row['queue']));
      return row !== undefined;
    },
    onArrival(listener) {
      listeners.add(listener);
    },
  };
}

function statements(database: DatabaseSync) {
  return {
    insert: database.prepare('INSERT INTO messages (id, queue, body, sent_at, visible_at) VALUES (?, ?, ?, ?, ?)'),
    bury: database.prepare('INSERT INTO messages (id, queue, body, sent_at, visible_at, died_at) VALUES (?, ?, ?, ?, 0, ?)'),
    die: database.prepare(
      'UPDATE messages SET died_at = ?, receipt = NULL WHERE queue = ? AND died_at IS NULL AND visible_at <= ? AND receive_count >= ?',
    ),
    ready: database.prepare(
      'SELECT * FROM messages WHERE queue = ? AND died_at IS NULL AND visible_at <= ? ORDER BY visible_at, place LIMIT ?',
    ),
    hide: database.prepare(
      'UPDATE messages SET visible_at = ?, receipt = ?, first_received_at = ?, receive_count = receive_count + 1 WHERE place = ?',
    ),
    remove: database.prepare('DELETE FROM messages WHERE receipt = ?'),
    retry: database.prepare('UPDATE messages SET visible_at = ?, receipt = NULL WHERE receipt = ?'),
    next: database.prepare('SELECT min(visible_at) AS at FROM messages WHERE queue = ? AND died_at IS NULL'),
    depth: database.prepare(
      `SELECT count(*) FILTER (WHERE died_at IS NULL AND visible_at <= ?) AS ready,
        count(*) FILTER (WHERE died_at IS NULL AND visible_at > ? AND receipt IS NOT NULL) AS in_flight,
        count(*) FILTER (WHERE died_at IS NULL AND visible_at > ? AND receipt IS NULL) AS waiting,
        count(*) FILTER (WHERE died_at IS NOT NULL) AS dead FROM messages WHERE queue = ?`,
    ),
    dead: database.prepare('SELECT * FROM messages WHERE died_at IS NOT NULL ORDER BY died_at DESC, place DESC LIMIT 500'),
    redrive: database.prepare(
      'UPDATE messages SET died_at = NULL, visible_at = 0, receive_count = 0, first_received_at = NULL WHERE id = ? AND died_at IS NOT NULL RETURNING queue',
    ),
  };
}
