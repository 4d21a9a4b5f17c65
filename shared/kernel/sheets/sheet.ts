import { lazily } from '../lazily.ts';
import type { Instant } from '../time.ts';

/** What a column holds: text (never a formula), a number, a day `YYYY-MM-DD`, or a moment `YYYY-MM-DDTHH:MM:SS` on UK clocks. */
export type CellKind = 'text' | 'number' | 'day' | 'moment';
/** One cell's value in the form of its column; undefined is an empty cell, never a zero. */
export type Cell = string | number | undefined;
export type Column = { readonly name: string; readonly kind: CellKind };

/** One table of a file. */
export type Sheet = { readonly name: string; readonly columns: readonly Column[]; readonly rows: readonly (readonly Cell[])[] };

/** How one column is read from an item. */
export type ColumnOf<T> = readonly [kind: CellKind, read: (item: T) => Cell];

/** A sheet of items: a row for each, a column for each name. */
export function sheetOf<T>(name: string, items: readonly T[], columns: Readonly<Record<string, ColumnOf<T>>>): Sheet {
  const read = Object.values(columns).map(([, of]) => of);
  return {
    name,
    columns: Object.entries(columns).map(([column, [kind]]) => ({ name: column, kind })),
    rows: items.map((item) => read.map((of) => of(item))),
  };
}

/** A moment as clocks in the UK show it, `YYYY-MM-DDTHH:MM:SS`: a spreadsheet's moments have no time zone. */
export function clockTime(moment: Instant): string {
  return londonClock().format(new Date(moment)).replace(' ', 'T');
}
const londonClock = lazily(
  () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'medium' }),
);

/** Text as XML holds it; what XML cannot hold becomes the replacement character. */
export function xmlText(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
