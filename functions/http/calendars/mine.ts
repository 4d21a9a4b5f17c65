import { feedKinds } from '#shared/domain/vocabulary.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { type Addresses, myCalendarPage } from '#web/calendars/page.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, PostCall } from '../../runtime/http.ts';
import type { LinkSession } from '../../runtime/sessions.ts';
import { findEdition } from '../find.ts';
import { makeAddress, stopAddress, type Whose } from './keep-address.ts';

type MyRoute = 'GET /my/calendar' | 'POST /my/calendar';

/** The address of a link's reader: how it stands, the button that makes it, the one that ends it. */
export async function showMine(call: Call<MyRoute, 'calendars'>, made?: Addresses): Promise<Answer> {
  const { ports, session, query } = call;
  const { edition, subject } = whose(session);
  const [found, own] = await Promise.all([
    findEdition(ports.read, edition, { tried: true }),
    ports.read.get('ownFeed', { edition, subject }),
  ]);
  const stopped = query['done'] === 'stopped';
  const page = myCalendarPage({ ...found, madeAt: own?.madeAt, made, stopped });
  return { page, data: { madeAt: own?.madeAt ?? null, ...made } };
}

/** Makes the address and shows it, this once. */
export async function makeMine(call: PostCall<'POST /my/calendar', 'calendars'>): Promise<Answer> {
  const own = whose(call.session);
  const { edition } = await findEdition(call.ports.read, own.edition, { tried: true });
  return showMine(call, await makeAddress(own, edition, call));
}

/** Ends the address: calendars that ask at it learn that it is gone. */
export async function stopMine(call: PostCall<'POST /my/calendar/stop', 'calendars'>): Promise<Answer> {
  await stopAddress(whose(call.session), call);
  return { seeOther: '/my/calendar?done=stopped', data: { state: 'stopped' } };
}

function whose({ edition, purpose: of, subject, urn, reader }: LinkSession): Whose {
  const purpose = feedKinds.find((one) => one === of);
  if (purpose !== undefined) return { edition, purpose, subject, urn, reader };
  throw new AppError('forbidden', 'other-purpose', 'Open this page by the link in an email about your places.');
}
