import type { Booking, Event } from '#shared/domain/event.ts';
import type { Offer } from '#shared/domain/offer.ts';
import { type ReminderKind, reminderDue } from '#shared/domain/reminder.ts';
import type { TableReader, TableWriter } from '#shared/ports.ts';
import type { NewFact } from '#shared/system/events.ts';
import type { Context } from '../runtime/context.ts';
import { job } from '../runtime/job.ts';
import { outboxWrite } from '../runtime/outbox.ts';
import { tableAdapters } from '../runtime/table.ts';

/** Finds, each morning, who has a place in a week or on the next school day and has not been reminded of it. */
export const handler = job('remind-of-visits', tableAdapters, async (ports, context) => {
  let count = 0;
  for (const edition of await ports.read.list('edition', {})) {
    if (edition.state !== 'open' && edition.state !== 'running') continue;
    for (const event of await ports.read.list('event', edition)) {
      const ahead = reminderDue(event, edition, context.now);
      if (ahead !== undefined) count += await remind({ event, ahead }, ports, context);
    }
  }
  return { count };
});

type Due = { readonly event: Event; readonly ahead: ReminderKind };
type Ports = { readonly read: TableReader; readonly write: TableWriter };

async function remind({ event, ahead }: Due, { read, write }: Ports, context: Context): Promise<number> {
  const [bookings, offers] = await Promise.all([read.list('booking', event), read.list('offer', event)]);
  const accepted = offers.filter(({ state }) => state === 'accepted');
  const facts = [
    ...bookings.map((booking) => ({ reader: booking.registration, fact: ofSchool(booking, { event, ahead }) })),
    ...accepted.map((offer) => ({ reader: offer.visitor, fact: ofVisitor(offer, { event, ahead }) })),
  ];
  let count = 0;
  for (const { reader, fact } of facts) {
    const { edition, halfDay } = event;
    const item = { edition, event: event.event, halfDay, reader, ahead, at: context.now };
    // Refused: reminded already.
    const { ok } = await write.transact([{ put: 'reminded', item, when: 'absent' }, ...outboxWrite(edition, [fact], context)]);
    if (ok) count += 1;
  }
  return count;
}

function ofSchool({ registration, urn }: Booking, { event: { event, halfDay }, ahead }: Due): NewFact {
  return { type: 'school.reminded.v1', data: { event, halfDay, ahead, registration, urn } };
}

function ofVisitor({ kind, visitor }: Offer, { event: { event, halfDay }, ahead }: Due): NewFact {
  return { type: 'visitor.reminded.v1', data: { event, halfDay, ahead, kind, visitor } };
}
