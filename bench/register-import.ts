import { execFile } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import * as z from 'zod/mini';

/** The command is run as its npm script has it, limits of memory included. */
const manifest = z.object({ scripts: z.object({ import: z.string() }) });
const measured = z.object({
  rows: z.int(),
  seconds: z.number(),
  peakMegabytes: z.number(),
  refused: z.array(z.unknown()),
  unchanged: z.int(),
});

/** What importing a generated register costs. */
export type RegisterImportFigures = {
  readonly rows: number;
  /** Rows per second of a first import, every row written. */
  readonly rowsPerSecond: number;
  /** The same with nothing to write: the second time, every row is as it was. */
  readonly unchangedPerSecond: number;
  /** The same without a table to read or write: the floor, reading and checking alone. */
  readonly readOnlyPerSecond: number;
  /** The most memory that the importing process held, in megabytes (resident). */
  readonly peakMegabytes: number;
};

/** Imports a generated register of a wide layout into a fresh engine, by the command that people use, in its own process. */
export async function benchRegisterImport(rows = 27_000): Promise<RegisterImportFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-register-'));
  try {
    const file = join(folder, 'register.csv');
    await pipeline(Readable.from(generated(rows)), createWriteStream(file, 'latin1'));
    const dry = await runImport(file, join(folder, 'data'), '--dry-run');
    const first = await runImport(file, join(folder, 'data'));
    const again = await runImport(file, join(folder, 'data'));
    if (first.rows !== rows || first.refused.length > 0 || again.unchanged !== rows)
      throw new Error('the generated register was not taken in whole');
    const rate = (run: z.infer<typeof measured>) => Math.round(rows / run.seconds);
    return {
      rows,
      rowsPerSecond: rate(first),
      unchangedPerSecond: rate(again),
      readOnlyPerSecond: rate(dry),
      peakMegabytes: Math.max(dry.peakMegabytes, first.peakMegabytes, again.peakMegabytes),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runImport(file: string, dataDir: string, ...flags: string[]) {
  const root = resolve(import.meta.dirname, '..');
  const { scripts } = manifest.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...scripts.import.split(' ').slice(1), file, '--json', ...flags],
    {
      cwd: root,
      env: { ...process.env, DATA_DIR: dataDir },
      maxBuffer: 1 << 26,
    },
  );
  return measured.parse(JSON.parse(stdout.slice(stdout.lastIndexOf('\n{') + 1)));
}

const read = [
  'URN',
  'LA (code)',
  'LA (name)',
  'EstablishmentNumber',
  'EstablishmentName',
  'EstablishmentTypeGroup (code)',
  'EstablishmentTypeGroup (name)',
  'EstablishmentStatus (code)',
  'EstablishmentStatus (name)',
  'OpenDate',
  'PhaseOfEducation (code)',
  'PhaseOfEducation (name)',
  'StatutoryLowAge',
  'StatutoryHighAge',
  'NumberOfPupils',
  'PercentageFSM',
  'Town',
  'Postcode',
  'SchoolWebsite',
  'Easting',
  'Northing',
];
/** As many columns as the register had in 2025. */
const width = 135;
const localAuthorities = 150;

/** A fictional register in Windows-1252, as wide and about as heavy as the real one. */
function* generated(rows: number): Generator<string> {
  const others = Array.from({ length: width - read.length }, (_, index) => `Fictional column ${index + 1} (name)`);
  yield `${[...read, ...others].map((name) => `"${name}"`).join(',')}\r\n`;
  const rest = others.map((_, index) => (index % 3 === 0 ? '""' : `"Fictional ${index}"`)).join(',');
  for (let index = 0; index < rows; index += 1) {
    const la = 100 + (index % localAuthorities);
    const fields = [
      String(100_000 + index),
      `"${la}"`,
      `"Fictional Authority ${la}"`,
      `"${1000 + (index % 9000)}"`,
      `"Fictional École ${index}, North"`,
      '"4"',
      '"Local authority maintained schools"',
      '"1"',
      '"Open"',
      '"01-09-1998"',
      '"2"',
      '"Primary"',
      '4',
      '11',
      `"${100 + (index % 500)}"`,
      `"${(index % 1000) / 10}"`,
      '"Fictional Town"',
      '"ZZ99 9ZZ"',
      '"www.fictional.example"',
      String(400_000 + (index % 50_000)),
      String(200_000 + (index % 90_000)),
    ];
    yield `${fields.join(',')},${rest}\r\n`;
  }
}
