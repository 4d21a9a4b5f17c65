import { scrub } from '#shared/domain/erasure.ts';
import type { TableReader, Write } from '#shared/ports.ts';
import { type Item, items } from '#shared/system/table.ts';
import type { Person } from './person.ts';

/** Takes a person out of the events: their reasons for declining go, and their name in what others wrote and planned. */
export async function atEvents({ edition, subject, contact }: Person, read: TableReader): Promise<Write[]> {
  const events = await read.list('event', { edition });
  const found = await Promise.all(
    events.map(async (event): Promise<Write[]> => {
      const [offers, rotation, arrival] = await Promise.all([
        read.list('offer', event),
        read.get('rotation', event),
        read.get('arrival', event),
      ]);
      return [
        ...offers.flatMap((offer): Write[] => {
          const { reason, ...rest } = offer;
          if (reason === undefined) return [];
          const said = scrub(reason, contact);
          if (offer.visitor !== subject && said === reason) return [];
          const next = items.offer.schema.parse(offer.visitor === subject ? rest : { ...rest, reason: said });
          return [{ put: 'offer', item: { ...next, version: offer.version + 1 }, when: { version: offer.version } }];
        }),
        ...inRotation(rotation, contact),
        ...inArrival(arrival, contact),
        ...inReason(event, contact),
      ];
    }),
  );
  return found.flat();
}

function inRotation(rotation: Item<'rotation'> | undefined, contact: Person['contact']): Write[] {
  if (!rotation) return [];
  const { document, version } = rotation;
  const next = JSON.stringify(scrub(JSON.parse(document), contact));
  if (next === JSON.stringify(JSON.parse(document))) return [];
  return [{ put: 'rotation', item: { ...rotation, document: next, version: version + 1 }, when: { version } }];
}

function inArrival(arrival: Item<'arrival'> | undefined, contact: Person['contact']): Write[] {
  const said = scrub(arrival?.lead, contact);
  if (!arrival || said === arrival.lead) return [];
  const next = items.arrival.schema.parse({ ...arrival, lead: said });
  return [{ put: 'arrival', item: { ...next, version: arrival.version + 1 }, when: { version: arrival.version } }];
}

function inReason(event: Item<'event'>, contact: Person['contact']): Write[] {
  const { cancellationReason, ...rest } = event;
  const said = scrub(cancellationReason, contact);
  if (cancellationReason === undefined || said === cancellationReason) return [];
  const next = items.event.schema.parse({ ...rest, cancellationReason: said });
  return [{ put: 'event', item: { ...next, version: rest.version + 1 }, when: { version: rest.version } }];
}
