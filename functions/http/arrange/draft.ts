import { gatheringOf } from '#shared/domain/clash.ts';
import { dropDraft, offerDraft } from '#shared/domain/event-drafts.ts';
import type { Event } from '#shared/domain/event.ts';
import type { ClashSeen } from '#web/organiser/clashes.ts';
import { offerDraftPage } from '#web/organiser/offer-draft.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { accept } from '../accept.ts';
import { required } from '../confirm-school.ts';
import { findEdition, findSchool } from '../find.ts';
import { clashesWith, requireNoClash } from '../organiser/clashes.ts';
import { type EventParts, offeringWrites, readParts, requireParts } from '../organiser/event-parts.ts';
import { eventPath, findEvent } from '../organiser/find-event.ts';

type Path = '/organiser/editions/{edition}/events/{event}';
type Shown = `GET ${Path}/offer` | `POST ${Path}/offer` | `POST ${Path}/drop`;

/** Who is asked once a draft is offered, and what it clashes with. */
export async function showOffer(
  { ports: { read }, params, session, newId }: Call<Shown, 'arrange'>,
  filled?: Filled,
): Promise<Answer> {
  const [found, event] = await Promise.all([findEdition(read, params.edition, { drafts: true }), findEvent(read, params)]);
  const [{ offers, helpers }, clashes, host] = await Promise.all([
    readParts(read, params.edition, event),
    clashesWith(gatheringOf(event, [], []), params.edition, read),
    event.host === undefined ? undefined : findSchool(found.programme, event.host, read),
  ]);
  const asked = [...offers.map((one) => one?.name), ...helpers.map((one) => one?.contact.name)].filter(
    (name) => name !== undefined,
  );
  const page = { ...found, organiser: session, event, hostName: host?.name, asked, clashes, requestKey: newId(), filled };
  return { page: offerDraftPage(page), data: { event, asked: asked.length, clashes } };
}

/** Offers a draft's places to whom it names. Conflict `clash`; invalid `event-parts-unknown` for who has left meanwhile. */
export async function offer(call: PostCall<`POST ${Path}/offer`, 'arrange'>): Promise<Answer> {
  const { ports, params, body: form, now } = call;
  const { edition } = await findEdition(ports.read, params.edition, { drafts: true });
  let parts: EventParts & { readonly clashes: readonly ClashSeen[] } = { offers: [], helpers: [], hosted: true, clashes: [] };
  await accept<Event>(call, {
    edition: params.edition,
    find: async () => {
      const event = await findEvent(ports.read, params);
      const [people, clashes] = await Promise.all([
        readParts(ports.read, params.edition, event),
        clashesWith(gatheringOf(event, [], []), params.edition, ports.read),
      ]);
      parts = { ...people, clashes };
      return event;
    },
    decide: (current) => {
      const decision = offerDraft(required(current), { form, edition, now });
      if (decision.facts.length > 0) {
        requireParts(parts);
        requireNoClash(parts.clashes, form.despiteClash);
      }
      return decision;
    },
    writes: (item, when) => [{ put: 'event', item, when }, ...offeringWrites(item, parts, now)],
    reference: ({ event }) => event,
  });
  return { seeOther: eventPath(params.edition, params.event), data: { event: params.event, state: 'confirmed' } };
}

/** Removes a draft. Not found `event-unknown` when it is dropped already. */
export async function drop(call: PostCall<`POST ${Path}/drop`, 'arrange'>): Promise<Answer> {
  const { ports, params, body: form } = call;
  await accept<Event>(call, {
    edition: params.edition,
    find: () => findEvent(ports.read, params),
    decide: (current) => dropDraft(required(current), form),
    writes: (item, when) => [
      { remove: 'event', key: item, when },
      { remove: 'arrival', key: item, when: 'any' },
      { remove: 'rotation', key: item, when: 'any' },
    ],
    reference: ({ event }) => event,
  });
  return { seeOther: `/organiser/editions/${params.edition}/events`, data: { event: params.event, state: 'dropped' } };
}
