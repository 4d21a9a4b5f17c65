import { localDate } from '../kernel/time.ts';
import type { RegisterColumn } from './register.ts';

/** Why a row cannot be taken in. Thrown and caught within the reading of one row. */
export class CellProblem extends Error {
  readonly column: string;
  readonly reason: string;
  readonly fix: string;

  /** `reason` and `fix` are sentences that never repeat the value. */
  constructor(column: string, reason: string, fix: string) {
    super(reason);
    this.column = column;
    this.reason = reason;
    this.fix = fix;
  }
}

type Cell = (column: RegisterColumn) => string | undefined;

/** What DfE writes instead of a number that is not published. Never zero. */
const missing = new Set(['-', 'SUPP', 'NE', 'NP', 'LOWCOV', 'z', 'c', 'x']);

/** A number from 0 to `most`, whole unless a `fraction` may stand; undefined where the register has none. */
export function amount(
  cell: Cell,
  column: RegisterColumn,
  { most, fraction = false }: { most: number; fraction?: boolean },
): number | undefined {
  const text = cell(column);
  if (text === undefined || missing.has(text)) return undefined;
  const value = (fraction ? /^\d{1,7}(?:\.\d{1,6})?$/ : /^\d{1,7}(?:\.0{1,6})?$/).test(text) ? Number(text) : Number.NaN;
  if (!(value <= most)) {
    throw new CellProblem(
      column,
      `The value is not a ${fraction ? '' : 'whole '}number from 0 to ${most}`,
      'Correct it, or leave it empty if it is not known',
    );
  }
  return value;
}

/** A day written dd-mm-yyyy (or dd/mm/yyyy), as yyyy-mm-dd. The register's 01-01-1900 is kept: it means “long ago”. */
export function day(cell: Cell, column: RegisterColumn): string | undefined {
  const text = cell(column);
  if (text === undefined) return undefined;
  const [, date = '', month = '', year = ''] = /^(\d{2})[-/](\d{2})[-/](\d{4})$/.exec(text) ?? [];
  const parsed = localDate.safeParse(`${year}-${month}-${date}`);
  if (!parsed.success)
    throw new CellProblem(
      column,
      'The value is not a day written dd-mm-yyyy',
      'Correct it, or leave it empty if it is not known',
    );
  return parsed.data;
}

/** An OSGB36 grid reference in metres. Undefined where either half is blank or zero: 0,0 is in the sea off Scilly. */
export function grid(cell: Cell): { readonly easting: number; readonly northing: number } | undefined {
  const easting = amount(cell, 'Easting', { most: 700_000 });
  const northing = amount(cell, 'Northing', { most: 1_300_000 });
  return easting && northing ? { easting, northing } : undefined;
}
