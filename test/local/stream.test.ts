import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '#local/database.ts';
import { type Engine, startEngine, trimStream, watchWrites } from '#local/engine.ts';
import { isAlive } from '#local/processes.ts';
import { deliver } from '#local/stream-delivery.ts';
import { startStreamPoller, type StreamSubscriber } from '#local/stream-poller.ts';
import { openStream, type StreamRecord } from '#local/stream-source.ts';

let folder = '';
let engine: Engine;
let database = openDatabase(':memory:');
let client: DynamoDBClient;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stream-'));
  engine = await startEngine({ dbPath: join(folder, 'table.db') });
  database = openDatabase(join(folder, 'queues.db'));
  client = clientOf(engine);
});
afterEach(async () => {
  client.destroy();
  database.close();
  await engine.stop();
  rmSync(folder, { recursive: true });
});

function clientOf({ endpoint }: Engine) {
  return new DynamoDBClient({ endpoint, region: 'eu-west-2', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } });
}
async function put(pk: string, sk: string) {
  await client.send(new PutItemCommand({ TableName: engine.tableName, Item: { pk: { S: pk }, sk: { S: sk } } }));
}
function poll(subscriber: Partial<StreamSubscriber> = {}, told: string[] = []) {
  return startStreamPoller({
    source: openStream(engine.endpoint, engine.streamArn),
    database,
    report: () => undefined,
    listeners: [{ prefix: 'DIRTY#', tell: (records) => void told.push(...records.map(sortKey)) }],
    subscribers: [
      {
        prefix: 'OUTBOX#',
        retries: 2,
        backoffMilliseconds: 1,
        invoke: async () => ({}),
        giveUp: () => undefined,
        report: () => undefined,
        ...subscriber,
      },
    ],
  });
}
const sortKey = (record: StreamRecord) => record.dynamodb?.Keys?.['sk']?.S ?? '';
function keysIn(event: unknown): string[] {
  const records: unknown = typeof event === 'object' && event !== null ? Reflect.get(event, 'Records') : undefined;
  return Array.isArray(records) ? records.map(sortKey) : [];
}

describe('the stream poller', () => {
  test('hands new items with the prefix to the function, in order past the tenth, and wakes the others', async () => {
    const [seen, told]: [string[], string[]] = [[], []];
    const poller = poll({ invoke: async (event) => void seen.push(...keysIn(event)) }, told);
    for (let count = 1; count <= 12; count += 1) await put('OUTBOX#0', `row-${String(count).padStart(2, '0')}`);
    await put('OTHER', 'x');
    await put('DIRTY#a', 'y');
    await put('OUTBOX#0', 'row-01');
    await poller.caughtUp();
    await poller.stop();
    expect(seen).toEqual(Array.from({ length: 12 }, (_, index) => `row-${String(index + 1).padStart(2, '0')}`));
    expect(told).toEqual(['y']);
  });

  test('goes on after a restart where the last settled batch ended, and delivers an unsettled one again', async () => {
    const seen: string[] = [];
    const first = poll({ invoke: async (event) => void seen.push(...keysIn(event)) });
    await put('OUTBOX#0', 'settled');
    await first.caughtUp();
    await first.stop();

    await put('OUTBOX#0', 'in work');
    const { promise: reached, resolve } = Promise.withResolvers<void>();
    const died = poll({
      invoke: () => {
        resolve();
        return new Promise(() => undefined);
      },
    });
    await reached;
    expect(died.position()?.sequence).toBe('1');

    const again = poll({ invoke: async (event) => void seen.push(...keysIn(event)) });
    await again.caughtUp();
    await again.stop();
    expect(seen).toEqual(['settled', 'in work']);
  });

  test('keeps a record that fails for good for the failure queue, and delivers the rest', async () => {
    const [seen, lost]: [string[], string[]] = [[], []];
    for (const key of ['a', 'b', 'poison', 'c', 'd']) await put('OUTBOX#0', key);
    const poller = poll({
      invoke: async (event) => {
        if (keysIn(event).includes('poison')) throw new Error('cannot read it');
        seen.push(...keysIn(event));
      },
      giveUp: (records) => void lost.push(...records.map(sortKey)),
    });
    await poller.caughtUp();
    await poller.stop();
    expect(seen).toEqual(['a', 'b', 'c', 'd']);
    expect(lost).toEqual(['poison']);
  });

  test('can be trimmed behind, and still knows where it is', async () => {
    for (const key of ['a', 'b', 'c']) await put('OUTBOX#0', key);
    const poller = poll();
    await poller.caughtUp();
    const position = BigInt(poller.position()?.sequence ?? 0);
    await poller.stop();
    expect(trimStream(engine.sqlitePath ?? '', engine.tableName, position)).toBe(2);
    const seen: string[] = [];
    const again = poll({ invoke: async (event) => void seen.push(...keysIn(event)) });
    await put('OUTBOX#0', 'd');
    await again.caughtUp();
    await again.stop();
    expect(seen).toEqual(['d']);
  });
});

describe('the hint that somebody wrote', () => {
  test('says so once for each time', async () => {
    const { changed, close } = watchWrites(engine.sqlitePath ?? '');
    expect([changed(), changed()]).toEqual([true, false]);
    await put('OTHER', 'x');
    expect([changed(), changed()]).toEqual([true, false]);
    close();
  });
});

describe('delivery from a stream', () => {
  const records = ['1', '2', '3', '4'].map((SequenceNumber) => ({ dynamodb: { SequenceNumber } }));
  const numbers = (event: unknown) => {
    const list: unknown = typeof event === 'object' && event !== null ? Reflect.get(event, 'Records') : [];
    return Array.isArray(list) ? list.map((one: (typeof records)[number]) => one.dynamodb.SequenceNumber) : [];
  };

  test('goes on from the first record that is named as failed', async () => {
    const calls: string[][] = [];
    await deliver(records, {
      retries: 3,
      backoffMilliseconds: 1,
      report: () => undefined,
      giveUp: () => undefined,
      invoke: async (event) => {
        calls.push(numbers(event));
        return calls.length === 1 ? { batchItemFailures: [{ itemIdentifier: '4' }, { itemIdentifier: '3' }] } : {};
      },
    });
    expect(calls).toEqual([['1', '2', '3', '4'], ['3'], ['4']]);
  });

  test('gives a record up after its tries, not before', async () => {
    let calls = 0;
    const lost: number[] = [];
    await deliver(records.slice(0, 1), {
      retries: 3,
      backoffMilliseconds: 1,
      report: () => undefined,
      giveUp: (given) => void lost.push(given.length),
      invoke: async () => {
        calls += 1;
        throw new Error('down');
      },
    });
    expect([calls, lost]).toEqual([4, [1]]);
  });
});

describe('the engine', () => {
  test('keeps what it took over a restart, and does not make the table again', async () => {
    await put('OUTBOX#0', 'kept');
    const { pid } = process;
    await engine.stop();
    engine = await startEngine({ dbPath: join(folder, 'table.db') });
    const seen: string[] = [];
    const poller = poll({ invoke: async (event) => void seen.push(...keysIn(event)) });
    await poller.caughtUp();
    await poller.stop();
    expect([engine.created, seen, isAlive(pid)]).toEqual([false, ['kept'], true]);
  });

  test('is stopped first when an earlier start left it running on the same file', async () => {
    const second = await startEngine({ dbPath: join(folder, 'table.db') });
    await engine.ended;
    expect(second.created).toBe(false);
    await engine.stop();
    engine = second;
  });
});
