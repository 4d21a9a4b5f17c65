import type { Programme } from '#shared/domain/programme.ts';
import { layoutOf, type RegisterLayout, registerColumns } from '#shared/domain/register.ts';
import { readRegisterRow } from '#shared/domain/register-row.ts';
import type { School } from '#shared/domain/school.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { Refused } from '#web/exchange/import-page.ts';
import { registerContent as words } from '#web/exchange/register.en.ts';
import { findReading, readCsv } from '../../consumers/register/read-csv.ts';

/** What a file of the register holds for one programme; rows are counted as a spreadsheet does. */
export type RegisterFile = {
  readonly schools: School[];
  readonly refused: Refused[];
  /** Rows of other places than the programme's. */
  readonly elsewhere: number;
};

/** More to mend than this is another kind of file. */
const mostRefused = 500;

/** Reads a file of the register. Throws `invalid` `register-file`, with the path `file`, where it cannot be read as one. */
export async function readRegister(bytes: Uint8Array, { localAuthorities }: Programme): Promise<RegisterFile> {
  if (Buffer.from(bytes.subarray(0, 2)).toString('hex') === '1f8b') throw fileProblem(words.problems.packed);
  try {
    return await readRows(bytes, new Set(localAuthorities));
  } catch (error) {
    if (error instanceof AppError && error.code !== 'register-file') throw fileProblem(error.message);
    throw error;
  }
}

async function readRows(bytes: Uint8Array, places: ReadonlySet<string>): Promise<RegisterFile> {
  const reading = await findReading(async () => chunksOf(bytes));
  const schools = new Map<string, School>();
  const refused: Refused[] = [];
  let layout: RegisterLayout | undefined;
  let elsewhere = 0;
  for await (const row of readCsv(reading)) {
    if ('broken' in row) {
      if (!layout) throw fileProblem(words.problems.empty);
      refused.push({ row: row.line, column: '', value: '', fix: words.problems.quotes });
    } else if (!layout) layout = layoutOf(row.fields);
    else {
      const found = takeRow(row, layout, schools);
      if ('refused' in found) refused.push(found.refused);
      else if (places.has(found.school.la)) schools.set(found.school.urn, found.school);
      else elsewhere += 1;
    }
    if (refused.length > mostRefused) throw fileProblem(words.problems.unfit(mostRefused));
  }
  if (!layout) throw fileProblem(words.problems.empty);
  return { schools: [...schools.values()], refused, elsewhere };
}

type Row = { readonly line: number; readonly fields: readonly string[] };

function takeRow(
  { line, fields }: Row,
  layout: RegisterLayout,
  seen: ReadonlyMap<string, School>,
): { readonly school: School } | { readonly refused: Refused } {
  const result = readRegisterRow(fields, layout, line);
  if ('refused' in result) {
    const { column, reason, fix } = result.refused;
    const known = registerColumns.find((one) => one === column);
    const value = known === undefined ? '' : (fields[layout.at.get(known) ?? -1] ?? '').slice(0, 100);
    return { refused: { row: line, column, value, fix: `${reason}. ${fix}` } };
  }
  const { school } = result;
  if (!seen.has(school.urn)) return { school };
  return { refused: { row: line, column: 'URN', value: school.urn, fix: words.problems.twice } };
}

async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += 65_536) yield bytes.subarray(start, start + 65_536);
}

/** A refusal of the whole file, shown at its field. */
export function fileProblem(message: string): AppError {
  return new AppError('invalid', 'register-file', message, [{ path: 'file', message }]);
}
