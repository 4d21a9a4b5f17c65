import type { Event } from '#shared/domain/event.ts';
import { type Claim, nextInTurn } from '#shared/domain/fair-shares.ts';
import type { WaitingEntry } from '#shared/domain/waiting-entry.ts';
import { holding } from '#shared/domain/week-settings.ts';
import { lapsePlaces, offerPlaces, takesSchools } from '#shared/domain/waiting.ts';
import type { TableReader, TableWriter, Write } from '#shared/ports.ts';
import type { Context } from '../runtime/context.ts';
import { outboxWrite } from '../runtime/outbox.ts';
import { findSchool } from '../http/find.ts';

type Ports = { readonly read: TableReader; readonly write: TableWriter };
type Key = { readonly edition: string; readonly event: string };

/** More than an event can have waiting schools whose turn it is: each turn settles one. */
const mostTurns = 400;

/**
 * Takes back what was not answered in time, then offers the free places of an event to the groups whose turn it is. It
 * looks at how things stand, one group at a time, so that it may run as often, and as many at once, as it likes: what it
 * offers the event's own counter holds, in the same transaction. Gives how many groups it moved.
 */
export async function givePlaces(key: Key, { read, write }: Ports, context: Context): Promise<number> {
  let moved = 0;
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const event = await read.get('event', key);
    if (!event) return moved;
    const writes = (await lapseWrites(event, read, context)) ?? (await offerWrites(event, read, context));
    if (!writes) return moved;
    // Refused: something changed since it was read. It is read again.
    if ((await write.transact(writes)).ok) moved += 1;
  }
  return moved;
}

async function lapseWrites(event: Event, read: TableReader, context: Context): Promise<Write[] | undefined> {
  for (const entry of await waitingAt(event, read)) {
    const { state, facts } = lapsePlaces(entry, context.now);
    if (facts.length > 0)
      return [
        { put: 'waiting', item: state, when: { version: entry.version } },
        giveBack(state),
        ...outboxWrite(event.edition, facts, context),
      ];
  }
  return undefined;
}

async function offerWrites(event: Event, read: TableReader, context: Context): Promise<Write[] | undefined> {
  if (!takesSchools(event, context.now) || event.placesFree < 1) return undefined;
  const [claims, edition] = await Promise.all([claimsAt(event, read), read.get('edition', event)]);
  const { now } = context;
  const rules = holding(edition ?? {}).waiting;
  const next = nextInTurn(claims, event.placesFree, { now, rules });
  if (!next) return undefined;
  const { state, facts } = offerPlaces(next.entry, { event, rules, now });
  return [
    { put: 'waiting', item: state, when: { version: next.entry.version } },
    { reserve: 'event', key: event, counter: 'placesFree', by: state.pupils, when: { state: 'confirmed' } },
    ...outboxWrite(event.edition, facts, context),
  ];
}

/** An event's whole list. */
export function waitingAt({ edition, event }: Key, read: TableReader): Promise<WaitingEntry[]> {
  return read.list('waiting', { edition }, { startsWith: `${event}#` });
}

/** Places that were held for a group go back to their event, whatever has become of it. */
export function giveBack({ edition, event, pupils }: WaitingEntry): Write {
  return { reserve: 'event', key: { edition, event }, counter: 'placesFree', by: -pupils, when: { event } };
}

/** The groups that wait at an event, each with what its points follow from; not those who no longer take part or have places there. */
export async function claimsAt(event: Event, read: TableReader): Promise<Claim[]> {
  const { edition } = event;
  const [entries, events, setting] = await Promise.all([
    waitingAt(event, read),
    read.list('event', { edition }),
    read.get('edition', { edition }),
  ]);
  const programme = setting && (await read.get('programme', { programme: setting.programme }));
  const found = await Promise.all(
    entries
      .filter(({ state }) => state === 'waiting')
      .map(async (entry): Promise<Claim[]> => {
        const { urn } = entry;
        const [place, school, ...bookings] = await Promise.all([
          read.get('schoolPlace', { edition, urn }),
          programme && findSchool(programme, urn, read),
          ...events.map((one) => read.get('booking', { edition, event: one.event, urn })),
        ]);
        const booked = bookings.filter((one) => one !== undefined);
        if (place?.registration !== entry.registration || booked.some((one) => one.event === event.event)) return [];
        return [{ entry, hasPlace: booked.length > 0, percentageFsm: school?.percentageFsm }];
      }),
  );
  return found.flat();
}
