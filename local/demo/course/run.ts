import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instant } from '#shared/kernel/time.ts';
import { createClock } from '../../clock.ts';
import { startLocalSystem } from '../../system.ts';
import { type Compared, differencesIn } from '../context/compared.ts';
import { deskOf, organiserPath, publicPath } from './desk.ts';
import { countedFigures, printedFigures } from './figures.ts';
import { changedInputs, generatedInputs, printedInputs } from './inputs.ts';
import { countOf } from './ledger.ts';
import { source } from './printed.ts';
import { goThrough } from './through.ts';

export type CourseOptions = { readonly seed?: string | undefined; readonly changed?: boolean | undefined };

/**
 * Runs a course at three schools through HTTP, from the enquiries to the report, and holds what the system shows against
 * the printed source and the client's own count. Writes demo-course.json; gives the exit code.
 */
export async function runCourseDemo({ seed, changed = false }: CourseOptions): Promise<number> {
  const dataDir = await mkdtemp(join(tmpdir(), 'aspirations-demo-'));
  const clock = createClock(instant.parse('2025-01-13T10:00:00.000Z'));
  const system = await startLocalSystem({ dataDir, clock, quiet: true, seed: true });
  try {
    const chosen = seed === undefined ? printedInputs() : generatedInputs(Number(seed));
    const inputs = changed ? changedInputs(chosen) : chosen;
    const desk = deskOf(system);
    const seen = await goThrough(desk, inputs, console.log);
    const read = { offered: await desk.read(`${publicPath}/courses`), report: await desk.read(`${organiserPath}/course-report`) };
    const printed = printedFigures(read);
    const counted = countedFigures(read, countOf(inputs), seen);
    return await conclude(printed, counted, seen.problems);
  } finally {
    await system.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function conclude(printed: readonly Compared[], counted: readonly Compared[], seen: readonly string[]): Promise<number> {
  const problems = [...seen, ...differencesIn(printed), ...differencesIn(counted)];
  const note = 'Simulated replay: schools, children and professionals are made up.';
  await writeFile('demo-course.json', `${JSON.stringify({ note, source, figures: printed, counted, problems }, null, 2)}\n`);
  const end =
    problems.length === 0
      ? ['Everything that is shown equals what was printed or counted. See demo-course.json.']
      : ['Differences:', ...problems.map((one) => `  ${one}`)];
  console.log([note, ...[...printed, ...counted].map(lineOf), ...end].join('\n'));
  return problems.length === 0 ? 0 : 1;
}

function lineOf(one: Compared): string {
  return 'reason' in one
    ? `  ${one.id}  ${one.printed}  ${one.computed}: ${one.reason}`
    : `  ${one.id}  ${one.printed}  =  ${one.computed}  (${one.rows} rows)`;
}
