import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { createHash } from 'node:crypto';
import type { LocalSystem } from '#local/system.ts';

/** Everything in the table, as one digest: equal before and after means that nothing was written. */
export function stateReader({ engine }: LocalSystem): { readonly digest: () => Promise<string>; readonly close: () => void } {
  const client = new DynamoDBClient({
    endpoint: engine.endpoint,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  return {
    close: () => client.destroy(),
    async digest() {
      const page = await client.send(new ScanCommand({ TableName: engine.tableName, ConsistentRead: true }));
      if (page.LastEvaluatedKey) throw new Error('more than one page of items: keep the table of these tests small');
      const items = (page.Items ?? []).map((item) => JSON.stringify(sorted(item)));
      return createHash('sha256').update(items.sort().join('\n')).digest('hex');
    },
  };
}

/** The engine gives the fields of an item, and of what is in it, in any order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .map(([name, inner]) => [name, sorted(inner)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
