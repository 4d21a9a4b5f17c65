import { secondsAfter } from '#shared/kernel/time.ts';
import { table } from '#shared/system/table.ts';
import { eventBus } from '../runtime/event-bus.ts';
import { job } from '../runtime/job.ts';
import { publishRows } from '../runtime/outbox.ts';
import { tableAdapters } from '../runtime/table.ts';

/** A row this old (seconds) was missed by the stream: its relay takes well under a second. */
const missedAfter = 120;

/** Publishes the facts that the stream missed: streams keep a day, a weekend is longer. */
export const handler = job(
  'sweep-outbox',
  { ...tableAdapters, 'bus:publish': eventBus },
  async ({ read, write, bus }, { now }) => {
    let count = 0;
    for (const shard of table.outboxShards) {
      const rows = await read.list('outbox', { shard }, { limit: 500 });
      const missed = rows.filter(({ at }) => at <= secondsAfter(now, -missedAfter));
      count += (await publishRows(missed, { bus, write })).size;
    }
    return { count };
  },
);
