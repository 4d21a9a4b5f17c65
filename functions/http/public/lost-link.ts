import { idOf } from '#shared/kernel/ids.ts';
import { epochSecondsOf, secondsAfter } from '#shared/kernel/time.ts';
import { linkSentPage, lostLinkPage } from '#web/lost-link/page.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { accept } from '../accept.ts';
import { findPublicEdition } from '../find.ts';

/** How long (seconds) a request is kept, for its consumer to find the address: longer than any queue waits. */
const requestKept = 604_800;

type Route = 'GET /editions/{edition}/lost-link' | 'POST /editions/{edition}/lost-link';

/** The form for people who lost their link; after it was sent, the same words for every address. */
export async function showLostLink(call: Call<Route, 'public'>, filled?: Filled): Promise<Answer> {
  const { query, newId } = call;
  const found = await findPublicEdition(call);
  if (query['sent'] && !filled) return { page: linkSentPage(found) };
  return { page: lostLinkPage({ ...found, requestKey: newId(), filled }), data: { edition: found.edition } };
}

/**
 * Notes that an address asked for its link. Nothing is looked up here, so known and unknown addresses are answered alike
 * in words, in work and in time; a consumer mails what there is.
 */
export async function askForLink(call: PostCall<'POST /editions/{edition}/lost-link', 'public'>): Promise<Answer> {
  const { body, now, newId } = call;
  const { edition } = (await findPublicEdition(call)).edition;
  const item = {
    edition,
    request: idOf('link-request', newId()),
    email: body.email,
    at: now,
    expiresAt: epochSecondsOf(secondsAfter(now, requestKept)),
  };
  await accept(call, {
    edition,
    find: async () => undefined,
    decide: () => ({ state: { ...item, version: 1 }, facts: [{ type: 'link.asked.v1', data: { request: item.request } }] }),
    writes: () => [{ put: 'linkRequest', item, when: 'absent' }],
    reference: () => 'asked',
    sends: [{ route: 'lost-link', address: body.email }],
  });
  return { status: 202, seeOther: `/editions/${edition}/lost-link?sent=1`, data: { state: 'asked' } };
}
