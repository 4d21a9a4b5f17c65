import { checkFigure, type NewFigure, type TypedFigure } from './figure.ts';
import { type FiguresWanted, layoutOf } from './figures-layout.ts';
import { type RefusedCell, refuseCell, type SheetRow } from './refused.ts';

/** What a file of figures holds. */
export type FiguresFile = {
  readonly figures: readonly NewFigure[];
  readonly refused: readonly RefusedCell[];
  /** How many of its figures are about other places, other measures or parts of the pupils. */
  readonly elsewhere: number;
};

/** The year in which a school year ends: `2024`, `202324`, `2023/24`, `2023-24`. */
function readYear(text: string): number | undefined {
  const [, first, last] = /^((?:19|20)\d{2})(?:[/-]?(\d{2}))?$/.exec(text.trim()) ?? [];
  if (first === undefined) return undefined;
  if (last === undefined) return Number(first);
  return Number(last) === (Number(first) + 1) % 100 ? Number(first) + 1 : undefined;
}

/**
 * Reads DfE's files of figures, and tables with a column for each place. Undefined where the first line is none of theirs.
 * A figure that is there twice is refused where it comes again.
 */
export function readFigures(
  header: readonly string[],
  rows: readonly SheetRow[],
  wanted: FiguresWanted,
): FiguresFile | undefined {
  const layout = layoutOf(header, wanted);
  if (!layout) return undefined;
  const kept = new Set(wanted.places.map(({ area }) => area));
  const figures = new Map<string, { readonly row: number; readonly figure: NewFigure }>();
  const refused: RefusedCell[] = [];
  let elsewhere = 0;
  for (const line of rows) {
    const shown = line.cells[layout.year] ?? '';
    const year = readYear(shown);
    if (year === undefined) {
      refused.push(refuseCell(line.row, header[layout.year] ?? '', shown, 'Write a year, like 2024 or 2023/24'));
      continue;
    }
    for (const typed of layout.figuresOf(line, year)) {
      if (!typed || !kept.has(typed.area)) elsewhere += 1;
      else takeFigure(typed, figures, refused);
    }
  }
  return { figures: [...figures.values()].map(({ figure }) => figure), refused, elsewhere };
}

type Taken = Map<string, { readonly row: number; readonly figure: NewFigure }>;

function takeFigure(typed: TypedFigure, taken: Taken, refused: RefusedCell[]): void {
  const { row, column, text, indicator, area, year } = typed;
  const key = `${indicator} ${area} ${year}`;
  const twice = taken.get(key);
  const checked = checkFigure(typed);
  if ('fix' in checked) refused.push(refuseCell(row, column, text, checked.fix));
  else if (twice) refused.push(refuseCell(row, column, text, `${year} is in row ${twice.row} too. Keep one of the two`));
  else taken.set(key, { row, figure: checked });
}
