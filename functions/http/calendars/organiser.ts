import type { Addresses } from '#web/calendars/page.ts';
import { teamCalendarPage } from '#web/calendars/page.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, PostCall } from '../../runtime/http.ts';
import { findEdition } from '../find.ts';
import { makeAddress, stopAddress, type Whose } from './keep-address.ts';

type Path = '/organiser/editions/{edition}/calendar';
type Of = Pick<Call<`GET ${Path}`, 'calendars'>, 'params' | 'session'>;

/** An organiser's own address for every event of an edition. */
export async function showTeams(call: Call<`GET ${Path}` | `POST ${Path}`, 'calendars'>, made?: Addresses): Promise<Answer> {
  const { ports, params, session, query } = call;
  const [found, own] = await Promise.all([
    findEdition(ports.read, params.edition, { drafts: true }),
    ports.read.get('ownFeed', whose(call)),
  ]);
  const stopped = query['done'] === 'stopped';
  const page = teamCalendarPage({ ...found, organiser: session, madeAt: own?.madeAt, made, stopped });
  return { page, data: { madeAt: own?.madeAt ?? null, ...made } };
}

/** Makes the address and shows it, this once. */
export async function makeTeams(call: PostCall<`POST ${Path}`, 'calendars'>): Promise<Answer> {
  const { edition } = await findEdition(call.ports.read, call.params.edition, { drafts: true });
  return showTeams(call, await makeAddress(whose(call), edition, call));
}

/** Ends the address: calendars that ask at it learn that it is gone. */
export async function stopTeams(call: PostCall<`POST ${Path}/stop`, 'calendars'>): Promise<Answer> {
  await stopAddress(whose(call), call);
  return { seeOther: `/organiser/editions/${call.params.edition}/calendar?done=stopped`, data: { state: 'stopped' } };
}

function whose({ params: { edition }, session }: Of): Whose {
  return { edition, purpose: 'organiser', subject: session.organiser };
}
