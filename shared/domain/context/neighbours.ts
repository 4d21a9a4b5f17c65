import { searchForm } from '../../kernel/text.ts';
import { laCode } from '../programme.ts';
import type { NeighbourList } from './items.ts';
import { type RefusedCell, refuseCell, type SheetRow } from './refused.ts';

/** What a file of statistical neighbours holds for a programme's places, by the date of one list. */
export type NeighboursFile =
  | {
      readonly lists: readonly Pick<NeighbourList, 'la' | 'list' | 'neighbours'>[];
      readonly refused: readonly RefusedCell[];
      /** How many rows are of other places or of lists of another date. */
      readonly elsewhere: number;
    }
  /** The dates of the file's lists, where none was asked for or it is not among them. */
  | { readonly dates: readonly string[] };

const columns = {
  list: ['listversion', 'list version', 'list', 'list date'],
  la: ['la code', 'la'],
  rank: ['rank'],
  neighbour: ['neighbour la code', 'neighbour code'],
  name: ['neighbour', 'neighbour name', 'neighbour la name'],
};

type Wanted = { readonly las: readonly string[]; readonly list?: string | undefined };
type Text = (line: SheetRow, name: keyof typeof columns) => string;

/** Reads a file of statistical neighbours. Undefined where its first line is none of such a file's. */
export function readNeighbours(header: readonly string[], rows: readonly SheetRow[], wanted: Wanted): NeighboursFile | undefined {
  const forms = header.map(searchForm);
  const at = (name: keyof typeof columns) => forms.findIndex((form) => columns[name].includes(form));
  if (at('list') < 0 || at('la') < 0 || at('neighbour') < 0) return undefined;
  const text: Text = ({ cells }, name) => (cells[at(name)] ?? '').trim();
  const dates = [...new Set(rows.map((line) => text(line, 'list')))].sort();
  const list = wanted.list ?? (dates.length === 1 ? dates[0] : undefined);
  if (list === undefined || !dates.includes(list) || !isListDate(list)) return { dates };
  const own = rows.filter((line) => text(line, 'list') === list && wanted.las.includes(text(line, 'la')));
  const found = new Map<string, Neighbour[]>();
  const refused = own.flatMap((line) => {
    const la = text(line, 'la');
    const before = found.get(la) ?? [];
    const next = neighbourIn(line, text, before.length + 1);
    const fix = faultOf(next, la, before);
    if (fix !== undefined) return [refuseCell(line.row, header[at('neighbour')] ?? '', next.la, fix)];
    found.set(la, [...before, next]);
    return [];
  });
  const lists = [...found].map(([la, near]) => ({
    la,
    list,
    neighbours: near.toSorted((a, b) => a.rank - b.rank).map((one) => ({ la: one.la, name: one.name })),
  }));
  return { lists, refused, elsewhere: rows.length - own.length };
}

type Neighbour = { readonly la: string; readonly name: string; readonly rank: number; readonly row: number };

function neighbourIn(line: SheetRow, text: Text, next: number): Neighbour {
  const la = text(line, 'neighbour');
  return { la, name: text(line, 'name').slice(0, 100) || la, rank: Number(text(line, 'rank')) || next, row: line.row };
}

function faultOf({ la, rank }: Neighbour, of: string, before: readonly Neighbour[]): string | undefined {
  if (!laCode.safeParse(la).success) return 'A local authority code has 3 digits';
  if (la === of) return 'A place is no neighbour of itself';
  const twice = before.find((one) => one.la === la || one.rank === rank);
  return twice && `It is in row ${twice.row} too. Keep one of the two rows`;
}

/** Whether a text is the month of a list: `2021-04`. */
function isListDate(text: string): boolean {
  return /^20\d{2}-(?:0[1-9]|1[0-2])$/.test(text);
}
