import { moveEdition, planEdition } from '#shared/domain/edition.ts';
import { openProgramme } from '#shared/domain/programme.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { sameAnswers } from '#shared/kernel/text.ts';
import { organiserEditionPage } from '#web/organiser/edition.ts';
import { organiserHomePage } from '#web/organiser/home.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, PostCall } from '../../runtime/http.ts';
import { accept } from '../accept.ts';
import { findEdition } from '../find.ts';

/** All programmes and editions. */
export async function showHome({ ports: { read }, session }: Call<'GET /organiser', 'organiser'>): Promise<Answer> {
  const [programmes, editions] = await Promise.all([read.list('programme', {}), read.list('edition', {})]);
  return { page: organiserHomePage({ organiser: session, programmes, editions }), data: { programmes, editions } };
}

/** Opens a programme. The same again changes nothing; conflict `programme-exists` for another under its id. */
export async function addProgramme({ ports, body }: PostCall<'POST /organiser/programmes', 'organiser'>): Promise<Answer> {
  const programme = openProgramme(body);
  const { ok } = await ports.write.transact([{ put: 'programme', item: programme, when: 'absent' }]);
  const stands = ok ? programme : await ports.read.get('programme', programme);
  if (!stands || !sameAnswers(Object.keys(body), stands, programme)) {
    throw new AppError('conflict', 'programme-exists', 'Another programme has this short name.');
  }
  return { status: 201, seeOther: '/organiser', data: stands };
}

/** Plans an edition in draft. The same again changes nothing; conflict `edition-exists` for another under its id. */
export async function addEdition({ ports, body }: PostCall<'POST /organiser/editions', 'organiser'>): Promise<Answer> {
  if (!(await ports.read.get('programme', { programme: body.programme }))) {
    const message = 'Choose a programme that exists';
    throw new AppError('invalid', 'programme-unknown', `${message}.`, [{ path: 'programme', message }]);
  }
  const edition = planEdition(body);
  const { ok } = await ports.write.transact([{ put: 'edition', item: edition, when: 'absent' }]);
  const stands = ok ? edition : await ports.read.get('edition', edition);
  if (!stands || !sameAnswers(Object.keys(body), stands, edition)) {
    throw new AppError('conflict', 'edition-exists', 'Another edition has this short name.');
  }
  return { status: 201, seeOther: `/organiser/editions/${edition.edition}`, data: stands };
}

/** One edition with its live figures. */
export async function showOneEdition({
  ports: { read },
  params,
  session,
}: Call<'GET /organiser/editions/{edition}', 'organiser'>): Promise<Answer> {
  const found = await findEdition(read, params.edition, { drafts: true });
  const total = await read.get('editionTotal', params);
  return { page: organiserEditionPage({ ...found, organiser: session, total }), data: { ...found, total } };
}

/** Moves an edition on by one step. */
export async function stepEdition(call: PostCall<'POST /organiser/editions/{edition}/state', 'organiser'>): Promise<Answer> {
  const { ports, params, body } = call;
  await findEdition(ports.read, params.edition, { drafts: true });
  const { state } = await accept(call, {
    edition: params.edition,
    find: () => ports.read.get('edition', params),
    decide: (current) => {
      if (!current) throw new AppError('not-found', 'edition-unknown', 'There is no such edition.');
      return moveEdition(current, body.state);
    },
    writes: (edition, when) => [{ put: 'edition', item: edition, when }],
    reference: (edition) => edition.state,
  });
  return { seeOther: `/organiser/editions/${params.edition}`, data: state ?? {} };
}
