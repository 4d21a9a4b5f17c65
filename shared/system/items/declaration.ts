import type * as z from 'zod/mini';

/** One kind of item in the table: key templates, fields, and what it is read for. */
export type ItemDeclaration = {
  readonly pk: string;
  readonly sk: string;
  readonly schema: z.ZodMiniType;
  readonly access: string;
  /** The states in which it is in the `due` index, each with the attribute that it is sorted by there. */
  readonly due?: Readonly<Record<string, string>>;
};

export type ItemDeclarations = Readonly<Record<string, ItemDeclaration>>;
