import { QueryCommand, type WriteRequest } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { TableReader, TableWriter } from '#shared/ports.ts';
import type { PowerEnv } from '#shared/system/powers.ts';
import { type Item, type ItemName, items, type Key, keyPart, table } from '#shared/system/table.ts';
import { tableClient as client } from './table-client.ts';
import { type Attributes, freeWriter, keyReader } from './table-together.ts';
import { transactAll, writeOne } from './table-transact.ts';
import { attributesOf, dueKey, keyOf } from './table-writes.ts';

type Env = PowerEnv<'table:read'>;

/** Reads the table named in the environment. */
export function dynamoReader({ TABLE_NAME }: Env): TableReader {
  const readKey = keyReader(TABLE_NAME);

  async function query(
    input: Omit<ConstructorParameters<typeof QueryCommand>[0], 'TableName'>,
    limit = Number.POSITIVE_INFINITY,
    after?: Attributes,
  ) {
    const found: Attributes[] = [];
    let from = after;
    do {
      const page = await client.send(
        new QueryCommand({
          ...input,
          TableName: TABLE_NAME,
          ExclusiveStartKey: from,
          ...(Number.isFinite(limit) ? { Limit: limit - found.length } : {}),
        }),
      );
      found.push(...(page.Items ?? []));
      from = page.LastEvaluatedKey;
    } while (from && found.length < limit);
    return found;
  }

  return {
    async get(name, key) {
      const found = await readKey(marshall(keyOf(name, key)));
      return found && itemFrom(name, found);
    },
    async list(name, partition, { startsWith = '', limit, after, newestFirst } = {}) {
      const { pk, sk } = items[name];
      const prefix = `${sk.split('{')[0]}${startsWith}`;
      const found = await query(
        {
          KeyConditionExpression: prefix === '' ? '#pk = :pk' : '#pk = :pk AND begins_with(#sk, :sk)',
          ExpressionAttributeNames: { '#pk': table.partitionKey, ...(prefix === '' ? {} : { '#sk': table.sortKey }) },
          ExpressionAttributeValues: marshall({ ':pk': keyPart(pk, partition), ...(prefix === '' ? {} : { ':sk': prefix }) }),
          ConsistentRead: true,
          ...(newestFirst ? { ScanIndexForward: false } : {}),
        },
        limit,
        after === undefined
          ? undefined
          : marshall({ [table.partitionKey]: keyPart(pk, partition), [table.sortKey]: `${sk.split('{')[0]}${after}` }),
      );
      return found.map((attributes) => itemFrom(name, attributes));
    },
    async due(name, state, until, limit) {
      const { dueIndex } = table;
      const found = await query(
        {
          IndexName: dueIndex.name,
          KeyConditionExpression: '#pk = :pk AND #sk <= :until',
          ExpressionAttributeNames: { '#pk': dueIndex.partitionKey, '#sk': dueIndex.sortKey },
          ExpressionAttributeValues: marshall({ ':pk': dueKey(name, state), ':until': until }),
        },
        limit,
      );
      return found.map((attributes) => keyFrom(name, unmarshall(attributes)));
    },
  };
}

/** Writes the table named in the environment. One write alone is sent as itself: half the cost of a transaction. */
export function dynamoWriter({ TABLE_NAME }: Env): TableWriter {
  const writeFreely = freeWriter(TABLE_NAME);

  return {
    async transact(writes) {
      if (writes.length === 0) return { ok: true };
      const alone = writes.length === 1 ? writes[0] : undefined;
      if (alone && 'put' in alone && alone.when === 'any') {
        await writeFreely(bulkRequest(alone));
        return { ok: true };
      }
      if (alone) return writeOne(TABLE_NAME, alone);
      return transactAll(TABLE_NAME, writes);
    },
    async bulk(writes) {
      for (let start = 0; start < writes.length; start += 100) {
        await Promise.all(writes.slice(start, start + 100).map((write) => writeFreely(bulkRequest(write))));
      }
    },
  };
}

/** The adapters of a function that reads and writes the table. */
export const tableAdapters = { 'table:read': dynamoReader, 'table:write': dynamoWriter } as const;

function bulkRequest(write: Parameters<TableWriter['bulk']>[0][number]): WriteRequest {
  return 'put' in write
    ? { PutRequest: { Item: attributesOf(write.put, write.item) } }
    : { DeleteRequest: { Key: marshall(keyOf(write.remove, write.key)) } };
}

const added = new Set<string>([table.partitionKey, table.sortKey, table.dueIndex.partitionKey, table.dueIndex.sortKey]);

/** The item behind stored attributes. Throws for one that does not fit its schema: a bug or a foreign write. */
function itemFrom<N extends ItemName>(name: N, attributes: Attributes): Item<N> {
  const item: unknown = Object.fromEntries(Object.entries(unmarshall(attributes)).filter(([field]) => !added.has(field)));
  if (!fits(name, item)) throw new Error(`a stored ${name} does not fit its schema`);
  return item;
}

function fits<N extends ItemName>(name: N, item: unknown): item is Item<N> {
  return items[name].schema.safeParse(item).success;
}

/** Reads the key values back out of a key: `EDITION#x#MAILS`, `MAIL#y` → `{ edition: 'x', mail: 'y' }`. */
function keyFrom<N extends ItemName>(name: N, stored: Record<string, unknown>): Key<N> {
  const values: Record<string, string> = {};
  for (const part of [table.partitionKey, table.sortKey] as const) {
    const template = items[name][part];
    const names = [...template.matchAll(/\{(\w+)\}/g)].map((hole) => hole[1] ?? '');
    const match = new RegExp(`^${template.replace(/\{\w+\}/g, '([^#]+)')}$`).exec(String(stored[part]));
    names.forEach((hole, index) => {
      values[hole] = match?.[index + 1] ?? '';
    });
  }
  if (!isKey(name, values)) throw new Error(`a due key of ${name} does not fit its template`);
  return values;
}

function isKey<N extends ItemName>(name: N, values: object): values is Key<N> {
  return [...`${items[name].pk}${items[name].sk}`.matchAll(/\{(\w+)\}/g)].every(
    (hole) => Reflect.get(values, hole[1] ?? '') !== '',
  );
}
