import * as z from 'zod/mini';

const cell = z.nullable(z.int());

/**
 * A breakdown as the public may see it; `null` stands for a hidden count. Its brand is given by the gate alone, so that a
 * table that did not pass does not compile on a public page.
 */
export const publicTable = z
  .strictObject({
    rows: z.array(z.string()),
    columns: z.array(z.string()),
    cells: z.array(z.array(cell)),
    rowTotals: z.array(cell),
    columnTotals: z.array(cell),
    total: z.int(),
  })
  .brand<'Gated'>();
export type PublicTable = z.infer<typeof publicTable>;

/** A breakdown as it was counted, row by row. */
export type PlainTable = {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly (readonly number[])[];
};
