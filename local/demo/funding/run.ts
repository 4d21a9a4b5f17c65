import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { instant } from '#shared/kernel/time.ts';
import { createClock } from '../../clock.ts';
import { type LocalSystem, startLocalSystem } from '../../system.ts';
import { type Compared, differencesIn } from '../context/compared.ts';
import { fictionalRegister } from '../fictional-register.ts';
import { askAfter, askBefore } from './children.ts';
import { deskOf } from './desk.ts';
import { countedFigures, printedFigures, quotesIn } from './figures.ts';
import { account, holdSessions, openProgramme, writeDown } from './fill.ts';
import { changedInputs, generatedInputs, printedInputs } from './inputs.ts';
import { countOf } from './ledger.ts';
import { readReports } from './read.ts';

export type FundingOptions = { readonly seed?: string | undefined; readonly changed?: boolean | undefined };

/**
 * Runs a funded programme through HTTP from its first pound to the reports, and holds what the funders read against the printed
 * article, or with `seed` against the client's own count alone. Writes demo-funding.json; gives the exit code.
 */
export async function runFundingDemo({ seed, changed = false }: FundingOptions): Promise<number> {
  const dataDir = await mkdtemp(join(tmpdir(), 'aspirations-demo-'));
  const clock = createClock(instant.parse('2021-10-04T09:00:00.000Z'));
  const system = await startLocalSystem({ dataDir, clock, quiet: true });
  try {
    await takeRegisterIn(system);
    const chosen = seed === undefined ? printedInputs() : generatedInputs(Number(seed));
    const inputs = changed ? changedInputs(chosen) : chosen;
    const desk = await deskOf(system);
    await openProgramme(desk, inputs);
    await writeDown(desk, inputs);
    const classes = await askBefore(desk, inputs);
    await holdSessions(desk, inputs);
    await askAfter(desk, inputs, classes);
    await account(desk, inputs);
    const reports = await readReports(system, { base: desk.funding, cookie: desk.cookie });
    const counted = countedFigures(reports, countOf(inputs));
    const printed = seed === undefined ? printedFigures(reports) : [];
    return await conclude({ printed, counted, apart: quotesIn(reports['opportunity-area']), refusals: desk.refusals });
  } finally {
    await system.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function takeRegisterIn({ engine }: LocalSystem): Promise<void> {
  const { dynamoReader, dynamoWriter } = await import('#functions/runtime/table.ts');
  const { importRegister } = await import('#functions/consumers/register/import-file.ts');
  const env = { TABLE_NAME: engine.tableName };
  const open = async () => Readable.from([Buffer.from(fictionalRegister())]);
  await importRegister({ open, read: dynamoReader(env), write: dynamoWriter(env) });
}

type Outcome = {
  readonly printed: readonly Compared[];
  readonly counted: readonly Compared[];
  /** What is wrong with the results that are only quoted. */
  readonly apart: readonly string[];
  readonly refusals: number;
};

async function conclude({ printed, counted, apart, refusals }: Outcome): Promise<number> {
  const problems = [...differencesIn(printed), ...differencesIn(counted), ...apart];
  const note = 'Simulated replay: only the funders’ money is real. Schools, sessions and answers are made up.';
  await writeFile('demo-funding.json', `${JSON.stringify({ note, figures: printed, counted, refusals, problems }, null, 2)}\n`);
  const end =
    problems.length === 0
      ? ['Everything that is shown equals what was printed or counted. See demo-funding.json.']
      : ['Differences:', ...problems.map((one) => `  ${one}`)];
  const lines = [note, ...[...printed, ...counted].map(lineOf), `${refusals} requests were refused, as they had to be.`, ...end];
  console.log(lines.join('\n'));
  return problems.length === 0 ? 0 : 1;
}

function lineOf(one: Compared): string {
  if ('reason' in one) return `  ${one.id}  ${one.printed}  ${one.computed}: ${one.reason}`;
  return `  ${one.id}  ${one.printed}  =  ${one.computed}  (${one.rows} rows)`;
}
