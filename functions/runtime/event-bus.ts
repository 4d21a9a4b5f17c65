import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { Bus } from '#shared/ports.ts';
import { eventSource, type FactInTransit } from '#shared/system/fact-in-transit.ts';
import type { PowerEnv } from '#shared/system/powers.ts';

const client = new EventBridgeClient({ maxAttempts: 4, requestHandler: { requestTimeout: 4000, connectionTimeout: 1500 } });
const entriesAtOnce = 10;

/** Publishes facts on the bus named in the environment, ten at a time, and says which of them the bus took. */
export function eventBus({ BUS_NAME }: PowerEnv<'bus:publish'>): Bus {
  return {
    async publish(facts) {
      const accepted: string[] = [];
      for (let start = 0; start < facts.length; start += entriesAtOnce) {
        accepted.push(...(await putEvents(BUS_NAME, facts.slice(start, start + entriesAtOnce))));
      }
      return accepted;
    },
  };
}

async function putEvents(busName: string, facts: readonly FactInTransit[]): Promise<string[]> {
  const { Entries = [] } = await client.send(
    new PutEventsCommand({
      Entries: facts.map((one) => ({
        EventBusName: busName,
        Source: eventSource,
        DetailType: one.type,
        Time: new Date(one.at),
        Detail: JSON.stringify(one),
      })),
    }),
  );
  // The call succeeds as a whole even when entries were refused: each answer stands at its entry's place.
  return facts.filter((_, index) => Entries[index]?.EventId !== undefined).map(({ id }) => id);
}
