import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { table } from '#shared/system/table.ts';
import type { Inbox } from './inbox.ts';
import type { QueueDepth, Queues } from './queues.ts';
import type { ScheduleStatus, Scheduler } from './scheduler.ts';
import type { StreamPoller } from './stream-poller.ts';

/** What the system knows of itself. */
export type Status = {
  readonly now: string;
  readonly queues: readonly ({ readonly name: string } & QueueDepth)[];
  readonly deadLetters: readonly {
    readonly id: string;
    readonly queue: string;
    readonly receiveCount: number;
    readonly diedAt: string;
    readonly body: string;
  }[];
  /** Facts' rows that the bus has not taken, and the seconds the oldest of them has waited. */
  readonly outbox: { readonly pending: number; readonly oldestSeconds: number };
  readonly mails: {
    readonly count: number;
    readonly last: { readonly id: number; readonly to: string; readonly date: string } | undefined;
  };
  readonly schedules: readonly ScheduleStatus[];
  readonly stream: { readonly delivered: number; readonly position: string | undefined };
};

type Sources = {
  readonly endpoint: string;
  readonly tableName: string;
  readonly now: () => string;
  readonly queues: Queues;
  readonly inbox: Inbox;
  readonly scheduler: Scheduler;
  readonly poller: StreamPoller;
};

/** Gives a way to look at the whole system at once. */
export function createStatus({ endpoint, tableName, now, queues, inbox, scheduler, poller }: Sources) {
  const client = new DynamoDBClient({
    endpoint,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  return {
    close: () => client.destroy(),
    async read(): Promise<Status> {
      const last = inbox.latest();
      return {
        now: now(),
        queues: queues.names.map((name) => ({ name, ...queues.depth(name) })),
        deadLetters: queues.deadLetters().map(({ diedAt, ...letter }) => ({ ...letter, diedAt: new Date(diedAt).toISOString() })),
        outbox: await outboxOf(client, tableName, now()),
        mails: { count: inbox.count(), last: last && { id: last.id, to: last.to.join(', '), date: last.date } },
        schedules: scheduler.status(),
        stream: { delivered: poller.delivered(), position: poller.position()?.sequence },
      };
    },
  };
}

async function outboxOf(client: DynamoDBClient, tableName: string, now: string) {
  const shards = await Promise.all(
    table.outboxShards.map((shard) =>
      client.send(
        new QueryCommand({
          TableName: tableName,
          KeyConditionExpression: '#pk = :pk',
          ExpressionAttributeNames: { '#pk': table.partitionKey },
          ExpressionAttributeValues: { ':pk': { S: `${table.outboxPrefix}${shard}` } },
          ConsistentRead: true,
        }),
      ),
    ),
  );
  const rows = shards.flatMap(({ Items = [] }) => Items);
  const oldest = Math.min(...rows.map((row) => Date.parse(row['at']?.S ?? now)));
  return {
    pending: rows.length,
    oldestSeconds: rows.length === 0 ? 0 : Math.max(0, Math.round((Date.parse(now) - oldest) / 1000)),
  };
}
