import type { ListOptions } from '#shared/ports.ts';

/** How many rows a page of a list shows. */
export const perPage = 50;
/** How many items one query looks at when not every one of them is shown. */
const chunk = 500;
/** How many queries one page may cost. */
const mostQueries = 2;

/** An item of a list by its sort key's values; without a row where the key leads to nothing that is listed. */
export type Found<T> = { readonly key: string; readonly row: T | undefined };

/** One page of a list. */
export type ListPage<T> = {
  readonly rows: readonly T[];
  /** The key after which the next page begins; none on the last. */
  readonly next: string | undefined;
  /** How many items were looked at, where that was the limit before the page was full. */
  readonly looked: number | undefined;
  /** Whether it begins where the list does. */
  readonly first: boolean;
};

type Source<T> = {
  /** One query: the items after a key, in the order of the keys. */
  readonly read: (options: Pick<ListOptions, 'after' | 'limit'>) => Promise<readonly Found<T>[]>;
  /** Which rows are wanted; all of them when left out. */
  readonly keeps: ((row: T) => boolean) | undefined;
  readonly after: string | undefined;
};

/**
 * Reads on by key until a page is full, the list has ended or two queries are done: a list of thousands costs no more than
 * that, however few of its rows are wanted.
 */
export async function readPage<T>({ read, keeps, after }: Source<T>): Promise<ListPage<T>> {
  const limit = keeps ? chunk : perPage + 1;
  const kept: { readonly key: string; readonly row: T }[] = [];
  let from = after;
  let looked = 0;
  let ended = false;
  for (let query = 0; query < mostQueries && kept.length <= perPage && !ended; query += 1) {
    const found = await read({ limit, ...(from === undefined ? {} : { after: from }) });
    kept.push(...found.flatMap(({ key, row }) => (row !== undefined && (keeps?.(row) ?? true) ? [{ key, row }] : [])));
    looked += found.length;
    from = found.at(-1)?.key ?? from;
    ended = found.length < limit;
  }
  const shown = kept.slice(0, perPage);
  const full = kept.length > perPage;
  const next = full ? shown.at(-1)?.key : ended ? undefined : from;
  return {
    rows: shown.map(({ row }) => row),
    next,
    looked: full || ended ? undefined : looked,
    first: after === undefined,
  };
}
