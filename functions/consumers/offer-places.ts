import { consumer } from '../runtime/consumer.ts';
import { tableAdapters } from '../runtime/table.ts';
import { askOn } from '../jobs/ask-on.ts';
import { givePlaces } from '../jobs/give-places.ts';

/** Offers places that have become free to the schools that wait for them, and asks the next people where some said no. */
export const handler = consumer('offer-places', tableAdapters, async ({ edition, type, data }, ports, context) => {
  const aboutPeople = /^(?:asking|offer)\.|^event\.(?:moved|cancelled)\./.test(type);
  await (aboutPeople ? askOn : givePlaces)({ edition, event: data.event }, ports, context);
});
