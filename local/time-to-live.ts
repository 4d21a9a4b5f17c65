import { BatchWriteItemCommand, DynamoDBClient, ScanCommand, type ScanCommandInput } from '@aws-sdk/client-dynamodb';
import { epochSecondsOf, type Instant } from '#shared/kernel/time.ts';
import { table } from '#shared/system/table.ts';

/** Removes the items whose time to live has passed, which the embedded engine never does itself. Gives their number. */
export async function sweepExpired(
  engine: { readonly endpoint: string; readonly tableName: string },
  now: Instant,
): Promise<number> {
  const client = new DynamoDBClient({
    endpoint: engine.endpoint,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  try {
    let removed = 0;
    let from: From;
    do {
      const { Items = [], LastEvaluatedKey } = await page(client, engine.tableName, now, from);
      for (let start = 0; start < Items.length; start += 25) {
        const requests = Items.slice(start, start + 25).map((Key) => ({ DeleteRequest: { Key } }));
        await client.send(new BatchWriteItemCommand({ RequestItems: { [engine.tableName]: requests } }));
        removed += requests.length;
      }
      from = LastEvaluatedKey;
    } while (from);
    return removed;
  } finally {
    client.destroy();
  }
}

type From = ScanCommandInput['ExclusiveStartKey'];

function page(client: DynamoDBClient, TableName: string, now: Instant, ExclusiveStartKey: From) {
  return client.send(
    new ScanCommand({
      TableName,
      ExclusiveStartKey,
      FilterExpression: '#expires < :now',
      ProjectionExpression: '#pk, #sk',
      ExpressionAttributeNames: { '#expires': table.timeToLive, '#pk': table.partitionKey, '#sk': table.sortKey },
      ExpressionAttributeValues: { ':now': { N: String(epochSecondsOf(now)) } },
    }),
  );
}
