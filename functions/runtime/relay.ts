import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { type Item, items, table } from '#shared/system/table.ts';
import type { FunctionsOf } from '#shared/system/functions.ts';
import { bugOf, log } from './log.ts';
import { type AdaptersOf, portsOf, type PortsOf } from './powers.ts';

type Row = Item<'outbox'>;
export type StreamHandler = (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>;

/**
 * Wraps the relay of new outbox rows. `send` answers with the rows that are settled; the stream is asked to bring the
 * first of the others, and what follows it, again. A row that cannot be read is alone in failing.
 */
export function relay<const F extends FunctionsOf<'stream'>>(
  name: F,
  adapters: AdaptersOf<F>,
  send: (rows: readonly Row[], ports: PortsOf<F>) => Promise<ReadonlySet<Row>>,
): StreamHandler {
  const ports = portsOf(name, adapters);
  return async ({ Records }) => {
    const rows = new Map<DynamoDBRecord, Row>();
    const failed: DynamoDBRecord[] = [];
    for (const record of Records) {
      const row = rowOf(record);
      if (row) rows.set(record, row);
      else failed.push(record);
    }
    const settled = await send([...rows.values()], ports).catch((error: unknown) => {
      log({ function: name, outcome: 'bug', bug: bugOf(error) });
      return new Set<Row>();
    });
    for (const [record, row] of rows) if (!settled.has(row)) failed.push(record);
    log({ function: name, outcome: failed.length > 0 ? 'partial' : 'done', count: settled.size });
    return { batchItemFailures: failed.map(({ dynamodb }) => ({ itemIdentifier: dynamodb?.SequenceNumber ?? '' })) };
  };
}

function rowOf({ dynamodb }: DynamoDBRecord): Row | undefined {
  // The stream's types are the event library's; its values are those the SDK reads.
  const image = Object.entries(unmarshall(JSON.parse(JSON.stringify(dynamodb?.NewImage ?? {}))));
  const own = image.filter(([field]) => field !== table.partitionKey && field !== table.sortKey);
  const parsed = items.outbox.schema.safeParse(Object.fromEntries(own));
  return parsed.success ? parsed.data : undefined;
}
