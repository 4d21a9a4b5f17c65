import type { Booking, Event } from '#shared/domain/event.ts';
import { cancelEvent } from '#shared/domain/event-changes.ts';
import { cancellationPage } from '#web/organiser/cancellation.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { accept } from '../accept.ts';
import { required } from '../confirm-school.ts';
import { findEdition } from '../find.ts';
import { eventPath, findEvent, repliesTo } from './find-event.ts';

type Route =
  | 'GET /organiser/editions/{edition}/events/{event}/cancel'
  | 'POST /organiser/editions/{edition}/events/{event}/cancel';

/** Says who will be told that an event is cancelled, by name, and asks why. */
export async function showCancellation(
  { ports: { read }, params, session, now, newId }: Call<Route, 'events'>,
  filled?: Filled,
): Promise<Answer> {
  const [found, event] = await Promise.all([findEdition(read, params.edition, { drafts: true }), findEvent(read, params)]);
  const [bookings, replies, hosts] = await Promise.all([
    read.list('booking', params),
    repliesTo(params, read),
    event.host === undefined ? [] : read.list('registration', params, { startsWith: event.host }),
  ]);
  const hostName = hosts.find(({ state }) => state === 'confirmed')?.schoolName;
  const setting = { ...found, organiser: session, event, bookings, replies, hostName };
  return { page: cancellationPage({ ...setting, now, requestKey: newId(), filled }), data: { event, bookings, replies } };
}

/**
 * Cancels an event. What was booked or given back after the organiser looked makes it a conflict, and what is booked at the
 * same moment is met by the event's own counter.
 */
export async function cancel(
  call: PostCall<'POST /organiser/editions/{edition}/events/{event}/cancel', 'events'>,
): Promise<Answer> {
  const { ports, params, body: form, now } = call;
  let bookings: readonly Booking[] = [];
  await accept<Event>(call, {
    edition: params.edition,
    find: async () => {
      const event = await findEvent(ports.read, params);
      bookings = await ports.read.list('booking', params);
      return event;
    },
    decide: (current) => cancelEvent(required(current), { form, bookings, now }),
    writes: (item) => [{ put: 'event', item, when: { version: item.version - 1, placesFree: item.placesFree } }],
    reference: ({ event }) => event,
  });
  return { seeOther: eventPath(params.edition, params.event), data: { event: params.event, state: 'cancelled' } };
}
