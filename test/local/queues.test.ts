import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createClock } from '#local/clock.ts';
import { openDatabase } from '#local/database.ts';
import { failedIds, retryDelay, startQueueWorkers } from '#local/queue-workers.ts';
import { openQueues } from '#local/queues.ts';

const settings = new Map([['mails', { visibilitySeconds: 120, maxReceive: 5 }]]);
let folder = '';
let clock = createClock();
let database = openDatabase(':memory:');
let queues = openQueues(database, settings, clock);

function reopen() {
  database.close();
  database = openDatabase(join(folder, 'queues.db'));
  queues = openQueues(database, settings, clock);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'queues-'));
  clock = createClock();
  database = openDatabase(join(folder, 'queues.db'));
  queues = openQueues(database, settings, clock);
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

const bodies = (received: readonly { readonly body: string }[]) => received.map(({ body }) => body);

describe('a queue', () => {
  test('gives messages in their order, each to one receiver', () => {
    queues.send('mails', ['a', 'b', 'c']);
    expect(bodies(queues.receive('mails', 2))).toEqual(['a', 'b']);
    expect(bodies(queues.receive('mails', 2))).toEqual(['c']);
    expect(queues.receive('mails', 2)).toEqual([]);
    expect(queues.depth('mails')).toEqual({ ready: 0, inFlight: 3, waiting: 0, dead: 0 });
  });

  test('hides a received message until its visibility time-out, and counts the receipts', () => {
    queues.send('mails', ['a']);
    expect(queues.receive('mails', 1)[0]?.receiveCount).toBe(1);
    clock.advance(119);
    expect(queues.receive('mails', 1)).toEqual([]);
    clock.advance(2);
    expect(queues.receive('mails', 1)[0]?.receiveCount).toBe(2);
  });

  test('forgets a message only for the receipt that is still good', () => {
    queues.send('mails', ['a']);
    const old = queues.receive('mails', 1)[0]?.receipt ?? '';
    clock.advance(121);
    const fresh = queues.receive('mails', 1)[0]?.receipt ?? '';
    queues.remove([old]);
    expect(queues.depth('mails').inFlight).toBe(1);
    queues.remove([fresh]);
    expect(queues.depth('mails')).toEqual({ ready: 0, inFlight: 0, waiting: 0, dead: 0 });
  });

  test('delays what is sent with a delay, and what is given back', () => {
    queues.send('mails', ['later'], 30);
    expect(queues.receive('mails', 1)).toEqual([]);
    clock.advance(31);
    const receipt = queues.receive('mails', 1)[0]?.receipt ?? '';
    queues.retryAfter(receipt, 10);
    expect(queues.depth('mails')).toMatchObject({ inFlight: 0, waiting: 1 });
    expect(queues.nextReadyIn('mails')).toBeGreaterThan(9000);
    clock.advance(11);
    expect(bodies(queues.receive('mails', 1))).toEqual(['later']);
  });

  test('makes a message received five times a dead letter, which can be read and given back', () => {
    queues.send('mails', ['poison']);
    for (let time = 1; time <= 5; time += 1) {
      expect(queues.receive('mails', 1)).toHaveLength(1);
      clock.advance(121);
    }
    expect(queues.receive('mails', 1)).toEqual([]);
    const [letter] = queues.deadLetters();
    expect(letter).toMatchObject({ queue: 'mails', body: 'poison', receiveCount: 5 });
    expect(queues.redrive('no such id')).toBe(false);
    expect(queues.redrive(letter?.id ?? '')).toBe(true);
    expect(queues.deadLetters()).toEqual([]);
    expect(queues.receive('mails', 1)[0]).toMatchObject({ body: 'poison', receiveCount: 1 });
  });

  test('keeps its messages over a restart, and makes those in work ready at once', () => {
    queues.send('mails', ['in work', 'ready']);
    queues.receive('mails', 1);
    reopen();
    const again = queues.receive('mails', 10);
    expect(bodies(again)).toEqual(['in work', 'ready']);
    expect(again[0]?.receiveCount).toBe(2);
  });

  test('refuses a name that is not declared', () => {
    expect(() => queues.send('nowhere', ['a'])).toThrow('nowhere');
  });

  test('does not lose waiting messages when the clock is put back', () => {
    queues.send('mails', ['a']);
    const receipt = queues.receive('mails', 1)[0]?.receipt ?? '';
    queues.retryAfter(receipt, 1);
    clock.set(createClock().now());
    clock.advance(2);
    expect(bodies(queues.receive('mails', 1))).toEqual(['a']);
  });
});

describe('a worker', () => {
  test('removes what succeeded and tries again only what failed', async () => {
    const seen: string[][] = [];
    const workers = startQueueWorkers({
      queues,
      onHandled: () => undefined,
      report: () => undefined,
      invoke: async (_, event) => {
        const records = recordsOf(event);
        seen.push(records.map(({ body }) => body));
        return {
          batchItemFailures: records
            .filter(({ body }) => body === 'bad' && seen.length === 1)
            .map(({ messageId }) => ({ itemIdentifier: messageId })),
        };
      },
    });
    queues.send('mails', ['good', 'bad']);
    await until(() => seen.length === 1 && queues.depth('mails').waiting === 1);
    clock.advance(2);
    workers.wake();
    await until(() => seen.length === 2 && !workers.busy());
    await workers.stop();
    expect(seen).toEqual([['good', 'bad'], ['bad']]);
    expect(queues.depth('mails')).toEqual({ ready: 0, inFlight: 0, waiting: 0, dead: 0 });
  });

  test('takes a thrown error as the failure of the whole batch, and gives up after five', async () => {
    let calls = 0;
    const workers = startQueueWorkers({
      queues,
      onHandled: () => undefined,
      report: () => undefined,
      invoke: async () => {
        calls += 1;
        throw new Error('down');
      },
    });
    queues.send('mails', ['a', 'b']);
    for (let time = 1; time <= 5; time += 1) {
      await until(() => calls === time && queues.depth('mails').waiting === 2);
      clock.advance(121);
      workers.wake();
    }
    await until(() => queues.depth('mails').dead === 2);
    await workers.stop();
    expect(calls).toBe(5);
  });

  test('waits longer after each failure, never beyond the visibility time-out', () => {
    expect([1, 2, 3, 4, 5].map((count) => retryDelay(count, 120))).toEqual([1, 4, 16, 64, 120]);
  });

  test('takes an answer that names an unknown message as the failure of all', () => {
    const batch = [{ id: 'a' }, { id: 'b' }];
    expect([...failedIds({ batchItemFailures: [{ itemIdentifier: 'b' }] }, batch)]).toEqual(['b']);
    expect([...failedIds({ batchItemFailures: [{ itemIdentifier: 'c' }] }, batch)]).toEqual(['a', 'b']);
    expect([...failedIds({ batchItemFailures: [{ itemIdentifier: '' }] }, batch)]).toEqual(['a', 'b']);
    expect([...failedIds(undefined, batch)]).toEqual([]);
  });
});

function recordsOf(event: unknown): { body: string; messageId: string }[] {
  const records: unknown = typeof event === 'object' && event !== null ? Reflect.get(event, 'Records') : undefined;
  return Array.isArray(records) ? records : [];
}

async function until(done: () => boolean): Promise<void> {
  while (!done()) await new Promise((resolve) => setTimeout(resolve, 2));
}
