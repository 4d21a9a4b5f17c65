import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEngine } from '#local/engine.ts';
import { applyEnvironment, tableEnvironment } from '#local/environment.ts';
import { classCodeOf } from '#shared/domain/pupils/class.ts';
import { idOf } from '#shared/kernel/ids.ts';

/** What reading one stored answer costs, class by class as the recount reads them, by the adapter and the local engine. */
export async function secondsPerStoredAnswer(quick: boolean): Promise<{ readonly seconds: number; readonly answers: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-england-'));
  const engine = await startEngine({ dbPath: join(folder, 'table.db') });
  applyEnvironment(tableEnvironment(engine.endpoint, engine.tableName));
  try {
    const { dynamoReader, dynamoWriter } = await import('#functions/runtime/table.ts');
    const env = { TABLE_NAME: engine.tableName };
    const [read, write] = [dynamoReader(env), dynamoWriter(env)];
    const codes = Array.from({ length: quick ? 4 : 200 }, (_, index) => classCodeOf(String(index)));
    const edition = 'england-year';
    const answers = { fun: 5, again: 3, 'many-jobs': 2, 'same-job': 3, 'any-job': 1 };
    for (const code of codes)
      await write.bulk(
        Array.from({ length: 27 }, (_, child) => {
          const item = { edition, code, answer: idOf(code, String(child)), answers };
          return { put: 'pupilAnswer' as const, item, when: 'any' as const };
        }),
      );
    const started = performance.now();
    let found = 0;
    for (const code of codes) found += (await read.list('pupilAnswer', { edition, code })).length;
    return { seconds: (performance.now() - started) / 1000 / found, answers: found };
  } finally {
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
