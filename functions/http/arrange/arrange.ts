import type { Arrival } from '#shared/domain/arrival.ts';
import { type ArrangeForm, arrangeEvent } from '#shared/domain/event-arrangements.ts';
import type { Event } from '#shared/domain/event.ts';
import { arrangePage } from '#web/organiser/arrange.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { accept } from '../accept.ts';
import { required } from '../confirm-school.ts';
import { findEdition } from '../find.ts';
import { eventPath, findEvent, repliesTo } from '../organiser/find-event.ts';

type Path = '/organiser/editions/{edition}/events/{event}/arrange';

/** An event's hours, sessions, link and arrival as they are, to change, and who will be told. */
export async function showArrange(
  { ports: { read }, params, session, now, newId }: Call<`GET ${Path}` | `POST ${Path}`, 'arrange'>,
  filled?: Filled,
): Promise<Answer> {
  const [found, event] = await Promise.all([findEdition(read, params.edition, { drafts: true }), findEvent(read, params)]);
  const [arrival, bookings, replies, hosts] = await Promise.all([
    read.get('arrival', event),
    read.list('booking', event),
    repliesTo(event, read),
    event.host === undefined ? [] : read.list('registration', event, { startsWith: event.host }),
  ]);
  const hostName = hosts.find(({ state }) => state === 'confirmed')?.schoolName;
  const setting = { ...found, organiser: session, event, arrival, bookings, replies, hostName };
  return { page: arrangePage({ ...setting, now, requestKey: newId(), filled }), data: { event, arrival } };
}

/** Sets them. What was booked at the same moment is met by the event's counter. */
export async function arrange(call: PostCall<`POST ${Path}`, 'arrange'>): Promise<Answer> {
  const { ports, params, now } = call;
  const form: ArrangeForm = call.body;
  let arrival: Arrival | undefined;
  let before: Event | undefined;
  await accept<Event>(call, {
    edition: params.edition,
    find: async () => {
      before = await findEvent(ports.read, params);
      arrival = await ports.read.get('arrival', before);
      return before;
    },
    decide: (current) => {
      const decision = arrangeEvent(required(current), { arrival, form, now });
      arrival = decision.arrival;
      return decision;
    },
    writes: (item) => [
      { put: 'event', item, when: { version: item.version - 1, placesFree: required(before).placesFree } },
      ...(arrival ? [{ put: 'arrival' as const, item: arrival, when: 'any' as const }] : []),
    ],
    reference: ({ event }) => event,
  });
  return { seeOther: eventPath(params.edition, params.event), data: { event: params.event } };
}
