import { strToU8, zipSync } from 'fflate';
import { type Cell, type CellKind, type Column, type Sheet, xmlText } from './sheet.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const package_ = 'http://schemas.openxmlformats.org/package/2006';
const media = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The cell formats by their place in the list of styles. */
const formats = { text: 0, number: 0, head: 1, day: 2, moment: 3 } as const;
const styles = `${head}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/><xf xfId="0" numFmtId="164" applyNumberFormat="1"/><xf xfId="0" numFmtId="165" applyNumberFormat="1"/></cellXfs></styleSheet>`;
const widths: Readonly<Record<CellKind, number>> = { text: 24, number: 12, day: 12, moment: 18 };

/** Sheets as an Office Open XML workbook (ECMA-376): every cell has its type, and none is a formula. */
export function xlsxFile(sheets: readonly Sheet[]): Uint8Array {
  const numbered = sheets.map((sheet, index) => ({ sheet, id: index + 1 }));
  const parts = numbered.map(
    ({ id }) => `<Override PartName="/xl/worksheets/sheet${id}.xml" ContentType="${media}.worksheet+xml"/>`,
  );
  const listed = numbered.map(({ sheet, id }) => `<sheet name="${xmlText(sheet.name)}" sheetId="${id}" r:id="r${id}"/>`);
  const related = numbered.map(
    ({ id }) => `<Relationship Id="r${id}" Type="${relation}/worksheet" Target="worksheets/sheet${id}.xml"/>`,
  );
  const files = {
    '[Content_Types].xml': `<Types xmlns="${package_}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${media}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${media}.styles+xml"/>${parts.join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${package_}/relationships"><Relationship Id="r1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relation}"><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${package_}/relationships">${related.join('')}<Relationship Id="styles" Type="${relation}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': styles,
    ...Object.fromEntries(numbered.map(({ sheet, id }) => [`xl/worksheets/sheet${id}.xml`, worksheet(sheet)])),
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, xml]) => [path, strToU8(xml.startsWith('<?xml') ? xml : `${head}${xml}`)]),
    ),
  );
}

function worksheet({ columns, rows }: Sheet): string {
  const columnWidths = columns.map(
    ({ kind }, index) => `<col min="${index + 1}" max="${index + 1}" width="${widths[kind]}" customWidth="1"/>`,
  );
  const names = row(
    1,
    columns.map(({ name }) => ({ name, kind: 'text' })),
    columns.map(({ name }) => name),
    formats.head,
  );
  const body = rows.map((cells, index) => row(index + 2, columns, cells)).join('');
  // The names stay in sight.
  const frozen =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>';
  return `<worksheet xmlns="${main}">${frozen}<cols>${columnWidths.join('')}</cols><sheetData>${names}${body}</sheetData></worksheet>`;
}

function row(number: number, columns: readonly Column[], cells: readonly Cell[], style?: number): string {
  return `<row r="${number}">${columns.map(({ kind }, index) => cell(`${letters(index)}${number}`, kind, cells[index], style)).join('')}</row>`;
}

function cell(at: string, kind: CellKind, value: Cell, style: number = formats[kind]): string {
  if (value === undefined || value === '') return '';
  if (kind === 'number') return `<c r="${at}"><v>${value}</v></c>`;
  if (kind === 'text') {
    return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${literal(String(value))}</t></is></c>`;
  }
  return `<c r="${at}" s="${style}"><v>${serial(String(value))}</v></c>`;
}

/** A day or moment as Excel counts: days since 30 December 1899. */
function serial(value: string): number {
  return Date.parse(value.length === 10 ? `${value}T00:00:00Z` : `${value}Z`) / 86_400_000 + 25_569;
}

/** Excel reads `_x0041_` within text as a letter: its first underscore is written so itself. A cell holds 32,767 characters. */
function literal(text: string): string {
  return xmlText(text.slice(0, 32_767).replace(/_(?=x[\dA-F]{4}_)/gi, '_x005F_'));
}

/** A column as Excel names it: A, B, …, Z, AA. */
function letters(index: number): string {
  const before = index < 26 ? '' : letters(Math.floor(index / 26) - 1);
  return `${before}${String.fromCharCode(65 + (index % 26))}`;
}
