import type { Asking } from '#shared/domain/asking.ts';
import { beginAsking, stopAsking } from '#shared/domain/begin-asking.ts';
import { tiersOf } from '#shared/domain/asking-tiers.ts';
import { visitorKinds } from '#shared/domain/vocabulary.ts';
import { holding } from '#shared/domain/week-settings.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { askPage } from '#web/organiser/ask.ts';
import { candidatesFor } from '../../jobs/candidates.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { accept } from '../accept.ts';
import { findEdition } from '../find.ts';
import { findEvent, repliesTo } from '../organiser/find-event.ts';

type Path = '/organiser/editions/{edition}/events/{event}/ask';

/** Who can be asked to an event, tier by tier, or how asking them stands. `?kind` is whom. */
export async function showAsk(
  { ports: { read }, params, query, session, now, newId }: Call<`GET ${Path}` | `POST ${Path}` | `POST ${Path}/stop`, 'arrange'>,
  filled?: Filled,
): Promise<Answer> {
  const [found, event] = await Promise.all([findEdition(read, params.edition, { drafts: true }), findEvent(read, params)]);
  const wanted = filled?.values['kind']?.[0] ?? query['kind'];
  const kind = visitorKinds.find((one) => one === wanted) ?? 'volunteer';
  const rules = holding(found.edition).asking;
  const [asking, replies, candidates] = await Promise.all([
    read.get('asking', event),
    repliesTo(event, read),
    candidatesFor(event, { kind, rules, now }, read),
  ]);
  const page = {
    ...found,
    organiser: session,
    event,
    kind,
    rules,
    asking,
    replies,
    candidates,
    now,
    requestKey: newId(),
    filled,
  };
  return {
    page: askPage(page),
    data: { event, asking: asking ?? null, tiers: tiersOf(candidates, rules).map(({ length }) => length) },
  };
}

/** Begins to ask; the first tier is asked at once. Conflicts and refusals as the decision says. */
export async function ask(call: PostCall<`POST ${Path}`, 'arrange'>): Promise<Answer> {
  const { ports, params, body: form, now } = call;
  const { edition } = await findEdition(ports.read, params.edition, { drafts: true });
  const rules = holding(edition).asking;
  const event = await findEvent(ports.read, params);
  const candidates = await candidatesFor(event, { kind: form.kind, rules, now }, ports.read);
  const tiers = tiersOf(candidates, rules).map((tier) => tier.map(({ visitor }) => visitor));
  await accept<Asking>(call, {
    edition: params.edition,
    find: () => ports.read.get('asking', params),
    decide: (current) => beginAsking(current, { event, form, tiers, now }),
    writes: (item, when) => [{ put: 'asking', item, when }],
    reference: ({ event: at }) => at,
  });
  return {
    seeOther: `/organiser/editions/${params.edition}/events/${params.event}/ask`,
    data: { event: params.event, state: 'open' },
  };
}

/** Stops asking; who was asked can still answer. Not found `not-asking`. */
export async function stop(call: PostCall<`POST ${Path}/stop`, 'arrange'>): Promise<Answer> {
  const { ports, params, body: form } = call;
  await accept<Asking>(call, {
    edition: params.edition,
    find: () => ports.read.get('asking', params),
    decide: (current) => {
      if (!current) throw new AppError('not-found', 'not-asking', 'Nobody is being asked to this event.');
      return stopAsking(current, form);
    },
    writes: (item, when) => [{ put: 'asking', item, when }],
    reference: ({ event }) => event,
  });
  return {
    seeOther: `/organiser/editions/${params.edition}/events/${params.event}/ask`,
    data: { event: params.event, state: 'stopped' },
  };
}
