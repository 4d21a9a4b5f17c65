import { type Asking, requireNotEnough } from '#shared/domain/asking.ts';
import type { Crossing } from '#shared/domain/child-days.ts';
import type { Decision } from '#shared/domain/decision.ts';
import type { Event } from '#shared/domain/event.ts';
import { answerOffer, comeLate, type Offer } from '#shared/domain/offer.ts';
import { dayPage } from '#web/my-sessions/day.ts';
import { offerPage } from '#web/my-sessions/offer.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import type { Volunteer } from '#shared/domain/volunteer.ts';
import type { TableReader, Write } from '#shared/ports.ts';
import { accept, referenceOf, type Request } from '../accept.ts';
import { crossingAt } from '../child-days.ts';
import { findEdition } from '../find.ts';
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

/** Accepts or declines; a volunteer’s yes that is over the line waits for the safeguarding lead. The same answer again changes nothing. */
export async function answerPlace(call: PostCall<'POST /my/offers/{event}', 'my'>): Promise<Answer> {
  const { body: form, now, params } = call;
  const decide: Decide = (offer, event, { crossing, asking, offers }) => {
    if (form.answer === 'accepted' && offer.state !== 'accepted') requireNotEnough(asking, offers, offer.visitor);
    return answerOffer(offer, { event, form, now, crossing });
  };
  const state = await keep(call, decide, {
    counts: form.answer === 'accepted',
  });
  return { seeOther: `/my/offers/${params.event}`, data: { state } };
}

/** Tells the school and the organiser that somebody comes late. */
export async function tellLate(call: PostCall<'POST /my/offers/{event}/late', 'my'>): Promise<Answer> {
  const { body: form, now, params } = call;
  await keep(call, (offer, event) => comeLate(offer, { event, form, now }));
  return { seeOther: `/my/offers/${params.event}`, data: { state: 'told', minutes: form.minutes } };
}

type Others = {
  readonly crossing: Crossing | undefined;
  /** How people are asked to the event, and what they answered. */
  readonly asking: Asking | undefined;
  readonly offers: readonly Offer[];
};
type Decide = (offer: Offer, event: Event, others: Others) => Decision<Offer>;

type ByLink = Request & Pick<PostCall<'POST /my/offers/{event}', 'my'>, 'session' | 'params'>;

/** Decides on a place. One that `counts` is decided on all days of the volunteer, whose row it meets other answers at. */
async function keep(call: ByLink, decide: Decide, { counts } = { counts: false }): Promise<Offer['state'] | undefined> {
  const { ports, session, params } = call;
  let current: Awaited<ReturnType<typeof findOffered>> | undefined;
  let others: Others = { crossing: undefined, asking: undefined, offers: [] };
  // The offer's own key makes a repeat harmless. Whoever withdraws writes every offer anew, so an answer given at the same
  // moment is refused and decided again.
  const { state } = await accept<Offer>(
    { ...call, requestKey: undefined },
    {
      edition: session.edition,
      find: async () => {
        current = await findOffered(ports.read, session, params.event);
        if (counts) others = await othersAt(current, ports.read);
        return current.offer;
      },
      decide: (offer) => decide(found(offer), found(current).event, others),
      writes: (item, when) => {
        const { visitor } = found(current);
        return [
          { put: 'offer', item, when },
          ...(counts && visitor.kind === 'volunteer' ? [meet(visitor.state)] : []),
          ...(others.asking ? [meetAsking(others.asking)] : []),
        ];
      },
      reference: ({ visitor }) => referenceOf(visitor),
    },
  );
  return state?.state;
}

/** What a yes depends on besides the place: all days of the volunteer, and what others who were asked have answered. */
async function othersAt({ visitor, event }: Awaited<ReturnType<typeof findOffered>>, read: TableReader): Promise<Others> {
  const asking = await read.get('asking', event);
  const [offers, setting] = await Promise.all([
    asking ? read.list('offer', event) : [],
    findEdition(read, event.edition, { tried: true }),
  ]);
  const crossing = visitor.kind === 'volunteer' ? await crossingAt(event, visitor.state, { setting, read }) : undefined;
  return { crossing, asking, offers };
}

/** Meets another yes to the same asking: of two for the last place, the second sees the first. */
function meetAsking(asking: Asking): Write {
  return { put: 'asking', item: { ...asking, version: asking.version + 1 }, when: { version: asking.version } };
}

/** Meets another answer of the same volunteer at their row: of two days that are over the line together, the second sees the first. */
function meet({ edition, volunteer, state, offers }: Volunteer): Write {
  return { reserve: 'volunteer', key: { edition, volunteer }, counter: 'offers', by: -1, when: { state, offers } };
}

/** What somebody needs on each day for which they have accepted a place. */
export async function showDay({ ports: { read }, session, now }: Call<'GET /my/day', 'my'>): Promise<Answer> {
  const setting = await findVisitor(read, session);
  const offered = (await placesOf(session, setting.programme, read)).filter(({ arrival }) => arrival !== undefined);
  return { page: dayPage({ ...setting, offered, now }), data: { offered } };
}
