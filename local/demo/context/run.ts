import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { possibleSets } from '#shared/domain/context/benchmarks.ts';
import { instant } from '#shared/kernel/time.ts';
import { createClock } from '../../clock.ts';
import { startLocalSystem } from '../../system.ts';
import { type Compared, differencesIn } from './compared.ts';
import { countedFigures, printedFigures } from './figures.ts';
import { deskOf, fillContext, isFlagged, judge } from './fill.ts';
import { changedInputs, generatedInputs, printedInputs } from './inputs.ts';
import { countOf } from './ledger.ts';
import { claim, gatsby } from './printed.ts';
import { type ReadContext, readContext, yearsOf } from './read.ts';

/** The most institutions that the printed roundings are tried with. */
const mostInstitutions = 60;

export type ContextOptions = { readonly seed?: string | undefined; readonly changed?: boolean | undefined };

/**
 * Brings a city's figures in through HTTP and holds what everybody reads against the printed report, or with `seed` against
 * the client's own count. Writes demo-context.json; gives the exit code.
 */
export async function runContextDemo({ seed, changed = false }: ContextOptions): Promise<number> {
  const dataDir = await mkdtemp(join(tmpdir(), 'aspirations-demo-'));
  const clock = createClock(instant.parse('2025-01-06T09:00:00.000Z'));
  const system = await startLocalSystem({ dataDir, clock, quiet: true });
  try {
    const chosen = seed === undefined ? printedInputs() : generatedInputs(Number(seed));
    const inputs = changed ? changedInputs(chosen) : chosen;
    const desk = await deskOf(system);
    await fillContext(desk, inputs);
    const withoutOverall = await judge(desk);
    const flagged = await isFlagged(desk, claim);
    await system.settle();
    const read = await readContext(system);
    const counted = countedFigures(read, countOf(inputs));
    const printed = seed === undefined ? printedFigures(read, withoutOverall) : [];
    return await conclude({ printed, counted, read, flagged });
  } finally {
    await system.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

type Outcome = {
  readonly printed: readonly Compared[];
  readonly counted: readonly Compared[];
  readonly read: ReadContext;
  readonly flagged: boolean;
};

async function conclude({ printed, counted, read, flagged }: Outcome): Promise<number> {
  const contradictions = printed.length === 0 ? [] : contradictionsIn(read, flagged);
  const sets = possibleSets(gatsby, mostInstitutions);
  const problems = [
    ...differencesIn(printed),
    ...differencesIn(counted),
    ...(printed.length > 0 && contradictions.length !== 2 ? ['the two contradictions in the source were not both found'] : []),
    ...(read.csvRows < yearsOf(read, 'ks2-expected').length ? ['the file of open data lacks years'] : []),
  ];
  const note = 'Simulated replay: the results by school are an example, and the judgements are made up.';
  const result = { note, figures: printed, counted, contradictions, possibleInstitutions: sets, problems };
  await writeFile('demo-context.json', `${JSON.stringify(result, null, 2)}\n`);
  console.log(
    [note, ...[...printed, ...counted].map(lineOf), ...contradictions, ...setLines(sets), ...endOf(problems)].join('\n'),
  );
  return problems.length === 0 ? 0 : 1;
}

/** What the report says against its own table: found by the sentence checker, and in the gaps that are worked out. */
function contradictionsIn(read: ReadContext, flagged: boolean): string[] {
  const years = yearsOf(read, 'ks2-expected');
  const [before, now] = years.slice(-2);
  const [gapBefore, gap] = [Math.abs(before?.toEngland ?? 0), Math.abs(now?.toEngland ?? 0)];
  return [
    ...(flagged && now?.since?.england !== 1
      ? [`Contradiction: “${claim.sentence}” The report’s own table gives ${now?.since?.england} points.`]
      : []),
    ...(gap > gapBefore
      ? [
          `Contradiction: the report says that the city keeps pace. The gap to England widened from ${gapBefore.toFixed(1)} to ${gap.toFixed(1)} points.`,
        ]
      : []),
  ];
}

function lineOf(one: Compared): string {
  const printed = String(one.printed).split('\n').join(' / ');
  if ('reason' in one) return `  ${one.id}  ${printed}  ${one.computed}: ${one.reason}`;
  const why = 'contradicted' in one ? `  ${one.contradicted}` : '';
  return `  ${one.id}  ${printed}  =  ${String(one.computed).split('\n').join(' / ')}  (${one.rows} rows)${why}`;
}

function setLines(sets: ReturnType<typeof possibleSets>): string[] {
  const numbers = [...new Set(sets.map(({ institutions }) => institutions))];
  return [
    `A mean of ${gatsby.mean} with ${gatsby.shares.map(({ atLeast, percent }) => `${percent} % with at least ${atLeast}`).join(', ')} fits ${numbers.join(', ')} institutions, up to ${mostInstitutions}.`,
  ];
}

function endOf(problems: readonly string[]): string[] {
  if (problems.length === 0) return ['Everything that is shown equals what was printed or counted. See demo-context.json.'];
  return ['Differences:', ...problems.map((one) => `  ${one}`)];
}
