import {
  type AttributeValue,
  BatchGetItemCommand,
  BatchWriteItemCommand,
  GetItemCommand,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { AppError } from '#shared/kernel/errors.ts';
import { table } from '#shared/system/table.ts';
import { tableClient as client } from './table-client.ts';
import { together } from './together.ts';

/** A stored item, or the two attributes that are its key. */
export type Attributes = Record<string, AttributeValue>;

/** How many DynamoDB takes in one call, and how often it is asked for what it left out. */
const most = { reads: 100, writes: 25 } as const;
const attempts = 8;

/** Reads stored items by key, strongly consistent: all that is asked for in one turn of the event loop in one call. */
export function keyReader(tableName: string): (key: Attributes) => Promise<Attributes | undefined> {
  return together(async (keys) => {
    // DynamoDB refuses a call that names a key twice.
    const wanted = [...new Map(keys.map((key) => [textOf(key), key])).values()];
    const readAlone = (key: Attributes) => readOne(tableName, key);
    if (wanted.length === 1) return readAlone;
    try {
      const found = await Promise.all(inParts(wanted, most.reads).map((part) => readPart(tableName, part)));
      const byKey = new Map(found.flat().map((item) => [textOf(item), item]));
      return (key) => byKey.get(textOf(key));
    } catch (error) {
      if (error instanceof AppError) throw error;
      // One key that the table refuses must not spoil what others asked for.
      return readAlone;
    }
  });
}

/**
 * Puts or deletes items whatever is there: all that is asked for in one turn of the event loop in as few calls as it
 * takes; not atomic. Of two writes to one item the later stands. Throws `unavailable` when the table does not take one.
 */
export function freeWriter(tableName: string): (request: WriteRequest) => Promise<void> {
  return together(async (requests) => {
    const last = new Map(requests.map((request) => [textOf(request.PutRequest?.Item ?? request.DeleteRequest?.Key), request]));
    try {
      await Promise.all(inParts([...last.values()], most.writes).map((part) => writePart(tableName, part)));
      return () => undefined;
    } catch (error) {
      if (error instanceof AppError || last.size === 1) throw error;
      return (request) => writePart(tableName, [request]);
    }
  });
}

function textOf(item: Attributes = {}): string {
  return JSON.stringify([item[table.partitionKey]?.S, item[table.sortKey]?.S]);
}

function inParts<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, part) => all.slice(part * size, (part + 1) * size));
}

async function readOne(tableName: string, key: Attributes): Promise<Attributes | undefined> {
  return (await client.send(new GetItemCommand({ TableName: tableName, Key: key, ConsistentRead: true }))).Item;
}

async function readPart(tableName: string, keys: Attributes[]): Promise<Attributes[]> {
  const found: Attributes[] = [];
  await untilTaken(keys, async (left) => {
    const RequestItems = { [tableName]: { Keys: left, ConsistentRead: true } };
    const { Responses, UnprocessedKeys } = await client.send(new BatchGetItemCommand({ RequestItems }));
    found.push(...(Responses?.[tableName] ?? []));
    return UnprocessedKeys?.[tableName]?.Keys ?? [];
  });
  return found;
}

async function writePart(tableName: string, requests: WriteRequest[]): Promise<void> {
  await untilTaken(requests, async (left) => {
    const { UnprocessedItems } = await client.send(new BatchWriteItemCommand({ RequestItems: { [tableName]: left } }));
    return UnprocessedItems?.[tableName] ?? [];
  });
}

/** Asks again, after longer and longer waits, for what the table has left out. */
async function untilTaken<T>(all: T[], ask: (left: T[]) => Promise<T[]>): Promise<void> {
  let left = all;
  for (let attempt = 0; left.length > 0; attempt += 1) {
    if (attempt === attempts) throw new AppError('unavailable', 'busy', 'The table takes no more now. Try again.');
    if (attempt > 0) await new Promise((resume) => setTimeout(resume, 50 * 2 ** attempt));
    left = await ask(left);
  }
}
