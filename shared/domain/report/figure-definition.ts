import type { Snapshot } from './snapshot.ts';

/** One row behind a figure, as it is exported. */
export type Row = Readonly<Record<string, string | number>>;

/** What a figure counts, in words, which rows it is counted from, and how. */
export type FigureDefinition = {
  readonly figure: string;
  /** What stands beside the number. */
  readonly title: string;
  readonly definition: string;
  /** How anybody counts it again from its rows, in words. */
  readonly recipe: string;
  readonly rows: (snapshot: Snapshot) => Row[];
  /** The same in code. Undefined when there is nothing to count. */
  readonly count: (rows: readonly Row[]) => number | undefined;
  /** Of a figure that is several numbers, each by name, as they are printed. */
  readonly parts?: (rows: readonly Row[]) => readonly FigurePart[];
};

/** One number of a figure that is several. */
export type FigurePart = { readonly name: string; readonly value: number };
