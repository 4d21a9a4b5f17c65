import { layoutOf, type RefusedRow, type RegisterLayout } from '#shared/domain/register.ts';
import { readRegisterRow } from '#shared/domain/register-row.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { TableReader, TableWriter } from '#shared/ports.ts';
import { type CsvRow, type Encoding, findReading, type Open, readCsv } from './read-csv.ts';
import { type Register, registerIn } from './register-in-table.ts';

/** One school and the line of the file it stands on. */
export type Entry = { readonly line: number; readonly urn: string };

/** What an import did, or would do: every row of the file is in exactly one of these. */
export type RegisterReport = {
  readonly encoding: Encoding;
  /** Rows after the header, blank ones left out. */
  readonly rows: number;
  readonly added: readonly Entry[];
  readonly changed: readonly Entry[];
  /** Open before, closed now. */
  readonly closed: readonly Entry[];
  /** Under another local authority than before. */
  readonly moved: readonly Entry[];
  readonly unchanged: number;
  readonly refused: readonly RefusedRow[];
  /**
   * Open schools of the local authorities in this file that it does not list. They stay open: an extract may hold one
   * phase only, and the register marks a closed school as closed instead of leaving it out.
   */
  readonly missing: readonly string[];
};

type Parts = {
  readonly open: Open;
  readonly read: Pick<TableReader, 'list'>;
  /** Left out for a dry run: everything is read and reported, nothing written. */
  readonly write?: Pick<TableWriter, 'bulk'> | undefined;
};

/**
 * Takes the official register download in, as a stream: a row that is as it was writes nothing, so running it again is
 * harmless and an interrupted import is finished by the next one. Throws `invalid` when the file is not the register at all.
 */
export async function importRegister({ open, read, write }: Parts): Promise<RegisterReport> {
  const reading = await findReading(open);
  const rows = readCsv(reading);
  const first = await rows.next();
  const layout = headerOf(first.done ? undefined : first.value);
  const register = await registerIn(read, write);
  const report = emptyReport(reading.encoding);
  const seen = new Set<string>();
  for await (const row of rows) await takeRow(row, { layout, register, report, seen });
  await register.finish();
  report.refused.sort((a, b) => a.line - b.line);
  return { ...report, missing: register.missing(seen) };
}

function headerOf(row: CsvRow | undefined): RegisterLayout {
  if (!row || 'broken' in row)
    throw new AppError('invalid', 'register-empty', 'The file is empty or its first line cannot be read.');
  return layoutOf(row.fields);
}

type OpenReport = { rows: number; unchanged: number; refused: RefusedRow[] } & Record<
  'added' | 'changed' | 'closed' | 'moved',
  Entry[]
>;

function emptyReport(encoding: Encoding): OpenReport & { encoding: Encoding } {
  return { encoding, rows: 0, added: [], changed: [], closed: [], moved: [], unchanged: 0, refused: [] };
}

type Taking = {
  readonly layout: RegisterLayout;
  readonly register: Register;
  readonly report: OpenReport;
  readonly seen: Set<string>;
};

async function takeRow(row: CsvRow, { layout, register, report, seen }: Taking): Promise<void> {
  report.rows += 1;
  if ('broken' in row) {
    report.refused.push(brokenRow(row.line, row.broken));
    return;
  }
  const result = readRegisterRow(row.fields, layout, row.line);
  if ('refused' in result) {
    report.refused.push(result.refused);
    return;
  }
  const { school } = result;
  if (seen.has(school.urn)) {
    report.refused.push({
      line: row.line,
      column: 'URN',
      reason: 'A school with this number is further up in the file',
      fix: 'Keep one of the two rows',
    });
    return;
  }
  seen.add(school.urn);
  const change = await register.take(school, result.laName);
  if (change === 'unchanged') report.unchanged += 1;
  else report[change].push({ line: row.line, urn: school.urn });
}

function brokenRow(line: number, what: 'row' | 'rest'): RefusedRow {
  const reason =
    what === 'row' ? 'A quotation mark is out of place' : 'The row is longer than any of the register; nothing after it was read';
  return { line, column: '', reason, fix: 'Close every quoted value; write a quotation mark inside one twice' };
}
