import { CsvError, parse } from 'csv-parse/sync';
import { AppError } from '#shared/kernel/errors.ts';
import { exchangeContent } from '#web/exchange/content.en.ts';

const { import: words } = exchangeContent;

/**
 * The rows of a CSV file, its first line among them, without empty ones at its end. Commas, semicolons or tabs; UTF-8 or
 * Windows-1252. Throws `invalid` `import-file`, with the path `file`, where it cannot be read as one.
 */
export function sheetRows(bytes: Uint8Array): string[][] {
  return rowsOf(textOf(bytes));
}

function textOf(bytes: Uint8Array): string {
  if (bytes.length === 0) throw unreadable(words.problems.empty);
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  if (start.startsWith('504b0304') || start === 'd0cf11e0') throw unreadable(words.problems.spreadsheet);
  if (/^(?:fffe|feff)/.test(start)) throw unreadable(words.problems.utf16);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function rowsOf(text: string): string[][] {
  const first = text.split(/\r?\n/, 1)[0] ?? '';
  const count = (mark: string) => first.split(mark).length;
  const delimiter = [',', ';', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ',';
  try {
    const rows: string[][] = parse(text, { delimiter, relax_column_count: true });
    while (rows.at(-1)?.every((cell) => cell.trim() === '')) rows.pop();
    return rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line: unknown = error['lines'];
    throw unreadable(words.problems.quotes(typeof line === 'number' ? line : 1));
  }
}

/** A refusal of the whole file, shown at its field. */
export function unreadable(message: string): AppError {
  return new AppError('invalid', 'import-file', message, [{ path: 'file', message }]);
}
