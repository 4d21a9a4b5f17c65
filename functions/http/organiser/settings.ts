import type { Edition } from '#shared/domain/edition.ts';
import { changeEdition, cloneEdition } from '#shared/domain/edition-settings.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { sameAnswers } from '#shared/kernel/text.ts';
import { nextEditionPage } from '#web/organiser/next-edition.ts';
import { settingsPage } from '#web/organiser/settings.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { accept } from '../accept.ts';
import { findEdition } from '../find.ts';

type Settings = `${'GET' | 'POST'} /organiser/editions/{edition}/settings`;
type Next = `${'GET' | 'POST'} /organiser/editions/{edition}/next`;

/** An edition's settings; an admin can change them here. */
export async function showSettings(
  { ports: { read }, params, session, now }: Call<Settings, 'organiser'>,
  filled?: Filled,
): Promise<Answer> {
  const found = await findEdition(read, params.edition, { drafts: true });
  return { page: settingsPage({ ...found, organiser: session, now, filled }), data: found };
}

/** Changes an edition's settings, unless events stand on days that it would lose. */
export async function setSettings(call: PostCall<'POST /organiser/editions/{edition}/settings', 'organiser'>): Promise<Answer> {
  const { ports, params, body, now } = call;
  const events = await ports.read.list('event', params);
  const usedHalfDays = events.filter(({ state }) => state !== 'cancelled').map(({ halfDay }) => halfDay);
  await accept<Edition>(call, {
    edition: params.edition,
    find: () => ports.read.get('edition', params),
    decide: (current) => changeEdition(known(current), { form: body, usedHalfDays, now }),
    writes: (item, when) => [{ put: 'edition', item, when }],
    reference: ({ edition }) => edition,
  });
  return { seeOther: `/organiser/editions/${params.edition}/settings`, data: {} };
}

/** The form for the next edition, with the dates a year on. */
export async function showNext({ ports: { read }, params, session }: Call<Next, 'organiser'>, filled?: Filled): Promise<Answer> {
  const found = await findEdition(read, params.edition, { drafts: true });
  return { page: nextEditionPage({ ...found, organiser: session, filled }), data: found };
}

/** Plans the next edition in draft, with this one's words, safeguarding lead and team. The same again changes nothing. */
export async function planNext(call: PostCall<'POST /organiser/editions/{edition}/next', 'organiser'>): Promise<Answer> {
  const { ports, params, body } = call;
  const [current, team] = await Promise.all([ports.read.get('edition', params), ports.read.get('team', params)]);
  const next = cloneEdition(known(current), body);
  if (!team) throw new AppError('not-found', 'edition-unknown', 'There is no such edition.');
  const { ok } = await ports.write.transact([
    { put: 'edition', item: next, when: 'absent' },
    { put: 'team', item: { edition: next.edition, members: team.members, version: 1 }, when: 'absent' },
  ]);
  const stands = ok ? next : await ports.read.get('edition', next);
  if (!stands || !sameAnswers([...Object.keys(body), 'programme'], stands, next)) {
    const message = 'Another edition has this short name. Choose another.';
    throw new AppError('conflict', 'edition-exists', message, [{ path: 'edition', message }]);
  }
  return { status: 201, seeOther: `/organiser/editions/${next.edition}`, data: stands };
}

function known(current: Edition | undefined): Edition {
  if (!current) throw new AppError('not-found', 'edition-unknown', 'There is no such edition.');
  return current;
}
