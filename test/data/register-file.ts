import type { RegisterColumn } from '#shared/domain/register.ts';

/** A row of a fictional register, by column name; what is left out is blank. */
export type FictionalRow = Readonly<Partial<Record<RegisterColumn | 'Street' | 'UKPRN', string>>>;

/** A layout with name columns only, as some downloads have it. Local authority 990 does not exist. */
export const nameLayout = [
  'URN',
  'LA (code)',
  'LA (name)',
  'EstablishmentNumber',
  'EstablishmentName',
  'EstablishmentTypeGroup (name)',
  'EstablishmentStatus (name)',
  'OpenDate',
  'CloseDate',
  'PhaseOfEducation (name)',
  'StatutoryLowAge',
  'StatutoryHighAge',
  'NumberOfPupils',
  'PercentageFSM',
  'Street',
  'Town',
  'Postcode',
  'SchoolWebsite',
  'Easting',
  'Northing',
  'UKPRN',
] as const satisfies readonly (keyof FictionalRow)[];

/** The same with code columns only, in another order. */
export const codeLayout = [
  'EstablishmentName',
  'Northing',
  'Easting',
  'URN',
  'EstablishmentStatus (code)',
  'PhaseOfEducation (code)',
  'EstablishmentTypeGroup (code)',
  'LA (code)',
  'EstablishmentNumber',
  'NumberOfPupils',
] as const satisfies readonly (keyof FictionalRow)[];

/** A fictional open school; `with` changes columns. */
export function fictionalRow(urn: string, change: FictionalRow = {}): FictionalRow {
  return {
    URN: urn,
    'LA (code)': '990',
    'LA (name)': 'Fictional Larkshire',
    EstablishmentNumber: '0042',
    EstablishmentName: `Fictional School ${urn}`,
    'EstablishmentTypeGroup (name)': 'Academies',
    'EstablishmentTypeGroup (code)': '10',
    'EstablishmentStatus (name)': 'Open',
    'EstablishmentStatus (code)': '1',
    'PhaseOfEducation (name)': 'Primary',
    'PhaseOfEducation (code)': '2',
    OpenDate: '01-09-2012',
    NumberOfPupils: '315',
    PercentageFSM: '51.80',
    Postcode: 'ZZ99 9ZZ',
    Easting: '433000',
    Northing: '279000',
    ...change,
  };
}

type Shape = { readonly columns?: readonly string[]; readonly lineEnd?: string };

/** A register file as text: text columns quoted and numbers bare, as the official download has them. */
export function registerText(rows: readonly FictionalRow[], { columns = nameLayout, lineEnd = '\r\n' }: Shape = {}): string {
  const bare = new Set(['URN', 'StatutoryLowAge', 'StatutoryHighAge', 'UKPRN', 'Easting', 'Northing']);
  const lines = rows.map((row) => {
    const values: Readonly<Record<string, string | undefined>> = row;
    return columns.map((column) => (bare.has(column) ? (values[column] ?? '') : quoted(values[column] ?? ''))).join(',');
  });
  return [columns.map(quoted).join(','), ...lines, ''].join(lineEnd);
}

function quoted(value: string): string {
  return `"${value.replaceAll('"', '""')}"`;
}

/** The bytes of a text in Windows-1252, for letters that it shares with Latin-1, and the curly apostrophe (0x92). */
export function windows1252(text: string): Uint8Array {
  return Buffer.from(text.replaceAll('’', '\u0092'), 'latin1');
}

/** A file to import, in chunks of so many bytes: the smaller, the more is cut in two. */
export function opened(content: string | Uint8Array, chunk = 7): () => Promise<AsyncIterable<Uint8Array>> {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  return async () => chunks(bytes, chunk);
}

async function* chunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}
