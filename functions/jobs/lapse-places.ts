import { job } from '../runtime/job.ts';
import { tableAdapters } from '../runtime/table.ts';
import { askOn } from './ask-on.ts';
import { givePlaces } from './give-places.ts';

/** Takes back places whose time to answer is over, and offers them to the next; asks the next tier of people likewise. */
export const handler = job('lapse-places', tableAdapters, async (ports, context) => {
  const over = await ports.read.due('waiting', 'offered', context.now, 100);
  const events = new Map(over.map(({ edition, event }) => [`${edition}#${event}`, { edition, event }]));
  let count = 0;
  for (const key of events.values()) count += await givePlaces(key, ports, context);
  for (const key of await ports.read.due('asking', 'open', context.now, 100)) count += await askOn(key, ports, context);
  return { count };
});
