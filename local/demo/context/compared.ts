/** One printed figure beside what the system works out: from how many rows; or why it can only be quoted. */
export type Compared =
  | { readonly id: string; readonly printed: string | number; readonly computed: string | number; readonly rows: number }
  | {
      readonly id: string;
      readonly printed: string | number;
      readonly computed: 'quoted, not computable';
      readonly reason: string;
    }
  /** The source contradicts itself: what its own table says instead. */
  | {
      readonly id: string;
      readonly printed: string | number;
      readonly computed: string | number;
      readonly rows: number;
      readonly contradicted: string;
    };

/** Where a figure is other than it was printed, in sentences. A contradiction must still be one. */
export function differencesIn(compared: readonly Compared[]): string[] {
  return compared.flatMap((one) => {
    if (one.computed === 'quoted, not computable') return [];
    const same = String(one.printed) === String(one.computed);
    if ('contradicted' in one) return same ? [`${one.id}: the contradiction in the source was not found`] : [];
    return same ? [] : [`${one.id}: ${one.computed}, printed ${one.printed}`];
  });
}
