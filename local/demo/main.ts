// npm run demo [-- context | funding | course] [-- --seed N] [-- --change-one-answer]: a whole week, a city's figures beside it, a
// funded programme or a course at schools, through HTTP in simulated time, in a throw-away data folder.
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { instant } from '#shared/kernel/time.ts';
import { createClock } from '../clock.ts';
import { type LocalSystem, startLocalSystem } from '../system.ts';
import { runContextDemo } from './context/run.ts';
import { runFundingDemo } from './funding/run.ts';
import { runCourseDemo } from './course/run.ts';
import { coventry2025 } from './coventry-2025.ts';
import { factCounter } from './fact-counter.ts';
import { fictionalRegister } from './fictional-register.ts';
import { generatedWeek } from './generated.ts';
import type { Figures } from './ledger.ts';
import type { Plan, PlanSchool } from './plan.ts';
import { evidenceOf } from './evidence.ts';
import { publishAndRead, type Published } from './publish.ts';
import { differences, figuresOf, printedDifferences, publishedDifferences, reportPage, summary } from './report.ts';
import type { Week } from './browsing.ts';
import { type City, openEdition, runWeek } from './week.ts';

const realRegister = resolve(import.meta.dirname, '../../../shared/data/schools-coventry.csv');

async function main(): Promise<number> {
  divertLogs('demo.log');
  const { values, positionals } = parseArgs({
    options: { seed: { type: 'string' }, 'change-one-answer': { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const { seed, 'change-one-answer': changed } = values;
  const [programme = 'week'] = positionals;
  if (programme === 'context') return runContextDemo({ seed, changed });
  if (programme === 'funding') return runFundingDemo({ seed, changed });
  if (programme === 'course') return runCourseDemo({ seed, changed });
  if (programme === 'week') return runWeekDemo(seed, changed);
  throw new Error(`there is no demo of ${programme}: choose week, context, funding or course`);
}

/** What the functions log goes to a file: the terminal tells the story alone. */
function divertLogs(path: string): void {
  const file = createWriteStream(path);
  console.info = (line: unknown) => void file.write(`${String(line)}\n`);
}

async function runWeekDemo(seed: string | undefined, changed: boolean): Promise<number> {
  const dataDir = await mkdtemp(join(tmpdir(), 'aspirations-demo-'));
  const facts = factCounter();
  const system = await startLocalSystem({
    dataDir,
    clock: createClock(instant.parse('2025-01-06T09:00:00.000Z')),
    quiet: true,
    loadHandler: facts.loadHandler,
  });
  try {
    const { city, schools } = await importSchools(system);
    const plan = planFor(schools, seed, changed);
    await openEdition(system, city);
    const week = await runWeek(system, plan, console.log);
    const published = await publishAndRead(system);
    return await conclude({ system, week, published, facts: facts.counts(), generated: seed !== undefined });
  } finally {
    await system.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function planFor(schools: readonly PlanSchool[], seed: string | undefined, changeOneAnswer: boolean): Plan {
  const plan = seed === undefined ? coventry2025(schools) : generatedWeek(Number(seed), schools);
  if (!changeOneAnswer) return plan;
  const [first, ...others] = plan.responses;
  return first ? { ...plan, responses: [{ ...first, sent: [{ ...first.sent.at(-1), enjoyed: 1 }] }, ...others] } : plan;
}

/** Takes the real register in where the data folder beside the project has it, else a fictional one of the same size. */
async function importSchools({ engine }: LocalSystem): Promise<{ city: City; schools: PlanSchool[] }> {
  const real = existsSync(realRegister);
  const { dynamoReader, dynamoWriter } = await import('#functions/runtime/table.ts');
  const { importRegister } = await import('#functions/consumers/register/import-file.ts');
  const ports = { read: dynamoReader({ TABLE_NAME: engine.tableName }), write: dynamoWriter({ TABLE_NAME: engine.tableName }) };
  const open = async () => (real ? createReadStream(realRegister) : Readable.from([Buffer.from(fictionalRegister())]));
  const report = await importRegister({ open, ...ports });
  const city = real ? { name: 'Coventry', localAuthority: '331' } : { name: 'Larkford', localAuthority: '999' };
  console.log(
    `Register: ${report.added.length} schools of ${city.name}${real ? '' : ' (fictional)'} taken in, ${report.refused.length} rows refused`,
  );
  const schools = await ports.read.list('school', { la: city.localAuthority });
  return { city, schools: schools.map(({ urn, name }) => ({ urn, name })) };
}

type Outcome = {
  readonly system: LocalSystem;
  readonly week: Week;
  readonly published: Published;
  readonly facts: Readonly<Record<string, number>>;
  readonly generated: boolean;
};

async function conclude({ system, week, published, facts, generated }: Outcome): Promise<number> {
  const { ledger } = week;
  const figures: Figures = figuresOf(published.live);
  const evidence = await evidenceOf(system, published);
  const problems = [
    ...differences(figures, ledger.figures()),
    ...publishedDifferences(published.report, figures),
    ...evidence.problems,
    ...week.problems,
    ...(generated ? [] : printedDifferences(figures)),
  ];
  if (!isDeepStrictEqual(figures, ledger.figures()) && problems.length === 0) problems.push('the report and the count differ');
  const mails = mailsByKind(system);
  const result = {
    note: 'Simulated replay; the schools that took part are not published.',
    figures,
    report: published.report,
    week: week.said,
    evidence: evidence.lines,
    counted: ledger.figures(),
    requests: { accepted: ledger.accepted, refused: ledger.refused },
    mails,
    facts,
    problems,
  };
  await writeFile('demo-report.json', `${JSON.stringify(result, null, 2)}\n`);
  const page = await (await fetch(`${system.origin}/editions/coventry-2025/impact`, { headers: { accept: 'text/html' } })).text();
  await writeFile('demo-report.html', await reportPage(page, system.origin));
  console.log(summary(result));
  return problems.length === 0 ? 0 : 1;
}

/** Mails in the inbox by their subject's first words, which name their kind. */
function mailsByKind({ inbox }: LocalSystem): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { tags } of inbox.list({ limit: 100_000 })) {
    const kind = tags['template']?.[0] ?? 'mail';
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

process.exitCode = await main();
