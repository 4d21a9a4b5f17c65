import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { TableEmptier } from '#shared/ports.ts';
import type { PowerEnv } from '#shared/system/powers.ts';
import { items, keyPart, table } from '#shared/system/table.ts';
import { tableClient as client } from './table-client.ts';
import { type Attributes, freeWriter } from './table-together.ts';

/** How many items are taken away side by side. */
const together = 100;

/** Takes away what is of one kind in a partition of the table named in the environment. Only keys are read, so that no item of an older shape stays behind. */
export function dynamoEmptier({ TABLE_NAME }: PowerEnv<'table:empty'>): TableEmptier {
  const write = freeWriter(TABLE_NAME);
  return async (name, partition) => {
    const { pk, sk } = items[name];
    const prefix = sk.split('{')[0] ?? '';
    let count = 0;
    let from: Attributes | undefined;
    do {
      const page = await client.send(
        new QueryCommand({
          TableName: TABLE_NAME,
          KeyConditionExpression: prefix === '' ? '#pk = :pk' : '#pk = :pk AND begins_with(#sk, :sk)',
          ProjectionExpression: '#pk, #sk',
          ExpressionAttributeNames: { '#pk': table.partitionKey, '#sk': table.sortKey },
          ExpressionAttributeValues: marshall({ ':pk': keyPart(pk, partition), ...(prefix === '' ? {} : { ':sk': prefix }) }),
          ConsistentRead: true,
          Limit: together,
          ExclusiveStartKey: from,
        }),
      );
      const keys = page.Items ?? [];
      await Promise.all(keys.map((Key) => write({ DeleteRequest: { Key } })));
      count += keys.length;
      from = page.LastEvaluatedKey;
    } while (from);
    return count;
  };
}
