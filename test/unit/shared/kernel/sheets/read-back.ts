import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import type { Cell } from '#shared/kernel/sheets/sheet.ts';

/** A sheet as an independent reader finds it: its name, and every cell with the type it has in the file. */
export type ReadSheet = { readonly name: string; readonly rows: readonly (readonly ReadCell[])[] };
export type ReadCell = { readonly type: string; readonly value: Cell };

const empty: ReadCell = { type: 'empty', value: undefined };

/** Reads an OpenDocument spreadsheet by its own marks; fails on a formula. */
export function readOds(file: Uint8Array): ReadSheet[] {
  const sheets: { name: string; rows: ReadCell[][] }[] = [];
  let open: { type: string; value: string; lines: string[] } | undefined;
  const begin: Readonly<Record<string, (attributes: Readonly<Record<string, string>>) => void>> = {
    'table:table': ({ 'table:name': name = '' }) => sheets.push({ name, rows: [] }),
    'table:table-row': () => sheets.at(-1)?.rows.push([]),
    'table:table-cell': ({ 'office:value-type': type = 'empty', ...rest }) => {
      open = { type, value: rest['office:value'] ?? rest['office:date-value'] ?? '', lines: [] };
    },
    'text:p': () => open?.lines.push(''),
    'text:s': ({ 'text:c': count = '1' }) => append(open?.lines, ' '.repeat(Number(count))),
    'text:tab': () => append(open?.lines, '\t'),
  };
  parse(xmlOf(file, 'content.xml'), {
    open(name, attributes) {
      if (Object.keys(attributes).some((one) => one.includes('formula'))) throw new Error('a formula');
      begin[name]?.(attributes);
    },
    text: (text) => append(open?.lines, text),
    close(name) {
      if (name !== 'table:table-cell' || !open) return;
      const { type, value, lines } = open;
      const read = { float: Number(value), date: value, string: lines.join('\n') }[type];
      sheets
        .at(-1)
        ?.rows.at(-1)
        ?.push(read === undefined ? empty : { type, value: read });
      open = undefined;
    },
  });
  return sheets;
}

function append(lines: string[] | undefined, text: string): void {
  if (lines && lines.length > 0) lines.push(`${lines.pop() ?? ''}${text}`);
}

/** Reads an Office Open XML workbook by its relationships, cells by their addresses; fails on a formula. */
export function readXlsx(file: Uint8Array): ReadSheet[] {
  const names: { name: string; id: string }[] = [];
  const targets = new Map<string, string>();
  parse(xmlOf(file, 'xl/workbook.xml'), {
    open: (name, { name: title = '', 'r:id': id = '' }) => void (name === 'sheet' && names.push({ name: title, id })),
  });
  parse(xmlOf(file, 'xl/_rels/workbook.xml.rels'), {
    open: (name, { Id = '', Target = '' }) => void (name === 'Relationship' && targets.set(Id, Target)),
  });
  return names.map(({ name, id }) => ({ name, rows: rowsOf(xmlOf(file, `xl/${targets.get(id)}`)) }));
}

function rowsOf(xml: string): ReadCell[][] {
  const rows: ReadCell[][] = [];
  let open: { at: string; style: string; type: string; text: string } | undefined;
  parse(xml, {
    open(name, { r = '', s = '0', t = 'n' }) {
      if (name === 'f') throw new Error('a formula');
      if (name === 'row') rows[Number(r) - 1] = [];
      if (name === 'c') open = { at: r, style: s, type: t, text: '' };
    },
    text(text) {
      if (open) open.text += text;
    },
    close(name) {
      if (name !== 'c' || !open) return;
      const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(open.at) ?? [];
      const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      const cells = rows[Number(row) - 1];
      if (cells) cells[column] = readCell(open);
      open = undefined;
    },
  });
  // What is empty is not written: every row is as wide as the one that names the columns.
  return rows.map((cells) => Array.from(rows[0] ?? [], (_, index) => cells[index] ?? empty));
}

function readCell({ style, type, text }: { style: string; type: string; text: string }): ReadCell {
  if (type === 'inlineStr') return { type: 'string', value: text.replace(/_x005F_/g, '_') };
  if (style === '0') return { type: 'float', value: Number(text) };
  const moment = new Date(Math.round((Number(text) - 25_569) * 86_400_000)).toISOString();
  return { type: 'date', value: style === '2' ? moment.slice(0, 10) : moment.slice(0, 19) };
}

function xmlOf(file: Uint8Array, path: string): string {
  const found = unzipSync(file)[path];
  if (!found) throw new Error(`no ${path}`);
  return strFromU8(found);
}

type Reading = {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
};

function parse(xml: string, { open, text, close }: Reading): void {
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => open(name, attributes));
  parser.on('text', (one) => text?.(one));
  parser.on('closetag', ({ name }) => close?.(name));
  parser.write(xml).close();
}
