import { type Event, changePlaces } from '#shared/domain/event.ts';
import type { PlacesForm } from '#shared/domain/event-forms.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { organiserWaitingPage } from '#web/waiting/organiser-page.ts';
import { claimsAt, waitingAt } from '../../jobs/give-places.ts';
import { accept } from '../accept.ts';
import { required } from '../confirm-school.ts';
import { findEdition, findSchool } from '../find.ts';
import { findEvent } from '../organiser/find-event.ts';

type Path = '/organiser/editions/{edition}/events/{event}/waiting';

/** An event's waiting list in turn, with the points and what follows from them, and the form to change how many places there are. */
export async function showWaitingList(
  { ports: { read }, params, session, now, newId }: Call<`GET ${Path}` | `POST ${Path}/places`, 'bookings'>,
  filled?: Filled,
): Promise<Answer> {
  const [found, event] = await Promise.all([findEdition(read, params.edition, { drafts: true }), findEvent(read, params)]);
  const [entries, claims, host] = await Promise.all([
    waitingAt(event, read),
    claimsAt(event, read),
    event.host === undefined ? undefined : findSchool(found.programme, event.host, read),
  ]);
  const page = organiserWaitingPage({
    ...found,
    organiser: session,
    event,
    hostName: host?.name,
    entries,
    claims,
    now,
    requestKey: newId(),
    filled,
  });
  return { page, data: { event, entries } };
}

/** Changes how many places an event has; those that come free go to whoever waits. Conflict `places-taken` below what is taken. */
export async function setPlaces(call: PostCall<`POST ${Path}/places`, 'bookings'>): Promise<Answer> {
  const { ports, params, body } = call;
  const form: PlacesForm = body;
  let before: Event | undefined;
  await accept<Event>(call, {
    edition: params.edition,
    find: async () => {
      before = await findEvent(ports.read, params);
      return before;
    },
    decide: (current) => changePlaces(required(current), form),
    // What was booked or freed since it was read is met by the counter.
    writes: (item) => [{ put: 'event', item, when: { version: item.version - 1, placesFree: required(before).placesFree } }],
    reference: ({ event }) => event,
  });
  return {
    seeOther: `/organiser/editions/${params.edition}/events/${params.event}/waiting`,
    data: { event: params.event, places: form.places },
  };
}
