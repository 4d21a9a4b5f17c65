import type { Edition } from '#shared/domain/edition.ts';
import type { Event } from '#shared/domain/event.ts';
import { type ReminderKind, reminderDue, thanksDue } from '#shared/domain/reminder.ts';
import { volunteersSurvey } from '#shared/domain/instruments/adults.ts';
import { instrumentFor } from '#shared/domain/instruments/in-use.ts';
import { isSurveyOpen } from '#shared/domain/survey.ts';
import { visitsToRemindOf } from '#shared/domain/visit-survey.ts';
import { clearanceSoon } from '#shared/domain/courses/clearance.ts';
import { daysAfter, type Instant, londonDate } from '#shared/kernel/time.ts';
import type { TableReader, TableWriter, Write } from '#shared/ports.ts';
import type { NewFact } from '#shared/system/events.ts';
import type { Item } from '#shared/system/table.ts';
import type { Context } from '../runtime/context.ts';
import { job } from '../runtime/job.ts';
import { outboxWrite } from '../runtime/outbox.ts';
import { tableAdapters } from '../runtime/table.ts';

/**
 * Finds, each morning, who has a place in a week or on the next school day and has not been reminded of it; who came to an
 * event that was counted and has not been thanked, which asks them how it was; who has not said so after some days; and whose
 * clearance ends soon.
 */
export const handler = job('remind-of-visits', tableAdapters, async (ports, context) => {
  let count = 0;
  for (const edition of await ports.read.list('edition', {})) {
    if (edition.state === 'draft' || edition.state === 'reported') continue;
    for (const event of await ports.read.list('event', edition)) {
      const ahead = edition.state === 'surveying' ? undefined : reminderDue(event, edition, context.now);
      if (ahead !== undefined) count += await tell(event, ahead, await remindersOf(event, ahead, ports.read), { ports, context });
      if (thanksDue(event, context.now))
        count += await tell(event, 'thanks', await thanksOf(event, edition, ports.read, context.now), { ports, context });
    }
    count += await remindOfSurveys(edition, ports, context);
    count += await remindOfClearances(edition.edition, ports, context);
  }
  return { count };
});

/** Tells each volunteer once that their clearance ends soon. One that is recorded anew meanwhile is met the next morning. */
async function remindOfClearances(edition: string, { read, write }: Ports, context: Context): Promise<number> {
  const today = londonDate(context.now);
  let count = 0;
  for (const one of await read.list('clearance', { edition })) {
    if (one.remindedAt !== undefined || one.until < today || one.until > daysAfter(today, clearanceSoon)) continue;
    const item = { ...one, remindedAt: context.now, version: one.version + 1 };
    const { ok } = await write.transact([
      { put: 'clearance', item, when: { version: one.version } },
      ...outboxWrite(
        edition,
        [{ type: 'clearance.ending.v1', data: { volunteer: one.volunteer, version: item.version } }],
        context,
      ),
    ]);
    if (ok) count += 1;
  }
  return count;
}

type Ports = { readonly read: TableReader; readonly write: TableWriter };
type Told = { readonly reader: string; readonly fact: NewFact; readonly writes?: readonly Write[] };

/** Sends each of these facts once for one half-day. Gives how many had not been sent. */
async function tell(
  { edition, event, halfDay }: Event,
  ahead: Item<'reminded'>['ahead'],
  told: readonly Told[],
  { ports: { write }, context }: { readonly ports: Ports; readonly context: Context },
): Promise<number> {
  let count = 0;
  for (const { reader, fact, writes = [] } of told) {
    const item = { edition, event, halfDay, reader, ahead, at: context.now };
    // Refused: told already.
    const { ok } = await write.transact([
      { put: 'reminded', item, when: 'absent' },
      ...writes,
      ...outboxWrite(edition, [fact], context),
    ]);
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

/** Those who came to an event, once its pupils were counted. They are asked how it was, as long as answers are taken. */
async function thanksOf({ edition, event, halfDay }: Event, of: Edition, read: TableReader, now: Instant): Promise<Told[]> {
  const total = await read.get('eventTotal', { edition, event });
  if (!total?.held) return [];
  const [offers, used] = await Promise.all([
    read.list('offer', { edition, event }),
    read.get('usedInstrument', { edition, instrument: volunteersSurvey.instrument }),
  ]);
  const { fresh } = instrumentFor(edition, [volunteersSurvey], used);
  const asks = isSurveyOpen(of, undefined, now);
  const came = offers.filter(({ state, absent }) => state === 'accepted' && !absent);
  return came.map(({ kind, visitor }): Told => {
    const item = { edition, event, kind, visitor, askedAt: now, answers: {}, version: 1 };
    const writes: Write[] = [
      { put: 'visitSurvey', item, when: 'absent' },
      ...(fresh ? [{ put: 'usedInstrument' as const, item: fresh, when: 'any' as const }] : []),
    ];
    return {
      reader: visitor,
      fact: { type: 'visitor.thanked.v1', data: { event, halfDay, kind, visitor } },
      ...(asks ? { writes } : {}),
    };
  });
}

/** Reminds each visitor once of everything they have not said. */
async function remindOfSurveys(edition: Edition, { read, write }: Ports, context: Context): Promise<number> {
  const asked = Map.groupBy(await read.list('visitSurvey', edition), ({ visitor }) => visitor);
  let count = 0;
  for (const all of asked.values()) {
    const open = visitsToRemindOf(all, edition, context.now).slice(0, mostAtOnce);
    const [first] = open;
    if (!first) continue;
    const { kind, visitor } = first;
    // Refused: answered meanwhile. The next morning sees what is still open.
    const { ok } = await write.transact([
      ...open.map((one): Write => {
        const item = { ...one, remindedAt: context.now, version: one.version + 1 };
        return { put: 'visitSurvey', item, when: { version: one.version } };
      }),
      ...outboxWrite(edition.edition, [{ type: 'visit-survey.reminded.v1', data: { kind, visitor } }], context),
    ]);
    if (ok) count += 1;
  }
  return count;
}

/** How many visits one reminder marks: within what a transaction of DynamoDB takes. */
const mostAtOnce = 90;
