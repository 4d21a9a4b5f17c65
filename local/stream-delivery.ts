import { setTimeout as wait } from 'node:timers/promises';
import { failedIds } from './queue-workers.ts';
import type { StreamRecord } from './stream-source.ts';

export type DeliveryOptions = {
  readonly invoke: (event: unknown) => Promise<unknown>;
  /** Tries for one record after the first, before it is given up. */
  readonly retries: number;
  /** Keeps records that were given up, durably. */
  readonly giveUp: (records: readonly StreamRecord[]) => void;
  readonly report: (line: string) => void;
  readonly backoffMilliseconds?: number;
};

/**
 * Delivers records to a function as Lambda does from a stream: in order; a named failure is tried again from there on; a
 * batch that fails as a whole is halved; a record that fails too often goes to the failure queue and the rest goes on.
 */
export async function deliver(records: readonly StreamRecord[], options: DeliveryOptions): Promise<void> {
  let rest = records;
  let size = rest.length;
  let tries = 0;
  while (rest.length > 0) {
    const batch = rest.slice(0, size);
    const done = await firstFailure(batch, options);
    rest = rest.slice(done);
    if (done === batch.length) {
      tries = 0;
      size = rest.length;
    } else {
      tries = done > 0 ? 1 : tries + 1;
      size = Math.max(1, Math.floor((batch.length - done) / 2));
      if (tries > options.retries && size === 1) {
        options.giveUp(rest.slice(0, 1));
        rest = rest.slice(1);
        tries = 0;
        size = rest.length;
      } else await wait(Math.min(5000, (options.backoffMilliseconds ?? 50) * 2 ** Math.min(tries, 8)));
    }
  }
}

/** How many records from the start stand as done. */
async function firstFailure(batch: readonly StreamRecord[], { invoke, report }: DeliveryOptions): Promise<number> {
  const ids = batch.map((record) => ({ id: record.dynamodb?.SequenceNumber ?? '' }));
  try {
    const failed = failedIds(await invoke({ Records: batch.map(eventRecord) }), ids);
    const first = ids.findIndex(({ id }) => failed.has(id));
    return first < 0 ? batch.length : first;
  } catch (error) {
    report(`stream delivery failed: ${error instanceof Error ? error.message : String(error)}`);
    return 0;
  }
}

/** A record as Lambda hands it over: the creation time is a number of seconds there, a date in the API. */
export function eventRecord(record: StreamRecord) {
  const { dynamodb, ...rest } = record;
  const created = dynamodb?.ApproximateCreationDateTime;
  return {
    ...rest,
    awsRegion: 'eu-west-2',
    dynamodb: { ...dynamodb, ...(created ? { ApproximateCreationDateTime: Math.floor(created.getTime() / 1000) } : {}) },
  };
}

/** True for a new item whose partition key begins so. */
export function isNewItem(record: StreamRecord, prefix: string, partitionKey: string): boolean {
  return record.eventName === 'INSERT' && record.dynamodb?.Keys?.[partitionKey]?.S?.startsWith(prefix) === true;
}
