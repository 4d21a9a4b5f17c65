// The whole local system in a process of its own, on a folder of its own, with a city of fictional schools in it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod/mini';
import { startLocalSystem } from '#local/system.ts';
import { instantOf } from '#shared/kernel/time.ts';
import { table } from '#shared/system/table.ts';
import { answerParent } from './child.ts';
import { cityWrites, openEdition } from './city.ts';

const [schools = '100', ...editions] = process.argv.slice(2);
const question = z.discriminatedUnion('what', [
  z.object({ what: z.literal('where') }),
  /** Resolves when so many registrations of an edition are mailed, counted and off the outbox. */
  z.object({ what: z.literal('processed'), edition: z.string(), count: z.int(), mails: z.int(), seconds: z.number() }),
]);
type Processed = Extract<z.infer<typeof question>, { what: 'processed' }>;

const dataDir = mkdtempSync(join(tmpdir(), 'bench-road-'));
const system = await startLocalSystem({ dataDir, quiet: true });
const env = { TABLE_NAME: system.engine.tableName };
const { dynamoReader, dynamoWriter } = await import('#functions/runtime/table.ts');
const read = dynamoReader(env);
const now = instantOf(new Date());
await dynamoWriter(env).bulk(
  cityWrites(
    editions.map((edition) => openEdition(edition, now)),
    Number(schools),
  ),
);
await system.settle();

answerParent(
  async (asked) => {
    const parsed = question.parse(asked);
    if (parsed.what === 'processed') return { at: await processed(parsed) };
    return { origin: system.origin, endpoint: system.engine.endpoint, tableName: system.engine.tableName };
  },
  async () => {
    await system.stop();
    rmSync(dataDir, { recursive: true, force: true });
  },
);

async function processed({ edition, count, mails, seconds }: Processed): Promise<number> {
  const until = Date.now() + seconds * 1000;
  for (;;) {
    if (
      system.inbox.count() >= mails &&
      (await read.get('editionTotal', { edition }))?.registrationsPending === count &&
      (await outboxIsEmpty())
    ) {
      return Date.now();
    }
    if (Date.now() > until) throw new Error(`not processed after ${seconds} s: ${JSON.stringify(await system.status())}`);
    await wait(25);
  }
}

async function outboxIsEmpty(): Promise<boolean> {
  const rows = await Promise.all(table.outboxShards.map((shard) => read.list('outbox', { shard }, { limit: 1 })));
  return rows.flat().length === 0;
}
