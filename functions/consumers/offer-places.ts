import { consumer } from '../runtime/consumer.ts';
import { tableAdapters } from '../runtime/table.ts';
import { givePlaces } from '../jobs/give-places.ts';

/** Offers places that have become free to the schools that wait for them. */
export const handler = consumer('offer-places', tableAdapters, async ({ edition, data }, ports, context) => {
  await givePlaces({ edition, event: data.event }, ports, context);
});
