import type { Arrival } from '#shared/domain/arrival.ts';
import { type ArrangeForm, arrangeEvent } from '#shared/domain/event-arrangements.ts';
import type { Event } from '#shared/domain/event.ts';
import { gatheringOf } from '#shared/domain/clash.ts';
import { hours as hoursSchema } from '#shared/domain/hours.ts';
import { sameAnswers } from '#shared/kernel/text.ts';
import type { TableReader } from '#shared/ports.ts';
import type { ClashSeen } from '#web/organiser/clashes.ts';
import { arrangePage } from '#web/organiser/arrange.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { accept } from '../accept.ts';
import { required } from '../confirm-school.ts';
import { findEdition } from '../find.ts';
import { clashesWith, requireNoClash } from '../organiser/clashes.ts';
import { eventPath, findEvent, repliesTo } from '../organiser/find-event.ts';

type Path = '/organiser/editions/{edition}/events/{event}/arrange';

/** An event's hours, sessions, link and arrival as they are, to change, and who will be told. */
export async function showArrange(
  { ports: { read }, params, session, now, newId }: Call<`GET ${Path}` | `POST ${Path}`, 'arrange'>,
  filled?: Filled,
): Promise<Answer> {
  const [found, event] = await Promise.all([findEdition(read, params.edition, { drafts: true }), findEvent(read, params)]);
  const [arrival, bookings, replies, hosts, clashes] = await Promise.all([
    read.get('arrival', event),
    read.list('booking', event),
    repliesTo(event, read),
    event.host === undefined ? [] : read.list('registration', event, { startsWith: event.host }),
    filled ? clashesAt(event, { starts: filled.values['starts']?.[0], ends: filled.values['ends']?.[0] }, read) : [],
  ]);
  const hostName = hosts.find(({ state }) => state === 'confirmed')?.schoolName;
  const setting = { ...found, organiser: session, event, arrival, bookings, replies, hostName, clashes };
  return { page: arrangePage({ ...setting, now, requestKey: newId(), filled }), data: { event, arrival } };
}

/** Sets them. What was booked at the same moment is met by the event's counter. */
export async function arrange(call: PostCall<`POST ${Path}`, 'arrange'>): Promise<Answer> {
  const { ports, params, now } = call;
  const form: ArrangeForm = call.body;
  let arrival: Arrival | undefined;
  let before: Event | undefined;
  let clashes: readonly ClashSeen[] = [];
  await accept<Event>(call, {
    edition: params.edition,
    find: async () => {
      before = await findEvent(ports.read, params);
      arrival = await ports.read.get('arrival', before);
      clashes = await clashesAt(before, form, ports.read);
      return before;
    },
    decide: (current) => {
      const decision = arrangeEvent(required(current), { arrival, form, now });
      arrival = decision.arrival;
      if (!sameAnswers(['hours'], required(current), decision.state)) requireNoClash(clashes, form.despiteClash, 'starts');
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

/** What an event clashes with at the hours that were typed; nothing where they are none. */
async function clashesAt(
  event: Event,
  { starts, ends }: Pick<ArrangeForm, 'starts' | 'ends'>,
  read: TableReader,
): Promise<ClashSeen[]> {
  const hours = hoursSchema.safeParse({ starts, ends });
  const [offers, bookings] = await Promise.all([read.list('offer', event), read.list('booking', event)]);
  const planned = { ...event, hours: hours.success ? hours.data : undefined };
  return clashesWith({ ...gatheringOf(planned, offers, bookings), venue: event.venue }, event.edition, read);
}
