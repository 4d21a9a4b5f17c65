import { searchForm } from '../../kernel/text.ts';
import type { TypedFigure } from './figure.ts';
import { england, type Indicator, indicatorRules, indicators, neighboursArea } from './indicators.ts';
import type { SheetRow } from './refused.ts';

/** What an organiser says of a file, and which places matter. */
export type FiguresWanted = {
  /** For a table that has a column for each place. */
  readonly indicator?: Indicator | undefined;
  /** The places that are kept, with the names by which a table may call them. */
  readonly places: readonly { readonly area: string; readonly names: readonly string[] }[];
};

/** The names by which a table may call what stands for all of England and for a neighbours' average. */
export const commonPlaces = [
  { area: england, names: ['England', 'National'] },
  { area: neighboursArea, names: ['Statistical neighbours', 'Statistical neighbors', 'Neighbours'] },
] as const;

/** Where a file has its year, and the figures of one row; undefined for a figure that is about something else. */
export type FiguresLayout = {
  readonly year: number;
  readonly figuresOf: (line: SheetRow, year: number) => readonly (TypedFigure | undefined)[];
};

const names = {
  measure: ['measure', 'indicator'],
  year: ['year', 'time period', 'academic year'],
  area: ['la code', 'old la code', 'area code'],
  value: ['value'],
  marker: ['missingmarker', 'missing marker'],
  level: ['geographic level'],
};
/** Columns by which DfE's files part the pupils; only rows of all of them count. */
const parts = ['sex', 'gender', 'characteristic', 'breakdown', 'breakdown topic', 'characteristic group', 'disadvantage'];
const everybody = new Set(['', 'total', 'all', 'all pupils', 'all state funded']);

type Columns = {
  readonly header: readonly string[];
  readonly forms: readonly string[];
  readonly at: (name: keyof typeof names) => number;
};

/** The layout of a file by its first line; undefined where it is none that is known. */
export function layoutOf(header: readonly string[], wanted: FiguresWanted): FiguresLayout | undefined {
  const forms = header.map(searchForm);
  const columns: Columns = { header, forms, at: (name) => forms.findIndex((form) => names[name].includes(form)) };
  const year = columns.at('year');
  const figuresOf = columns.at('area') >= 0 ? byArea(columns, wanted) : byPlace(columns, wanted);
  return year < 0 || !figuresOf ? undefined : { year, figuresOf };
}

function textIn({ cells }: SheetRow, index: number): string {
  return (cells[index] ?? '').trim();
}

/** DfE's own: a row for each area and year, with one figure or a column for each measure. */
function byArea(columns: Columns, { indicator: chosen }: FiguresWanted): FiguresLayout['figuresOf'] {
  const { header, forms, at } = columns;
  const parted = forms.flatMap((form, index) => (parts.includes(form) ? [index] : []));
  const measured = forms.flatMap((form, index) => {
    const indicator = indicatorNamed(form);
    return indicator ? [{ indicator, index }] : [];
  });
  return (line, year) => {
    if (!parted.every((index) => everybody.has(searchForm(textIn(line, index))))) return [undefined];
    const where = { row: line.row, area: areaIn(line, columns), year };
    if (at('value') < 0) {
      return measured.map(({ indicator, index }) => ({
        ...where,
        indicator,
        column: header[index] ?? '',
        text: textIn(line, index),
      }));
    }
    const indicator = at('measure') < 0 ? chosen : indicatorNamed(textIn(line, at('measure')));
    if (!indicator) return [undefined];
    const [text, marker] = [textIn(line, at('value')), textIn(line, at('marker'))];
    return [{ ...where, indicator, column: header[at('value')] ?? '', text, marker }];
  };
}

function areaIn(line: SheetRow, { at }: Columns): string {
  const level = searchForm(textIn(line, at('level')));
  if (level === 'national') return england;
  return level === '' || level === 'local authority' ? textIn(line, at('area')) : '';
}

/** A page of a report: a row for each year and a column for each place. */
function byPlace({ header, forms }: Columns, { indicator, places }: FiguresWanted): FiguresLayout['figuresOf'] | undefined {
  const named = forms.flatMap((form, index) => {
    const place = places.find((one) => one.names.map(searchForm).includes(form));
    return place ? [{ area: place.area, index }] : [];
  });
  if (indicator === undefined || named.length === 0) return undefined;
  return (line, year) =>
    named.map(({ area, index }) => ({
      row: line.row,
      column: header[index] ?? '',
      indicator,
      area,
      year,
      text: textIn(line, index),
    }));
}

function indicatorNamed(text: string): Indicator | undefined {
  const form = searchForm(text);
  return indicators.find((one) => indicatorRules[one].named.includes(form));
}
