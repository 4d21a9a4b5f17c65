// npm run bench [-- --json FILE] [-- --only NAME,NAME] [-- --quick]: measures everything against baselines of the same run.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { type Figure, holds, type Measure, tableOf } from './figures.ts';

/** Every group of measurements, in its own process: a system takes the environment and the clock of its process. */
const groups: Readonly<Record<string, () => Promise<Measure>>> = {
  'cold-path': async () => (await import('./cold-path.ts')).measureColdPath,
  bundles: async () => (await import('./bundles.ts')).measureBundles,
  pages: async () => (await import('./pages.ts')).measurePages,
  lighthouse: async () => (await import('./lighthouse.ts')).measureLighthouse,
  'http-adapter': async () => (await import('./http-adapter.ts')).measureHttpAdapter,
  road: async () => (await import('./road.ts')).measureRoad,
  'write-units': async () => (await import('./write-units.ts')).measureWriteUnits,
  'register-import': async () => (await import('./register-figures.ts')).measureRegisterImport,
  rebuild: async () => (await import('./rebuild.ts')).measureRebuild,
  lists: async () => (await import('./lists.ts')).measureLists,
  england: async () => (await import('./england.ts')).measureEngland,
  rotation: async () => (await import('./rotation.ts')).measureRotation,
};

const figure = z.object({
  name: z.string(),
  value: z.number(),
  unit: z.string(),
  floor: z.exactOptional(z.number()),
  ceiling: z.exactOptional(z.number()),
  note: z.string(),
});

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    group: { type: 'string' },
  },
});

if (values.group === undefined) await measureAll(values.only?.split(',') ?? Object.keys(groups));
else await measureHere(values.group);

async function measureAll(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !(name in groups));
  if (unknown.length > 0) throw new Error(`there is no group ${unknown.join(', ')}; there are ${Object.keys(groups).join(', ')}`);
  const measured: Measured[] = [];
  const failed: string[] = [];
  for (const group of names) {
    const started = performance.now();
    const figures = await measureApart(group);
    if (figures) measured.push({ group, figures });
    else failed.push(group);
    console.error(`${group}: ${Math.round((performance.now() - started) / 1000)} s`);
  }
  const figures = measured.flatMap((one) => one.figures);
  const judged = figures.map(holds).filter((kept) => kept !== undefined);
  const missed = judged.filter((kept) => !kept).length;
  console.log(
    `${tableOf(figures)}\n\n${judged.length - missed} of ${judged.length} bounds hold${values.quick ? ' (quick run: figures mean little)' : ''}`,
  );
  if (failed.length > 0) console.log(`not measured, an error each: ${failed.join(', ')}`);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ ...report(measured), failed }, null, 2)}\n`);
  if (missed > 0 || failed.length > 0) process.exitCode = 1;
}

type Measured = { readonly group: string; readonly figures: readonly Figure[] };

function report(measured: readonly Measured[]) {
  const machine = { node: process.version, cpu: cpus()[0]?.model ?? '', cores: availableParallelism() };
  const figures = measured.flatMap((one) =>
    one.figures.map((each) => ({ group: one.group, ...each, holds: holds(each) ?? null })),
  );
  return { at: new Date().toISOString(), quick: values.quick, machine, figures };
}

/** Undefined when the measurement itself failed; what went wrong stands on standard error. */
async function measureApart(group: string): Promise<readonly Figure[] | undefined> {
  // The functions' log lines are not ours to show, and writing them costs what it costs on a server.
  const child = fork(import.meta.filename, ['--group', group, ...(values.quick ? ['--quick'] : [])], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const answers: unknown[] = [];
  child.on('message', (answer) => answers.push(answer));
  const [code] = await once(child, 'exit');
  return code === 0 ? z.array(figure).parse(answers[0]) : undefined;
}

async function measureHere(group: string): Promise<void> {
  const measure = await groups[group]?.();
  if (!measure) throw new Error(`there is no group ${group}`);
  const figures = await measure(values.quick);
  process.send?.(figures, () => process.disconnect());
}
