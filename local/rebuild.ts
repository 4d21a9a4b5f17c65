// npm run rebuild: recounts every edition from its source items and says whether the totals came out byte for byte as they were.
import { randomUUID } from 'node:crypto';
import { canonicalJson } from '#shared/kernel/text.ts';
import type { TableReader, TableWriter } from '#shared/ports.ts';
import { withEngine } from './with-engine.ts';

type Ports = { readonly read: TableReader; readonly write: TableWriter; readonly newId: () => string };

/** All totals of an edition as one text. */
async function totalsOf(edition: string, { read }: Ports): Promise<string> {
  const [classes, events, schools, whole] = await Promise.all([
    read.list('classTotal', { edition }),
    read.list('eventTotal', { edition }),
    read.list('schoolTotal', { edition }),
    read.get('editionTotal', { edition }),
  ]);
  return canonicalJson({ classes, events, schools, whole });
}

async function removeTotals(edition: string, { read, write }: Ports): Promise<void> {
  const [classes, events, schools] = await Promise.all([
    read.list('classTotal', { edition }),
    read.list('eventTotal', { edition }),
    read.list('schoolTotal', { edition }),
  ]);
  await write.bulk([
    ...classes.map((key) => ({ remove: 'classTotal', key, when: 'any' }) as const),
    ...events.map((key) => ({ remove: 'eventTotal', key, when: 'any' }) as const),
    ...schools.map((key) => ({ remove: 'schoolTotal', key, when: 'any' }) as const),
    { remove: 'editionTotal', key: { edition }, when: 'any' },
  ]);
}

/** Destroys and rebuilds the totals of every edition; answers whether all came out equal. */
export async function rebuildAll(ports: Ports, say: (line: string) => void): Promise<boolean> {
  const { rebuildEdition } = await import('#functions/jobs/recount.ts');
  let equal = true;
  for (const { edition } of await ports.read.list('edition', {})) {
    const before = await totalsOf(edition, ports);
    await removeTotals(edition, ports);
    const parts = await rebuildEdition(edition, ports);
    const same = before === (await totalsOf(edition, ports));
    equal &&= same;
    say(
      `${edition}: ${parts} parts recounted, ${same ? 'equal to the byte' : 'the totals moved (something was still to be counted)'}`,
    );
  }
  return equal;
}

if (import.meta.main) {
  await withEngine(process.env['DATA_DIR'] ?? '.data', async ({ tableName }) => {
    const { dynamoReader, dynamoWriter } = await import('#functions/runtime/table.ts');
    const env = { TABLE_NAME: tableName };
    await rebuildAll({ read: dynamoReader(env), write: dynamoWriter(env), newId: randomUUID }, console.log);
  });
}
