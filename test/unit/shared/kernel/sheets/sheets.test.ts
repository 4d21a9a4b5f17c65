import { parse } from 'csv-parse/sync';
import { strFromU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { csvLines } from '#shared/kernel/csv.ts';
import { odsFile } from '#shared/kernel/sheets/ods.ts';
import { clockTime, type Sheet } from '#shared/kernel/sheets/sheet.ts';
import { xlsxFile } from '#shared/kernel/sheets/xlsx.ts';
import { instant } from '#shared/kernel/time.ts';
import { readOds, readXlsx } from './read-back.ts';

const awkward = [
  '=1+1',
  '＝1+1',
  '+44 1632 960 001',
  '-2',
  '@SUM(A1)',
  '|calc',
  '\tTab',
  'two\nlines, "quoted"',
  ' spaced   out ',
  '<b>&amp;</b>',
  '_x0041_',
  '007',
  'Ŵŷ أهلا 👩‍🏫',
  '',
];
const sheet: Sheet = {
  name: 'Schools & <more>',
  columns: [
    { name: 'Text', kind: 'text' },
    { name: 'Number', kind: 'number' },
    { name: 'Day', kind: 'day' },
    { name: 'Moment', kind: 'moment' },
    // Beyond Z, to hold the naming of columns.
    ...Array.from({ length: 25 }, (_, index) => ({ name: `More ${index}`, kind: 'number' as const })),
  ],
  rows: awkward.map((text, index) => [
    text,
    [0, -2.5, 1e6, undefined][index % 4],
    index % 2 === 0 ? '2025-03-30' : undefined,
    '2025-03-30T23:59:59',
    ...Array.from({ length: 25 }, (_, more) => more),
  ]),
};
const other: Sheet = { name: 'Empty', columns: [{ name: 'Nothing', kind: 'text' }], rows: [] };

const types = { text: 'string', number: 'float', day: 'date', moment: 'date' } as const;

/** What is in the sheet, as a reader should find it. */
function expected({ name, columns, rows }: Sheet) {
  const cell = (type: string, value: unknown) =>
    value === undefined || value === '' ? { type: 'empty', value: undefined } : { type, value };
  return {
    name,
    rows: [
      columns.map((column) => cell('string', column.name)),
      ...rows.map((row) => columns.map(({ kind }, index) => cell(types[kind], row[index]))),
    ],
  };
}

describe.each([
  ['ODS', odsFile, readOds],
  ['XLSX', xlsxFile, readXlsx],
] as const)('%s', (_, write, read) => {
  test('comes back from an independent reader cell by cell, with its types', () => {
    expect(read(write([sheet, other]))).toEqual([sheet, other].map(expected));
  });

  test('is a small file for 5,000 rows', () => {
    const rows = Array.from({ length: 5000 }, (_row, index) => [`School ${index}`, index, '2025-03-03', '2025-03-03T09:00:00']);
    const file = write([{ ...sheet, columns: sheet.columns.slice(0, 4), rows }]);
    expect(file.length).toBeLessThan(1_000_000);
    expect(read(file)[0]?.rows).toHaveLength(5001);
  });
});

test('an ODS file tells its type in its first bytes', () => {
  expect(strFromU8(odsFile([other]).slice(30, 84))).toBe('mimetypeapplication/vnd.oasis.opendocument.spreadsheet');
});

test('CSV comes back as text, and no cell begins as a formula does', () => {
  const read: string[][] = parse(csvLines(awkward.map((text, index) => [text, index])), { bom: true });
  for (const [text] of read) expect(/^[=+\-@|]/.test((text ?? '').normalize('NFKC'))).toBe(false);
  const marked = /^[=＝+\-@|\t]/;
  expect(read.map(([text]) => text)).toEqual(awkward.map((text) => (marked.test(text) ? `\t${text}` : text)));
  expect(read.map(([, index]) => index)).toEqual(awkward.map((_, index) => String(index)));
});

test('moments stand as UK clocks show them, in winter and in summer', () => {
  expect(clockTime(instant.parse('2025-01-20T09:30:05.000Z'))).toBe('2025-01-20T09:30:05');
  expect(clockTime(instant.parse('2025-06-20T23:30:00.000Z'))).toBe('2025-06-21T00:30:00');
});
