import type { TableReader } from '#shared/ports.ts';
import { type Item, type ItemName, items, keyPart } from '#shared/system/table.ts';

type Rows = { readonly [N in ItemName]?: readonly Item<N>[] };

/** A reader of rows that are simply there, found by the table's own key templates. */
export function readerOf(rows: Rows): TableReader {
  const having = <N extends ItemName>(name: N): readonly Item<N>[] => rows[name] ?? [];
  return {
    get: async (name, key) => having(name).find((one) => keyOf(name, one) === keyOf(name, key)),
    list: async (name, partition, { startsWith = '' } = {}) => {
      const { pk, sk } = items[name];
      const from = `${keyPart(pk, partition)}|${sk.split('{')[0]}${startsWith}`;
      return having(name).filter((one) => keyOf(name, one).startsWith(from));
    },
    due: async () => [],
  };
}

function keyOf(name: ItemName, values: Readonly<Record<string, unknown>>): string {
  const { pk, sk } = items[name];
  return `${keyPart(pk, values)}|${keyPart(sk, values)}`;
}
