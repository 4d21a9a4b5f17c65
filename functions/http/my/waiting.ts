import type { Event } from '#shared/domain/event.ts';
import { slug } from '#shared/domain/fields.ts';
import type { WaitingEntry } from '#shared/domain/waiting-entry.ts';
import { answerPlaces, askForPlaces, takesSchools } from '#shared/domain/waiting.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { TableReader, Write } from '#shared/ports.ts';
import { waitingEventPage, waitingListPage } from '#web/waiting/school-pages.ts';
import { claimsAt, giveBack as placesBack } from '../../jobs/give-places.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { accept } from '../accept.ts';
import { requireOnOwnRoll } from '../own-roll.ts';
import { findPlace } from './find-place.ts';

type Path = '/my/place/waiting/{event}';

/** Every event that a school can ask for places at, with its free places, and where the school waits. */
export async function showWaiting({ ports: { read }, session, now }: Call<'GET /my/place/waiting', 'bookings'>): Promise<Answer> {
  const place = await findPlace(read, session);
  const { edition, urn } = place.school;
  const [events, entries] = await Promise.all([read.list('event', { edition }), read.list('waiting', { edition })]);
  const booked = await Promise.all(events.map(({ event }) => read.get('booking', { edition, event, urn })));
  const mine = new Map(entries.filter((one) => one.urn === urn).map((one) => [one.event, one]));
  const open = events
    .filter((event, index) => mine.has(event.event) || (takesSchools(event, now) && booked[index] === undefined))
    .map((event) => ({ event, entry: mine.get(event.event) }));
  return { page: waitingListPage({ ...place, open, now }), data: { open } };
}

type Shown = `GET ${Path}` | `POST ${Path}` | `POST ${Path}/answer`;

/** One event: the form to ask for places, the school's turn with its reasons, or the places that it is offered. */
export async function showWaitingAt(
  { ports: { read }, params, session, now, newId }: Call<Shown, 'bookings'>,
  filled?: Filled,
): Promise<Answer> {
  const place = await findPlace(read, session);
  const event = await findEvent(read, { ...params, edition: session.edition });
  const { edition, urn } = place.school;
  const [entry, claims] = await Promise.all([read.get('waiting', { edition, event: event.event, urn }), claimsAt(event, read)]);
  const page = waitingEventPage({ ...place, event, entry, claims, now, requestKey: newId(), filled });
  return { page, data: { event, entry: entry ?? null } };
}

/** Puts a school's group on the list of an event, or changes how many it is. */
export async function ask(call: PostCall<`POST ${Path}`, 'bookings'>): Promise<Answer> {
  const { ports, params, session, body: form, now } = call;
  const { read } = ports;
  const { school, programme } = await findPlace(read, session);
  const { edition, urn } = school;
  const event = await findEvent(read, { ...params, edition });
  await requireOnOwnRoll({ programme, school }, form.cohorts, read);
  const key = { edition, event: event.event, urn };
  let booked = false;
  const { state } = await accept<WaitingEntry>(call, {
    edition,
    find: async () => {
      booked = (await read.get('booking', key)) !== undefined;
      return read.get('waiting', key);
    },
    decide: (current) => askForPlaces(current, { event, school, booked, form, now }),
    writes: (item, when) => [{ put: 'waiting', item, when }],
    reference: () => event.event,
  });
  return {
    seeOther: `/my/place/waiting/${event.event}`,
    data: { event: event.event, urn, pupils: state?.pupils, state: 'waiting' },
  };
}

/**
 * Takes the places that a school is offered: the booking is there, and the list is left, in one transaction; the places
 * were held by the event's counter all along. Or declines them, which frees them for the next.
 */
export async function answerWaiting(call: PostCall<`POST ${Path}/answer`, 'bookings'>): Promise<Answer> {
  const { ports, params, session, body: form, now } = call;
  const { read } = ports;
  const { school } = await findPlace(read, session);
  const { edition, urn } = school;
  const event = await findEvent(read, { ...params, edition });
  const key = { edition, event: event.event, urn };
  let before: WaitingEntry | undefined;
  let decided: ReturnType<typeof answerPlaces> | undefined;
  await accept<WaitingEntry>(call, {
    edition,
    find: async () => {
      before = await read.get('waiting', key);
      return before;
    },
    decide: (current) => {
      if (!current) throw new AppError('gone', 'offer-over', 'Your school does not wait for places at this event any more.');
      decided = answerPlaces(current, { event, form, now });
      return decided;
    },
    writes: (item, when): Write[] => {
      const leave: Write = { remove: 'waiting', key: item, when };
      if (!decided?.booking) return [leave, ...(before?.state === 'offered' ? [placesBack(item)] : [])];
      const counted = { reserve: 'schoolPlace', key: { edition, urn }, counter: 'bookings', by: -1 } as const;
      return [
        leave,
        { put: 'booking', item: decided.booking, when: 'absent' },
        { ...counted, when: { registration: school.registration } },
      ];
    },
    reference: () => event.event,
    explain: async (failed) => {
      if (failed[2]) throw new AppError('conflict', 'not-confirmed', 'Your school has withdrawn.');
      throw new AppError('conflict', 'already-booked', 'Your school has places at this event already.');
    },
  });
  const seeOther = form.answer === 'accepted' ? '/my/place?done=places-taken' : '/my/place/waiting';
  return { seeOther, data: { event: event.event, urn, state: form.answer } };
}

async function findEvent(read: TableReader, key: { readonly edition: string; readonly event: string }): Promise<Event> {
  const event = slug.safeParse(key.event).success ? await read.get('event', key) : undefined;
  if (!event || event.state === 'draft') throw new AppError('not-found', 'event-unknown', 'There is no such event.');
  return event;
}
