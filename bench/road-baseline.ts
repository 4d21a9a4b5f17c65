// The engine alone in a process of its own: how many bare transactions of a registration's three items it takes a second.
import { DynamoDBClient, type TransactWriteItem, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { outboxWrite } from '#functions/runtime/outbox.ts';
import { attributesOf, expressionOf } from '#functions/runtime/table-writes.ts';
import { startEngine } from '#local/engine.ts';
import { submitRegistration } from '#shared/domain/registration.ts';
import { epochSecondsOf, instantOf } from '#shared/kernel/time.ts';
import type { Write } from '#shared/ports.ts';
import { answerParent } from './child.ts';
import { openEdition, usualForm } from './city.ts';

const question = z.object({ seconds: z.number(), concurrency: z.int() });
const folder = mkdtempSync(join(tmpdir(), 'bench-engine-'));
const engine = await startEngine({ dbPath: join(folder, 'table.db') });
const client = new DynamoDBClient({
  endpoint: engine.endpoint,
  region: 'eu-west-2',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});
const now = instantOf(new Date());
const edition = openEdition('marlow-vale-bare', now);
let made = 0;

answerParent(
  async (asked) => ({ perSecond: await measure(question.parse(asked)) }),
  async () => {
    client.destroy();
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  },
);

async function measure({ seconds, concurrency }: z.infer<typeof question>): Promise<number> {
  const started = performance.now();
  const until = started + seconds * 1000;
  let done = 0;
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (performance.now() < until) {
        await client.send(new TransactWriteItemsCommand({ TransactItems: threeItems() }));
        done += 1;
      }
    }),
  );
  return done / ((performance.now() - started) / 1000);
}

function threeItems(): TransactWriteItem[] {
  const { state, facts } = submitRegistration(undefined, {
    edition,
    form: usualForm(edition, made),
    schoolName: 'Fictional Primary School',
    now,
  });
  made += 1;
  const request = {
    edition: edition.edition,
    key: randomUUID(),
    body: 'b'.repeat(64),
    reference: 'ABCD-EFGH',
    expiresAt: epochSecondsOf(now),
  };
  const writes: Write[] = [
    { put: 'registration', item: state, when: 'absent' },
    ...outboxWrite(edition.edition, facts, { now, newId: randomUUID, by: 'public' }),
    { put: 'request', item: request, when: 'absent' },
  ];
  return writes.flatMap((write): TransactWriteItem[] => {
    if (!('put' in write)) return [];
    const { UpdateExpression: _, ...condition } = expressionOf(write);
    return [{ Put: { TableName: engine.tableName, Item: attributesOf(write.put, write.item), ...condition } }];
  });
}
