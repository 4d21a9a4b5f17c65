import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { extractText, getDocumentProxy } from 'unpdf';
import { valueIn } from '#shared/domain/report/document.ts';
import type { ReportDocument } from '#shared/domain/report/items.ts';

type CsvRow = Readonly<Record<string, string>>;

/** Reads the report's CSV, ODS and PDF by readers that are not ours, and compares every figure in them with the report. */
export async function filesAgree(
  origin: string,
  report: ReportDocument,
): Promise<{ readonly lines: string[]; readonly problems: string[] }> {
  const base = `${origin}/editions/${report.edition}/impact/${report.version}`;
  const take = async (path: string) => new Uint8Array(await (await fetch(base + path)).arrayBuffer());
  const [csv, ods, pdf] = await Promise.all(['/data/figures.csv', '/data/report.ods', '/report.pdf'].map(take));
  if (!csv || !ods || !pdf) throw new Error('a file is missing');
  const rows: CsvRow[] = parse(Buffer.from(csv), { columns: true, bom: true });
  const sheet = cellsOf(ods);
  const { words, headings } = await printed(pdf);
  const problems = report.figures.flatMap(({ figure }) => {
    const value = valueIn(report, figure);
    const row = rows.find((one) => one['figure'] === figure);
    const inSheet = sheet.find(([name]) => name === figure);
    const text = value === undefined ? '' : String(value);
    return [
      ...(row?.['value'] === text ? [] : [`${figure}: ${row?.['value']} in the CSV, ${text} in the report`]),
      ...((inSheet?.[2] ?? '') === text ? [] : [`${figure}: ${inSheet?.[2]} in the ODS, ${text} in the report`]),
      ...(value === undefined || words.includes(saidOf(figure, value)) ? [] : [`${figure}: ${text} is not in the PDF`]),
    ];
  });
  const lines = [
    `CSV, ODS and PDF read back: ${rows.length} records, ${sheet.length} rows, ${headings} headings in the PDF’s structure; ${problems.length === 0 ? 'all agree' : 'NOT all agree'}`,
  ];
  return { lines, problems: [...problems, ...(headings > 5 ? [] : ['the PDF has no structure'])] };
}

/** As the report prints it: a mean with two decimals, a count with its thousands. */
function saidOf(figure: string, value: number): string {
  return figure.startsWith('statement-') ? value.toFixed(2) : value.toLocaleString('en-GB');
}

/** The rows of the first sheet, by the marks of OpenDocument: numbers from their attribute, words from their text. */
function cellsOf(ods: Uint8Array): string[][] {
  const rows: string[][] = [];
  let [tables, number, text] = [0, '', ''];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'table:table') tables += 1;
    if (name === 'table:table-row' && tables === 1) rows.push([]);
    if (name === 'table:table-cell') [number, text] = [String(attributes['office:value'] ?? ''), ''];
  });
  parser.on('text', (some) => (text += some));
  parser.on('closetag', ({ name }) => {
    if (name === 'table:table-cell' && tables === 1) rows.at(-1)?.push(number || text.trim());
  });
  parser.write(strFromU8(unzipSync(ods)['content.xml'] ?? new Uint8Array())).close();
  return rows;
}

async function printed(bytes: Uint8Array): Promise<{ readonly words: string; readonly headings: number }> {
  const pdf = await getDocumentProxy(bytes);
  const { text } = await extractText(pdf, { mergePages: true });
  let headings = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const tree = JSON.stringify(await (await pdf.getPage(number)).getStructTree());
    headings += tree.match(/"role":"H[1-3]"/g)?.length ?? 0;
  }
  return { words: text, headings };
}
