import type { Edition } from '#shared/domain/edition.ts';
import type { Programme } from '#shared/domain/programme.ts';
import { csvLines } from '#shared/kernel/csv.ts';
import { odsFile } from '#shared/kernel/sheets/ods.ts';
import type { Sheet } from '#shared/kernel/sheets/sheet.ts';
import { xlsxFile } from '#shared/kernel/sheets/xlsx.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { html } from '../html.ts';
import { type Console, consolePage, listTable, may } from '../organiser/frame.ts';
import { type Chosen, filtersOf, listAddress, type ListName } from '../organiser/filters.ts';
import { listsContent } from '../organiser/lists.en.ts';
import { pathOf } from '../paths.ts';
import { bullets, lines, link, paragraph } from '../prose.ts';
import { sayMoment, sayNumber } from '../say.ts';
import { exchangeContent } from './content.en.ts';

const { export: words, lists, cover } = exchangeContent;

/** A list that can be taken out. */
export type ExportName = keyof typeof lists;
/** The lists that can be narrowed by what is chosen in them. */
export const narrowable: readonly ListName[] = ['registrations', 'organisations', 'volunteers', 'events'];

/** How a file is written, and what browsers call it. */
export const fileFormats = {
  ods: { name: 'ODS', contentType: 'application/vnd.oasis.opendocument.spreadsheet', write: odsFile },
  xlsx: {
    name: 'XLSX',
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: xlsxFile,
  },
  csv: { name: 'CSV', contentType: 'text/csv; charset=utf-8', write: ([sheet]: readonly Sheet[]) => Buffer.from(csvOf(sheet)) },
} as const;
export type FileFormat = keyof typeof fileFormats;

function csvOf(sheet: Sheet | undefined): string {
  if (!sheet) return csvLines([]);
  const spaced = sheet.columns.map(({ kind }) => kind === 'moment');
  return csvLines([
    sheet.columns.map(({ name }) => name),
    ...sheet.rows.map((row) => row.map((value, index) => (spaced[index] ? String(value ?? '').replace('T', ' ') : value))),
  ]);
}

type ExportParams = Console & {
  /** The one list whose filters were handed on, with what was chosen in it. */
  readonly narrowed: { readonly list: ListName; readonly chosen: Chosen } | undefined;
};

/** What can be taken out, each list in each format; of one list only what was chosen in it. */
export function exportPage({ narrowed, ...console }: ExportParams): string {
  const path = pathOf('/organiser/editions/{edition}/export', console.edition);
  const { edition } = console.edition;
  const shown = narrowed ? [narrowed.list] : exportNames.filter((list) => list !== 'audit' || may(console, 'admin'));
  const at = (list: ExportName, format: FileFormat) =>
    list === 'audit'
      ? pathOf('/organiser/editions/{edition}/audit/{file}', { edition, file: `audit.${format}` })
      : pathOf('/organiser/editions/{edition}/export/{file}', { edition, file: `${list}.${format}` });
  const rows = shown.map((list) => [
    { text: lists[list] },
    {
      html: lines(
        formatNames.map((format) =>
          link(listAddress(at(list, format), narrowed?.chosen ?? {}), words.file(lists[list], fileFormats[format].name)),
        ),
      ),
    },
  ]);
  return consolePage(console, {
    title: words.title,
    path,
    body: html`${paragraph(words.intro)}
${paragraph(`${words.personal} ${words.proof}`)}
${narrowed && paragraph(html`${words.narrowed} ${link(path, words.all)}`)}
${narrowed && bullets(sayChosen(console.edition, narrowed).map(([name, value]) => `${name}: ${value}`))}
${listTable({ name: words.caption, none: '', head: [{ text: words.list }, { text: words.files }], rows })}`,
  });
}

const exportNames = ['registrations', 'organisations', 'volunteers', 'events', 'bookings', 'mails', 'audit'] as const;
const formatNames = ['ods', 'xlsx', 'csv'] as const;

/** The list and the format that a file's name asks for, if there are such. */
export function fileNamed(file: string): { readonly list: ExportName; readonly format: FileFormat } | undefined {
  const [name, ending] = file.split('.');
  const list = exportNames.find((one) => one === name);
  const format = formatNames.find((one) => one === ending);
  return list && format && file === `${list}.${format}` ? { list, format } : undefined;
}

/** What was chosen in a list, in words: the filter and its value. */
export function sayChosen(
  edition: Edition,
  { list, chosen }: { readonly list: ListName; readonly chosen: Chosen },
): (readonly [string, string])[] {
  const filters = filtersOf(list, edition).flatMap(({ name, choices }) => {
    const text = choices.find(({ value }) => value === chosen[name])?.text;
    return text === undefined ? [] : [[listsContent.filters[name], text] as const];
  });
  return chosen.q === undefined ? filters : [[cover.search, chosen.q], ...filters];
}

type CoverParams = {
  readonly edition: Edition;
  readonly programme: Programme;
  readonly list: ExportName;
  readonly now: Instant;
  readonly rows: number;
  readonly filters: readonly (readonly [string, string])[];
  /** How many there are at most in the file, where it holds no more than that. */
  readonly newest: number | undefined;
};

/** The first page of a file: what it holds, of when, and what was left out. */
export function coverSheet({ edition, programme, list, now, rows, filters, newest }: CoverParams): Sheet {
  const said = filters.map(([name, value]) => [cover.filter(name), value]);
  return {
    name: cover.name,
    columns: [
      { name: cover.what, kind: 'text' },
      { name: cover.value, kind: 'text' },
    ],
    rows: [
      [cover.programme, programme.name],
      [cover.edition, edition.name],
      [cover.list, lists[list]],
      [cover.made, sayMoment(now)],
      [cover.times, cover.ukTime],
      [cover.rows, newest === undefined ? sayNumber(rows) : cover.newest(sayNumber(newest))],
      ...(said.length === 0 ? [[cover.filter('…'), cover.nothing]] : said),
    ],
  };
}
