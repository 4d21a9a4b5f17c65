import { strToU8, zipSync } from 'fflate';
import { type Cell, type CellKind, type Sheet, xmlText } from './sheet.ts';

const type = 'application/vnd.oasis.opendocument.spreadsheet';
const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const oasis = 'urn:oasis:names:tc:opendocument:xmlns';

const manifest = `${head}<manifest:manifest xmlns:manifest="${oasis}:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="${type}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`;

const namespaces = [
  ['office', 'office:1.0'],
  ['style', 'style:1.0'],
  ['text', 'text:1.0'],
  ['table', 'table:1.0'],
  ['number', 'datastyle:1.0'],
  ['fo', 'xsl-fo-compatible:1.0'],
]
  .map(([prefix, name]) => `xmlns:${prefix}="${oasis}:${name}"`)
  .join(' ');

/** A column too narrow for a date shows only hash signs. */
const widths: Readonly<Record<CellKind, string>> = { text: '5cm', number: '2.5cm', day: '2.5cm', moment: '4.2cm' };
const day =
  '<number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/>';
const time =
  '<number:text> </number:text><number:hours number:style="long"/><number:text>:</number:text><number:minutes number:style="long"/>';
const styles = [
  `<number:date-style style:name="day">${day}</number:date-style>`,
  `<number:date-style style:name="moment">${day}${time}</number:date-style>`,
  ...(['day', 'moment'] as const).map(
    (kind) => `<style:style style:name="cell-${kind}" style:family="table-cell" style:data-style-name="${kind}"/>`,
  ),
  '<style:style style:name="head" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style>',
  ...Object.entries(widths).map(
    ([kind, width]) =>
      `<style:style style:name="column-${kind}" style:family="table-column"><style:table-column-properties style:column-width="${width}"/></style:style>`,
  ),
].join('');

/** Sheets as an OpenDocument spreadsheet (ODF 1.3): every cell has its type, and none is a formula. */
export function odsFile(sheets: readonly Sheet[]): Uint8Array {
  const tables = sheets.map(tableOf).join('');
  const content = `${head}<office:document-content ${namespaces} office:version="1.3"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`;
  return zipSync({
    // First and as it is: programs tell the format by it.
    mimetype: [strToU8(type), { level: 0 }],
    'META-INF/manifest.xml': strToU8(manifest),
    'content.xml': strToU8(content),
  });
}

function tableOf({ name, columns, rows }: Sheet): string {
  const widthsOf = columns.map(({ kind }) => `<table:table-column table:style-name="column-${kind}"/>`).join('');
  const names = columns.map((column) => cell('text', column.name, 'head')).join('');
  const body = rows
    .map((row) => `<table:table-row>${columns.map(({ kind }, index) => cell(kind, row[index])).join('')}</table:table-row>`)
    .join('');
  return `<table:table table:name="${xmlText(name)}">${widthsOf}<table:table-header-rows><table:table-row>${names}</table:table-row></table:table-header-rows>${body}</table:table>`;
}

function cell(kind: CellKind, value: Cell, style?: string): string {
  if (value === undefined || value === '') return '<table:table-cell/>';
  const shown = `${paragraphs(String(value))}</table:table-cell>`;
  if (kind === 'number') return `<table:table-cell office:value-type="float" office:value="${value}">${shown}`;
  if (kind === 'text') {
    const styled = style === undefined ? '' : ` table:style-name="${style}"`;
    return `<table:table-cell${styled} office:value-type="string">${shown}`;
  }
  return `<table:table-cell table:style-name="cell-${kind}" office:value-type="date" office:date-value="${value}">${shown}`;
}

/** A paragraph for each line; OpenDocument folds spaces that are not marked. */
function paragraphs(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const spaced = xmlText(line).replace(/^ | {2,}| $/g, (spaces) => `<text:s text:c="${spaces.length}"/>`);
      return `<text:p>${spaced.replaceAll('\t', '<text:tab/>')}</text:p>`;
    })
    .join('');
}
