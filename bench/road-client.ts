// Schools in a process of their own: they register as fast as they are answered, or at a fixed rate, and one of them watches the figures.
import { DynamoDBClient, GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod/mini';
import { instantOf } from '#shared/kernel/time.ts';
import { keyOf } from '#functions/runtime/table-writes.ts';
import { items, keyPart } from '#shared/system/table.ts';
import { marshall } from '@aws-sdk/util-dynamodb';
import { answerParent } from './child.ts';
import { openEdition, schoolAt, usualForm } from './city.ts';

const where = { origin: z.string(), endpoint: z.string(), tableName: z.string(), edition: z.string(), count: z.int() };
const question = z.discriminatedUnion('what', [
  z.object({ what: z.literal('burst'), concurrency: z.int(), ...where }),
  z.object({ what: z.literal('steady'), perSecond: z.number(), ...where }),
]);
type Burst = Extract<z.infer<typeof question>, { what: 'burst' }>;
type Steady = Extract<z.infer<typeof question>, { what: 'steady' }>;

const agent = new Agent({ keepAlive: true, maxSockets: 64 });
answerParent(async (asked) => {
  const parsed = question.parse(asked);
  return parsed.what === 'burst' ? burst(parsed) : steady(parsed);
});

/** Every connection posts again as soon as it is answered. */
async function burst({ origin, edition, count, concurrency }: Burst) {
  const form = formsOf(edition);
  const startedAt = Date.now();
  let next = 0;
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (next < count) await post(origin, edition, form(next++));
    }),
  );
  return { startedAt, endedAt: Date.now() };
}

/** Open loop: a post is sent when it is due, whether or not those before it were answered. */
async function steady({ origin, edition, count, perSecond, endpoint, tableName }: Steady) {
  const form = formsOf(edition);
  const answered = new Map<string, number>();
  const accepting: number[] = [];
  const watching = watch({ endpoint, tableName, edition, count });
  const started = performance.now();
  const posts: Promise<void>[] = [];
  for (let index = 0; index < count; index += 1) {
    const due = started + (index * 1000) / perSecond;
    await wait(Math.max(0, due - performance.now()));
    const one = async () => {
      await post(origin, edition, form(index));
      accepting.push(performance.now() - due);
      answered.set(schoolAt(index).urn, performance.now());
    };
    posts.push(one());
  }
  await Promise.all(posts);
  const seen = await watching;
  const visible = [...answered].map(([urn, at]) => Math.max(0, (seen.get(urn) ?? Number.POSITIVE_INFINITY) - at));
  return { visible, accepting };
}

type Watched = { readonly endpoint: string; readonly tableName: string; readonly edition: string; readonly count: number };

/**
 * Looks every 20 ms until every school is counted; gives the moment at which each was seen in the edition's total. A school's
 * own total comes first: once the edition counts as many as there were schools by then, that school is among them.
 */
async function watch({ endpoint, tableName, edition, count }: Watched): Promise<Map<string, number>> {
  const client = new DynamoDBClient({
    endpoint,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const waiting = new Map<string, number>();
  const own = new Set<string>();
  const seen = new Map<string, number>();
  let from = 0;
  while (seen.size < count) {
    const total = await client.send(
      new GetItemCommand({ TableName: tableName, Key: marshall(keyOf('editionTotal', { edition })), ConsistentRead: true }),
    );
    const counted = Number(total.Item?.['registrationsPending']?.N ?? 0);
    for (const [urn, rank] of waiting) {
      if (rank > counted) continue;
      seen.set(urn, performance.now());
      waiting.delete(urn);
    }
    const fresh = (await schoolsFrom(client, { tableName, edition, from })).filter((urn) => !own.has(urn));
    for (const urn of fresh) own.add(urn);
    for (const urn of fresh) waiting.set(urn, own.size);
    while (own.has(schoolAt(from).urn)) from += 1;
    await wait(20);
  }
  client.destroy();
  return seen;
}

/** The schools with totals, from one place in the register on: those before it are known already. */
async function schoolsFrom(
  client: DynamoDBClient,
  { tableName, edition, from }: { tableName: string; edition: string; from: number },
): Promise<string[]> {
  const { pk, sk } = items.schoolTotal;
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: tableName,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ProjectionExpression: 'sk',
      ExpressionAttributeValues: marshall({
        ':pk': keyPart(pk, { edition }),
        ':from': keyPart(sk, { urn: schoolAt(from).urn }),
        ':to': keyPart(sk, { urn: '999999' }),
      }),
      ConsistentRead: true,
    }),
  );
  return Items.map((item) => String(unmarshall(item)['sk']).slice('SCHOOL#'.length));
}

function formsOf(name: string): (index: number) => string {
  const edition = openEdition(name, instantOf(new Date()));
  return (index) => JSON.stringify(usualForm(edition, index));
}

function post(origin: string, edition: string, body: string): Promise<void> {
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    accept: 'application/json',
    'idempotency-key': randomUUID(),
  };
  return new Promise((resolve, reject) => {
    const sent = request(`${origin}/editions/${edition}/schools/register`, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.on('end', () =>
        response.statusCode === 201 ? resolve() : reject(new Error(`a registration was answered with ${response.statusCode}`)),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
