import type { Condition, TableReader, TableWriter, Write } from '#shared/ports.ts';
import { type Item, type ItemName, items, type Key, keyPart } from '#shared/system/table.ts';

type Row = Readonly<Record<string, unknown>>;
type Kept = { readonly pk: string; readonly sk: string; readonly row: Row };

/** A table in memory that keeps the writer's promises, for tests that need thousands of them: all of a transaction or nothing. */
export function memoryTable(): { readonly read: TableReader; readonly write: TableWriter } {
  const kept = new Map<string, Kept>();
  const idOfKey = ({ pk, sk }: Pick<Kept, 'pk' | 'sk'>) => `${pk}|${sk}`;
  const placeOf = (name: ItemName, values: Row) => ({ pk: keyPart(items[name].pk, values), sk: keyPart(items[name].sk, values) });
  const find = (name: ItemName, values: Row) => kept.get(idOfKey(placeOf(name, values)))?.row;

  function stands(write: Write): boolean {
    if ('put' in write) return holds(find(write.put, write.item), write.when);
    if ('remove' in write) return holds(find(write.remove, write.key), write.when);
    const row = find(write.reserve, write.key);
    return holds(row, write.when) && Number(row?.[write.counter]) >= write.by;
  }

  function apply(write: Write): void {
    if ('remove' in write) kept.delete(idOfKey(placeOf(write.remove, write.key)));
    else if ('put' in write) keep(write.put, write.item);
    else {
      const row = find(write.reserve, write.key) ?? {};
      keep(write.reserve, { ...row, [write.counter]: Number(row[write.counter]) - write.by });
    }
  }

  function keep(name: ItemName, row: Row): void {
    const place = placeOf(name, row);
    kept.set(idOfKey(place), { ...place, row });
  }

  return {
    read: {
      get: async (name, key) => rowOf(name, find(name, key)),
      list: async (name, partition, { startsWith = '', limit = Number.POSITIVE_INFINITY } = {}) => {
        const pk = keyPart(items[name].pk, partition);
        const prefix = `${items[name].sk.split('{')[0]}${startsWith}`;
        const found = [...kept.values()].filter((one) => one.pk === pk && one.sk.startsWith(prefix));
        return found
          .sort((a, b) => (a.sk < b.sk ? -1 : 1))
          .flatMap(({ row }) => rowOf(name, row) ?? [])
          .slice(0, limit);
      },
      due: async (name, state, until, limit) => dueKeys([...kept.values()], { name, state, until }).slice(0, limit),
    },
    write: {
      transact: async (writes) => {
        const failed = writes.map((write) => !stands(write));
        if (failed.includes(true)) return { ok: false, failed };
        writes.forEach(apply);
        return { ok: true };
      },
      bulk: async (writes) => writes.forEach(apply),
    },
  };
}

function holds(row: Row | undefined, when: Condition): boolean {
  if (when === 'any') return true;
  if (when === 'absent') return row === undefined;
  return row !== undefined && Object.entries(when).every(([field, value]) => row[field] === value);
}

function rowOf<N extends ItemName>(name: N, row: Row | undefined): Item<N> | undefined {
  return isItem(name, row) ? row : undefined;
}

function isItem<N extends ItemName>(name: N, row: unknown): row is Item<N> {
  return row !== undefined && items[name].schema.safeParse(row).success;
}

type Waiting<N extends ItemName> = { readonly name: N; readonly state: string; readonly until: string };

function dueKeys<N extends ItemName>(all: readonly Kept[], { name, state, until }: Waiting<N>): Key<N>[] {
  const declaration = items[name];
  const field = 'due' in declaration ? Object.entries<string>(declaration.due).find(([one]) => one === state)?.[1] : undefined;
  const prefix = declaration.sk.split('{')[0] ?? '';
  const waiting = all.filter(
    ({ sk, row }) => sk.startsWith(prefix) && row['state'] === state && String(row[field ?? '']) <= until,
  );
  return waiting
    .sort((a, b) => String(a.row[field ?? '']).localeCompare(String(b.row[field ?? ''])))
    .flatMap(({ row }) => (isKey(name, row) ? [row] : []));
}

function isKey<N extends ItemName>(name: N, row: object): row is Key<N> {
  return [...`${items[name].pk}${items[name].sk}`.matchAll(/\{(\w+)\}/g)].every(([, hole = '']) => hole in row);
}
