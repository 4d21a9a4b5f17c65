import type { Event } from '#shared/domain/event.ts';
import { type ReminderKind, reminderDue, thanksDue } from '#shared/domain/reminder.ts';
import type { TableReader, TableWriter } from '#shared/ports.ts';
import type { NewFact } from '#shared/system/events.ts';
import type { Item } from '#shared/system/table.ts';
import type { Context } from '../runtime/context.ts';
import { job } from '../runtime/job.ts';
import { outboxWrite } from '../runtime/outbox.ts';
import { tableAdapters } from '../runtime/table.ts';

/**
 * Finds, each morning, who has a place in a week or on the next school day and has not been reminded of it, and who came to
 * an event that was counted and has not been thanked.
 */
export const handler = job('remind-of-visits', tableAdapters, async (ports, context) => {
  let count = 0;
  for (const edition of await ports.read.list('edition', {})) {
    if (edition.state === 'draft' || edition.state === 'reported') continue;
    for (const event of await ports.read.list('event', edition)) {
      const ahead = edition.state === 'surveying' ? undefined : reminderDue(event, edition, context.now);
      if (ahead !== undefined) count += await tell(event, ahead, await remindersOf(event, ahead, ports.read), { ports, context });
      if (thanksDue(event, context.now))
        count += await tell(event, 'thanks', await thanksOf(event, ports.read), { ports, context });
    }
  }
  return { count };
});

type Ports = { readonly read: TableReader; readonly write: TableWriter };
type Told = { readonly reader: string; readonly fact: NewFact };

/** Sends each of these facts once for one half-day. Gives how many had not been sent. */
async function tell(
  { edition, event, halfDay }: Event,
  ahead: Item<'reminded'>['ahead'],
  told: readonly Told[],
  { ports: { write }, context }: { readonly ports: Ports; readonly context: Context },
): Promise<number> {
  let count = 0;
  for (const { reader, fact } of told) {
    const item = { edition, event, halfDay, reader, ahead, at: context.now };
    // Refused: told already.
    const { ok } = await write.transact([{ put: 'reminded', item, when: 'absent' }, ...outboxWrite(edition, [fact], context)]);
    if (ok) count += 1;
  }
  return count;
}

async function remindersOf(event: Event, ahead: ReminderKind, read: TableReader): Promise<Told[]> {
  const [bookings, offers] = await Promise.all([read.list('booking', event), read.list('offer', event)]);
  const data = { event: event.event, halfDay: event.halfDay, ahead };
  return [
    ...bookings.map(({ registration, urn }): Told => {
      return { reader: registration, fact: { type: 'school.reminded.v1', data: { ...data, registration, urn } } };
    }),
    ...offers
      .filter(({ state }) => state === 'accepted')
      .map(({ kind, visitor }): Told => {
        return { reader: visitor, fact: { type: 'visitor.reminded.v1', data: { ...data, kind, visitor } } };
      }),
  ];
}

/** Those who came to an event, once its pupils were counted. */
async function thanksOf({ edition, event, halfDay }: Event, read: TableReader): Promise<Told[]> {
  const total = await read.get('eventTotal', { edition, event });
  if (!total?.held) return [];
  const offers = await read.list('offer', { edition, event });
  const came = offers.filter(({ state, absent }) => state === 'accepted' && !absent);
  return came.map(({ kind, visitor }): Told => {
    return { reader: visitor, fact: { type: 'visitor.thanked.v1', data: { event, halfDay, kind, visitor } } };
  });
}
