import type { Decision } from '#shared/domain/decision.ts';
import type { Event } from '#shared/domain/event.ts';
import { answerOffer, comeLate, type Offer } from '#shared/domain/offer.ts';
import { dayPage } from '#web/my-sessions/day.ts';
import { offerPage } from '#web/my-sessions/offer.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { accept, referenceOf, type Request } from '../accept.ts';
import { found } from './school-changes.ts';
import { findOffered, findVisitor, placesOf, withArrival } from './visitor.ts';

type OfferRoute = 'GET /my/offers/{event}' | 'POST /my/offers/{event}' | 'POST /my/offers/{event}/late';

/** One offered place: what it is, yes and no as buttons and, once accepted, what one needs on the day. */
export async function showOffer(
  { ports: { read }, params, session, now }: Call<OfferRoute, 'my'>,
  filled?: Filled,
): Promise<Answer> {
  const [setting, one] = await Promise.all([findVisitor(read, session), findOffered(read, session, params.event)]);
  const offered = await withArrival(one, setting.programme, read);
  return { page: offerPage({ ...setting, offered, now, filled }), data: { ...offered } };
}

/** Accepts or declines. The same answer again changes nothing. */
export async function answerPlace(call: PostCall<'POST /my/offers/{event}', 'my'>): Promise<Answer> {
  const { body: form, now, params } = call;
  const state = await keep(call, (offer, event) => answerOffer(offer, { event, form, now }));
  return { seeOther: `/my/offers/${params.event}`, data: { state } };
}

/** Tells the school and the organiser that somebody comes late. */
export async function tellLate(call: PostCall<'POST /my/offers/{event}/late', 'my'>): Promise<Answer> {
  const { body: form, now, params } = call;
  await keep(call, (offer, event) => comeLate(offer, { event, form, now }));
  return { seeOther: `/my/offers/${params.event}`, data: { state: 'told', minutes: form.minutes } };
}

type ByLink = Request & Pick<PostCall<'POST /my/offers/{event}', 'my'>, 'session' | 'params'>;

async function keep(call: ByLink, decide: (offer: Offer, event: Event) => Decision<Offer>): Promise<Offer['state'] | undefined> {
  const { ports, session, params } = call;
  let current: { readonly event: Event; readonly offer: Offer } | undefined;
  // The offer's own key makes a repeat harmless. Whoever withdraws writes every offer anew, so an answer given at the same
  // moment is refused and decided again.
  const { state } = await accept<Offer>(
    { ...call, requestKey: undefined },
    {
      edition: session.edition,
      find: async () => {
        current = await findOffered(ports.read, session, params.event);
        return current.offer;
      },
      decide: (offer) => decide(found(offer), found(current).event),
      writes: (item, when) => [{ put: 'offer', item, when }],
      reference: ({ visitor }) => referenceOf(visitor),
    },
  );
  return state?.state;
}

/** What somebody needs on each day for which they have accepted a place. */
export async function showDay({ ports: { read }, session, now }: Call<'GET /my/day', 'my'>): Promise<Answer> {
  const setting = await findVisitor(read, session);
  const offered = (await placesOf(session, setting.programme, read)).filter(({ arrival }) => arrival !== undefined);
  return { page: dayPage({ ...setting, offered, now }), data: { offered } };
}
