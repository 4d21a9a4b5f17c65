/** One thing to mend in a file; rows are counted as a spreadsheet does. */
export type RefusedCell = { readonly row: number; readonly column: string; readonly value: string; readonly fix: string };

/** The rows of a file below its first, each with its number in a spreadsheet. */
export type SheetRow = { readonly row: number; readonly cells: readonly string[] };

/** A refusal that shows at most a hundred characters of what was there. */
export function refuseCell(row: number, column: string, value: string, fix: string): RefusedCell {
  return { row, column, value: value.slice(0, 100), fix };
}
