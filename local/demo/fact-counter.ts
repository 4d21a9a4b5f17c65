import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod/mini';
import { type LoadHandler, loadHandler } from '../handlers.ts';

const batch = z.object({ Records: z.array(z.object({ dynamodb: z.object({ NewImage: z.record(z.string(), z.any()) }) })) });
const row = z.object({ facts: z.array(z.object({ id: z.string(), type: z.string() })) });

/** Counts the facts that the relay is given, by type, each fact once however often it is delivered. */
export function factCounter(): { readonly loadHandler: LoadHandler; readonly counts: () => Record<string, number> } {
  const seen = new Map<string, string>();
  return {
    async loadHandler(name) {
      const handler = await loadHandler(name);
      if (name !== 'relay-outbox') return handler;
      return (event, context) => {
        for (const { dynamodb } of batch.parse(event).Records) {
          for (const { id, type } of row.parse(unmarshall(dynamodb.NewImage)).facts) seen.set(id, type);
        }
        return handler(event, context);
      };
    },
    counts() {
      const counts: Record<string, number> = {};
      for (const type of [...seen.values()].sort()) counts[type] = (counts[type] ?? 0) + 1;
      return counts;
    },
  };
}
