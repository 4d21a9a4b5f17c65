import type { Edition } from '#shared/domain/edition.ts';
import type { Event } from '#shared/domain/event.ts';
import { erasedAddress, erasedWord } from '#shared/kernel/erased.ts';
import type { NewId } from '#shared/kernel/ids.ts';
import type { TableReader, Write } from '#shared/ports.ts';

/**
 * What is left in an edition a year after its closing that somebody wrote, or an address it went to: organisers' messages and
 * edits, reasons, plans with names, quotes, the edition's own words. What is gone already is not written again.
 */
export async function wordsOf(edition: Edition, read: TableReader, newId: NewId): Promise<Write[]> {
  const at = { edition: edition.edition };
  const [mails, messages, responses, addresses, events] = await Promise.all([
    read.list('mail', at),
    read.list('message', at),
    read.list('response', at),
    read.list('address', at),
    read.list('event', at),
  ]);
  const perEvent = await Promise.all(events.map((event) => wordsAt(event, read)));
  return [
    ...inEdition(edition),
    ...mails
      .filter(({ to, edit, dropReason }) => to !== erasedAddress || edit !== undefined || dropReason !== undefined)
      .map(({ edit: _edit, dropReason: _reason, ...mail }): Write => {
        const item = { ...mail, to: erasedAddress, version: mail.version + 1 };
        return { put: 'mail', item, when: { version: mail.version } };
      }),
    ...messages
      .filter(({ body }) => body !== erasedWord)
      .map((one): Write => {
        const item = { ...one, subject: erasedWord, body: erasedWord, version: one.version + 1 };
        return { put: 'message', item, when: { version: one.version } };
      }),
    ...responses
      .filter(({ quote, improve }) => quote !== undefined || improve !== undefined)
      .flatMap(({ quote: _quote, improve: _improve, ...one }): Write[] => [
        { put: 'response', item: { ...one, version: one.version + 1 }, when: { version: one.version } },
        { put: 'dirty', item: { ...at, level: 'SCHOOL', part: one.urn, mark: newId() }, when: 'any' },
      ]),
    ...addresses.map((key): Write => ({ remove: 'address', key, when: 'any' })),
    ...perEvent.flat(),
  ];
}

function inEdition({ welcome, safeguardingLead, ...rest }: Edition): Write[] {
  if (welcome === undefined && safeguardingLead === undefined) return [];
  return [{ put: 'edition', item: { ...rest, version: rest.version + 1 }, when: { version: rest.version } }];
}

async function wordsAt(event: Event, read: TableReader): Promise<Write[]> {
  const [offers, rotation, arrival] = await Promise.all([
    read.list('offer', event),
    read.get('rotation', event),
    read.get('arrival', event),
  ]);
  const { cancellationReason, ...rest } = event;
  return [
    ...(cancellationReason === undefined
      ? []
      : [{ put: 'event' as const, item: { ...rest, version: rest.version + 1 }, when: { version: rest.version } }]),
    ...offers
      .filter(({ reason }) => reason !== undefined)
      .map(({ reason: _reason, ...offer }): Write => {
        const item = { ...offer, version: offer.version + 1 };
        return { put: 'offer', item, when: { version: offer.version } };
      }),
    ...(arrival ? [{ remove: 'arrival' as const, key: arrival, when: 'any' as const }] : []),
    ...(rotation ? [{ remove: 'rotation' as const, key: rotation, when: 'any' as const }] : []),
  ];
}
