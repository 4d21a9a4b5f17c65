import type { Clearance } from '#shared/domain/courses/clearance.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { clearancesPage } from '#web/courses/clearances.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { accept } from '../accept.ts';
import { findEdition } from '../find.ts';

type Path = '/organiser/editions/{edition}/clearances';

/** Until when volunteers are cleared to meet children. */
export async function showClearances(
  { ports: { read }, params, session, now, newId }: Call<`${'GET' | 'POST'} ${Path}`, 'courses'>,
  filled?: Filled,
): Promise<Answer> {
  const [found, clearances, all] = await Promise.all([
    findEdition(read, params.edition, { drafts: true }),
    read.list('clearance', params),
    read.list('volunteer', params),
  ]);
  const volunteers = all.filter(({ state }) => state === 'confirmed');
  const page = { ...found, organiser: session, clearances, volunteers, now, requestKey: newId(), filled };
  return { page: clearancesPage(page), data: { clearances } };
}

/** Records until when a volunteer is cleared; a later record stands in place of the one before. Invalid `volunteer`. */
export async function keepClearance(call: PostCall<`POST ${Path}`, 'courses'>): Promise<Answer> {
  const { ports, params, body, now, by } = call;
  const person = await ports.read.get('volunteer', { ...params, volunteer: body.volunteer });
  if (person?.state !== 'confirmed') {
    const message = 'Choose a volunteer who has confirmed';
    throw new AppError('invalid', 'volunteer', `${message}.`, [{ path: 'volunteer', message }]);
  }
  await accept<Clearance>(call, {
    edition: params.edition,
    find: () => ports.read.get('clearance', { ...params, ...body }),
    decide: (current) => {
      if (current?.until === body.until) return { state: current, facts: [] };
      const state = { edition: params.edition, ...body, at: now, by, version: (current?.version ?? 0) + 1 };
      return { state, facts: [{ type: 'clearance.kept.v1', data: { volunteer: body.volunteer, version: state.version } }] };
    },
    writes: (item, when) => [{ put: 'clearance', item, when }],
    reference: ({ volunteer }) => volunteer,
  });
  return { seeOther: `/organiser/editions/${params.edition}/clearances`, data: { volunteer: body.volunteer, until: body.until } };
}
