import { tokenHash } from '#shared/kernel/ids.ts';
import type { Bus, TableWriter, Write } from '#shared/ports.ts';
import type { NewFact } from '#shared/system/events.ts';
import { type Item, table } from '#shared/system/table.ts';
import type { Context } from './context.ts';

/** The outbox row that carries a decision's facts, for the same transaction as its state. No facts, no row. */
export function outboxWrite(
  edition: string,
  facts: readonly NewFact[],
  { now, newId, by }: Pick<Context, 'now' | 'newId' | 'by'>,
): Write[] {
  if (facts.length === 0) return [];
  const row = newId();
  const shard = Number.parseInt(tokenHash(row).slice(0, 8), 16) % table.outboxShards.length;
  return [
    {
      put: 'outbox',
      when: 'absent',
      item: {
        shard: table.outboxShards[shard] ?? '0',
        entry: `${now}_${row}`,
        at: now,
        facts: facts.map(({ type, data }) => ({ id: newId(), type, at: now, edition, by, data })),
      },
    },
  ];
}

type Row = Item<'outbox'>;

/** Publishes outbox rows and removes those whose facts the bus took, all of them; answers with these. The rest stay pending. */
export async function publishRows(
  rows: readonly Row[],
  { bus, write }: { readonly bus: Bus; readonly write: TableWriter },
): Promise<ReadonlySet<Row>> {
  const accepted = new Set(await bus.publish(rows.flatMap((row) => row.facts)));
  const settled = rows.filter((row) => row.facts.every(({ id }) => accepted.has(id)));
  await write.bulk(settled.map((row) => ({ remove: 'outbox', key: row, when: 'any' })));
  return new Set(settled);
}
