// npm run import -- FILE [--dry-run] [--json]: takes the official register of schools in, from a CSV file as downloaded.
import { createReadStream, existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { RegisterReport } from '#functions/consumers/register/import-file.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { withEngine } from './with-engine.ts';

const usage = 'npm run import -- FILE [--dry-run] [--json]\n  FILE is the register as downloaded: .csv or .csv.gz';
/** Longer lists are cut on the screen; --json has them whole. */
const listed = 200;

type Measured = RegisterReport & { readonly seconds: number; readonly peakMegabytes: number };

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { 'dry-run': { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [file] = positionals;
  if (file === undefined || positionals.length !== 1) return complain(usage);
  if (!existsSync(file)) return complain(`There is no file ${file}.`);
  const report = await measure(() => importFile(file, values['dry-run']));
  console.log(values.json ? JSON.stringify(report) : inWords(report, values['dry-run']));
  return report.rows > report.refused.length ? 0 : 1;
}

function complain(message: string): number {
  console.error(message);
  return 1;
}

async function importFile(file: string, dryRun: boolean): Promise<RegisterReport> {
  const open = async () => createReadStream(file, { highWaterMark: 1 << 18 });
  return withEngine(process.env['DATA_DIR'] ?? '.data', async ({ tableName }) => {
    // Loaded only now: the adapter reads the environment once, when it is loaded.
    const { dynamoReader, dynamoWriter } = await import('#functions/runtime/table.ts');
    const { importRegister } = await import('#functions/consumers/register/import-file.ts');
    const env = { TABLE_NAME: tableName };
    return importRegister({ open, read: dynamoReader(env), write: dryRun ? undefined : dynamoWriter(env) });
  });
}

async function measure(work: () => Promise<RegisterReport>): Promise<Measured> {
  const start = performance.now();
  const report = await work();
  const seconds = Math.round(performance.now() - start) / 1000;
  return { ...report, seconds, peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024) };
}

function inWords(report: Measured, dryRun: boolean): string {
  const { rows, seconds, refused, missing } = report;
  return [
    `${count(rows, 'row')} read as ${report.encoding} in ${seconds} s, with at most ${report.peakMegabytes} MB.`,
    ...(dryRun ? ['Dry run: nothing was written.'] : []),
    ...(['added', 'changed', 'closed', 'moved'] as const).flatMap((kind) => [
      `${label(kind)}${report[kind].length}`,
      ...lines(kind, report),
    ]),
    `${label('unchanged')}${report.unchanged}`,
    `${label('refused')}${refused.length}`,
    ...cut(refused.map(({ line, column, reason, fix }) => `  line ${line}${column ? `, ${column}` : ''}: ${reason}. ${fix}.`)),
    ...(missing.length > 0
      ? [
          `${label('not listed')}${missing.length} open schools of these local authorities; they stay as they are`,
          ...cut(missing.map((urn) => `  URN ${urn}`)),
        ]
      : []),
  ].join('\n');
}

/** Additions are not listed: in a first import they are the whole file. */
function lines(kind: 'added' | 'changed' | 'closed' | 'moved', report: RegisterReport): string[] {
  return kind === 'added' ? [] : cut(report[kind].map(({ line, urn }) => `  line ${line}: URN ${urn}`));
}

function cut(all: readonly string[]): string[] {
  return all.length > listed ? [...all.slice(0, listed), `  … and ${all.length - listed} more: --json has them all`] : [...all];
}

function label(text: string): string {
  return `${text}:`.padEnd(12);
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString('en-GB')} ${noun}${number === 1 ? '' : 's'}`;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof AppError) && !(error instanceof Error)) throw error;
  process.exitCode = complain(error.message);
}
