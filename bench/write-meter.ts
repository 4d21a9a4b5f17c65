import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { request as ask, createServer, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import * as z from 'zod/mini';
import { table } from '#shared/system/table.ts';

/** One request that wrote: what it is called, and the write units that DynamoDB would count for it, indexes included. */
export type MeteredWrite = { readonly operation: string; readonly items: readonly string[]; readonly units: number };

/** A proxy before the engine that weighs every write that goes through it. */
export type WriteMeter = {
  readonly endpoint: string;
  /** What was written since the last call. */
  readonly take: () => readonly MeteredWrite[];
  readonly stop: () => Promise<void>;
};

type Attributes = Record<string, AttributeValue>;
type Weighed = { readonly bytes: number; readonly due: string | undefined };

const attributes = z.record(
  z.string(),
  z.custom<AttributeValue>((value) => typeof value === 'object' && value !== null),
);
const put = z.object({ Item: attributes });
const key = z.object({ Key: attributes });
const sent = z.object({
  Item: z.optional(attributes),
  Key: z.optional(attributes),
  TransactItems: z.optional(
    z.array(
      z.object({ Put: z.optional(put), Delete: z.optional(key), Update: z.optional(key), ConditionCheck: z.optional(key) }),
    ),
  ),
  RequestItems: z.optional(
    z.record(
      z.string(),
      z.union([z.array(z.object({ PutRequest: z.optional(put), DeleteRequest: z.optional(key) })), z.unknown()]),
    ),
  ),
});

/** Starts a meter before the engine at this address. The table must be empty: the meter knows only what went through it. */
export async function startWriteMeter(engine: string): Promise<WriteMeter> {
  const stored = new Map<string, Weighed>();
  let metered: MeteredWrite[] = [];

  const server = createServer((request, response) => {
    void (async () => {
      const body = await bytesOf(request);
      const operation =
        String(request.headers['x-amz-target'] ?? '')
          .split('.')
          .at(-1) ?? '';
      const forwarded = ask(engine, {
        method: request.method,
        path: request.url,
        headers: { ...request.headers, host: new URL(engine).host },
      });
      forwarded.end(body);
      const [answer]: IncomingMessage[] = await once(forwarded, 'response');
      if (!answer) throw new Error('the engine gave no answer');
      const text = await bytesOf(answer);
      if (answer.statusCode === 200) meter(operation, body);
      response.writeHead(answer.statusCode ?? 500, answer.headers).end(text);
    })().catch(() => response.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');

  function meter(operation: string, body: Buffer) {
    const writes = /Put|Delete|Update|Write/.test(operation) ? writesOf(operation, sent.parse(JSON.parse(body.toString()))) : [];
    if (writes.length === 0) return;
    const units = writes.map(({ was, now }) => unitsOf(stored, was, now) * (operation === 'TransactWriteItems' ? 2 : 1));
    metered.push({ operation, items: writes.map(({ was }) => was), units: units.reduce((sum, one) => sum + one, 0) });
  }

  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    take() {
      const taken = metered;
      metered = [];
      return taken;
    },
    async stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Each item of a request, by its key; `now` is what is stored afterwards, null for nothing, undefined for as before. */
type ItemWrite = { readonly was: string; readonly now: Attributes | null | undefined };

function writesOf(operation: string, { Item, Key, TransactItems = [], RequestItems = {} }: z.infer<typeof sent>): ItemWrite[] {
  if (operation === 'PutItem' && Item) return [{ was: nameOf(Item), now: Item }];
  if (operation === 'DeleteItem' && Key) return [{ was: nameOf(Key), now: null }];
  if (operation === 'UpdateItem' && Key) return [{ was: nameOf(Key), now: undefined }];
  const batched = Object.values(RequestItems).flatMap((requests) => (Array.isArray(requests) ? requests : []));
  const puts = [...TransactItems.map((one) => one.Put), ...batched.map((one) => one.PutRequest)];
  const removals = [...TransactItems.map((one) => one.Delete), ...batched.map((one) => one.DeleteRequest)];
  const others = TransactItems.map((one) => one.Update ?? one.ConditionCheck);
  return [
    ...puts.flatMap((one) => (one ? [{ was: nameOf(one.Item), now: one.Item }] : [])),
    ...removals.flatMap((one) => (one ? [{ was: nameOf(one.Key), now: null }] : [])),
    ...others.flatMap((one) => (one ? [{ was: nameOf(one.Key), now: undefined }] : [])),
  ];
}

/** Units of one write outside a transaction: a KB of the larger of before and after, and one for each change of its index entry. */
function unitsOf(stored: Map<string, Weighed>, name: string, now: Attributes | null | undefined): number {
  const before = stored.get(name);
  const after = now === undefined ? before : now === null ? undefined : { bytes: bytesIn(now), due: dueOf(now) };
  if (after) stored.set(name, after);
  else stored.delete(name);
  const own = Math.max(1, Math.ceil(Math.max(before?.bytes ?? 0, after?.bytes ?? 0) / 1024));
  const [was, is] = [before?.due, after?.due];
  return own + (was === is ? 0 : Number(was !== undefined) + Number(is !== undefined));
}

function nameOf(item: Attributes): string {
  return `${item[table.partitionKey]?.S} ${item[table.sortKey]?.S}`;
}

/** Where the item stands in the index, if it does; its entry holds keys alone and is far below a KB. */
function dueOf(item: Attributes): string | undefined {
  const { partitionKey, sortKey } = table.dueIndex;
  return item[partitionKey] && `${item[partitionKey].S} ${item[sortKey]?.S}`;
}

/** The size of an item as DynamoDB counts it: names and values in UTF-8, three bytes and one for each member of a list or map. */
function bytesIn(item: Attributes): number {
  return Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + bytesOfValue(value), 0);
}

function bytesOfValue(value: AttributeValue): number {
  if (value.S !== undefined) return Buffer.byteLength(value.S);
  if (value.N !== undefined) return Math.ceil(value.N.replace(/\D/g, '').length / 2) + 2;
  if (value.L !== undefined) return value.L.reduce((sum, one) => sum + 1 + bytesOfValue(one), 3);
  if (value.M !== undefined) return 3 + bytesIn(value.M) + Object.keys(value.M).length;
  return 1;
}

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks);
}
