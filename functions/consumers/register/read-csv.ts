import { type CsvError, parse } from 'csv-parse';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { AppError } from '#shared/kernel/errors.ts';

/** Opens the same file anew on each call. */
export type Open = () => Promise<AsyncIterable<Uint8Array>>;

/** One row with the line it starts on, counted from 1; or a line that is not CSV. `rest` is true where nothing after it was read. */
export type CsvRow =
  | { readonly line: number; readonly fields: readonly string[] }
  | { readonly line: number; readonly broken: 'row' | 'rest' };

export type Encoding = 'utf-8' | 'windows-1252';

/** How a file is to be read: found by reading it through once. */
export type Reading = { readonly encoding: Encoding; readonly open: Open };

/** No row of the register comes near; a lost quotation mark would otherwise swallow the whole file into memory. */
const longestRow = 100_000;

/**
 * Reads the file once to find out how to read it: UTF-8 if it is strictly valid, else Windows-1252, which is what the
 * register is published in and which accepts any bytes. Unpacks gzip. Throws `invalid` `register-not-csv` for a zip file,
 * a spreadsheet, or UTF-16.
 */
export async function findReading(open: Open): Promise<Reading> {
  const start = await firstBytes(open);
  if (start.startsWith('504b0304')) throw notCsv('This is a zip file or a spreadsheet. Unpack it, and give the CSV file in it.');
  if (/^(?:fffe|feff)/.test(start))
    throw notCsv('This file was saved as UTF-16. Use the file as downloaded, or save it as “CSV UTF-8”.');
  const unpacked = start.startsWith('1f8b') ? gunzipped(open) : open;
  return { encoding: await encodingOf(unpacked), open: unpacked };
}

function notCsv(message: string): AppError {
  return new AppError('invalid', 'register-not-csv', message);
}

async function firstBytes(open: Open): Promise<string> {
  for await (const chunk of await open()) if (chunk.length > 0) return Buffer.from(chunk.subarray(0, 4)).toString('hex');
  return '';
}

function gunzipped(open: Open): Open {
  return async () => pipeline(Readable.from(await open()), createGunzip(), ignore);
}

async function encodingOf(open: Open): Promise<Encoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of await open()) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return 'utf-8';
  } catch (error) {
    if (error instanceof TypeError) return 'windows-1252';
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
      throw notCsv('This gzip file is damaged. Download it again.');
    throw error;
  }
}

/** The rows of a file, one after another, the header first. Blank lines are left out. */
export async function* readCsv({ encoding, open }: Reading): AsyncGenerator<CsvRow> {
  // The parser runs ahead of the rows it has handed out: what it skipped waits for its place among them.
  const broken: CsvRow[] = [];
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    skip_records_with_error: true,
    max_record_size: longestRow,
    on_skip(error) {
      // One row can be wrong in several places: the last thing said of it stands.
      const line = lineOf(error);
      if (broken.at(-1)?.line === line) broken.pop();
      broken.push({ line, broken: error?.code === 'CSV_MAX_RECORD_SIZE' ? 'rest' : 'row' });
      return undefined;
    },
  });
  const text = Readable.from(textOf(await open(), encoding));
  const records: AsyncIterable<{ record: string[]; info: { lines: number } }> = pipeline(text, parser, ignore);
  let before = 0;
  for await (const { record, info } of records) {
    // The parser tells where a row ends; a quoted value may have line breaks in it.
    const line = info.lines === before + 1 ? info.lines : info.lines - breaksIn(record);
    before = info.lines;
    while (broken[0] && broken[0].line < line) yield* broken.splice(0, 1);
    if (record.some((field) => field.trim() !== '')) yield { line, fields: record };
  }
  yield* broken;
}

function breaksIn(record: readonly string[]): number {
  return record.reduce((sum, field) => sum + field.split('\n').length - 1, 0);
}

function lineOf(error: CsvError | undefined): number {
  const lines = error?.['lines'];
  return typeof lines === 'number' ? lines : 0;
}

/** Decodes, with one kind of line end: the parser counts the two characters of a quoted CRLF as two lines. */
async function* textOf(chunks: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let held = '';
  for await (const chunk of chunks) {
    const text = held + decoder.decode(chunk, { stream: true });
    held = text.endsWith('\r') ? '\r' : '';
    const whole = text.slice(0, text.length - held.length).replace(/\r\n?/g, '\n');
    if (whole !== '') yield whole;
  }
  const rest = (held + decoder.decode()).replace(/\r\n?/g, '\n');
  if (rest !== '') yield rest;
}

/** `pipeline` hands an error to whoever iterates its last stream; its own callback has nothing to add. */
function ignore(): void {}
