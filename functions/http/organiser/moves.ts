import { gatheringOf } from '#shared/domain/clash.ts';
import { halfDaysOf } from '#shared/domain/edition.ts';
import type { Event } from '#shared/domain/event.ts';
import { movedTo, moveEvent } from '#shared/domain/event-moves.ts';
import type { Offer } from '#shared/domain/offer.ts';
import { londonDate } from '#shared/kernel/time.ts';
import { movePage } from '#web/organiser/move.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { accept } from '../accept.ts';
import { required } from '../confirm-school.ts';
import { findEdition } from '../find.ts';
import { clashesWith, requireNoClash } from './clashes.ts';
import { eventPath, findEvent, repliesTo } from './find-event.ts';

type Route = `${'GET' | 'POST'} /organiser/editions/{edition}/events/{event}/move`;

/** Says what an event clashes with now, or where it was to go, and who will be told; asks when and where it is to be. */
export async function showMove(
  { ports: { read }, params, session, now, newId }: Call<Route, 'events'>,
  filled?: Filled,
): Promise<Answer> {
  const [found, event] = await Promise.all([findEdition(read, params.edition, { drafts: true }), findEvent(read, params)]);
  const [bookings, replies, hosts] = await Promise.all([
    read.list('booking', params),
    repliesTo(params, read),
    event.host === undefined ? [] : read.list('registration', params, { startsWith: event.host }),
  ]);
  const halfDay = filled?.values['halfDay']?.[0] ?? event.halfDay;
  const offers = replies.map(({ offer }) => offer);
  const clashes = await clashesWith(
    gatheringOf(movedTo(event, found.edition, { halfDay, venue: filled?.values['venue']?.[0] ?? event.venue }), offers, bookings),
    params.edition,
    read,
  );
  const hostName = hosts.find(({ state }) => state === 'confirmed')?.schoolName;
  const halfDays = halfDaysOf(found.edition).filter((one) => one.slice(0, 10) >= londonDate(now));
  const setting = { ...found, organiser: session, event, bookings, replies, hostName, clashes, halfDays };
  return { page: movePage({ ...setting, now, requestKey: newId(), filled }), data: { event, clashes, halfDays } };
}

/** Moves an event. An answer given at the same moment is met by the offer's own version. Conflict `clash`. */
export async function move(call: PostCall<'POST /organiser/editions/{edition}/events/{event}/move', 'events'>): Promise<Answer> {
  const { ports, params, body: form, now } = call;
  const { edition } = await findEdition(ports.read, params.edition, { drafts: true });
  let parts: Awaited<ReturnType<typeof partsOf>> = { offers: [], bookings: [], clashes: [] };
  let asked: readonly Offer[] = [];
  await accept<Event>(call, {
    edition: params.edition,
    find: async () => {
      const event = await findEvent(ports.read, params);
      parts = await partsOf(movedTo(event, edition, form), ports.read);
      return event;
    },
    decide: (current) => {
      const decision = moveEvent(required(current), { edition, form, ...parts, now });
      const elsewhere = current?.halfDay !== decision.state.halfDay;
      const met = elsewhere ? parts.clashes : parts.clashes.filter(({ tooFar }) => tooFar !== undefined);
      if (decision.facts.length > 0) requireNoClash(met, form.despiteClash, 'halfDay');
      asked = decision.asked;
      return decision;
    },
    writes: (item, when) => [
      { put: 'event', item, when: { ...(typeof when === 'object' ? when : {}), placesFree: item.placesFree } },
      ...asked.map((offer) => ({ put: 'offer', item: offer, when: { version: offer.version - 1 } }) as const),
    ],
    reference: ({ event }) => event,
  });
  return { seeOther: eventPath(params.edition, params.event), data: { event: params.event, halfDay: form.halfDay } };
}

async function partsOf(event: Event, read: Call<Route, 'events'>['ports']['read']) {
  const [offers, bookings] = await Promise.all([read.list('offer', event), read.list('booking', event)]);
  const clashes = await clashesWith(gatheringOf(event, offers, bookings), event.edition, read);
  return { offers, bookings, clashes };
}
