import { enterTally } from '#shared/domain/pupils/tally.ts';
import type { PupilClass } from '#shared/domain/pupils/items.ts';
import { tallyPage } from '#web/classes/tally.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { accept } from '../accept.ts';
import { findClass, ownClass } from './find.ts';

type Route = 'GET /my/classes/{code}/tally' | 'POST /my/classes/{code}/tally';

/** The form for a count by show of hands or from sheets, with what was entered before. */
export async function showTally(call: Call<Route, 'classes'>, filled?: Filled): Promise<Answer> {
  const { ports, params } = call;
  const found = await findClass(ports.read, call, params.code);
  const tally = await ports.read.get('pupilTally', found.one);
  return { page: tallyPage({ ...found, tally, filled }), data: { tally: tally ?? null } };
}

/** Keeps or corrects a count. */
export async function enter(call: PostCall<'POST /my/classes/{code}/tally', 'classes'>): Promise<Answer> {
  const { ports, params, body: form } = call;
  const { edition, one, instrument } = await findClass(ports.read, call, params.code);
  let seen = one;
  const decided = () => enterTally(seen, { edition, instrument, form });
  await accept<PupilClass>(call, {
    edition: edition.edition,
    find: async () => (seen = await ownClass(ports.read, one)),
    decide: decided,
    writes: (item) => [
      { put: 'pupilClass', item, when: { version: seen.version, left: seen.left } },
      { put: 'pupilTally', item: decided().tally, when: 'any' },
    ],
    reference: ({ code }) => code,
  });
  return { seeOther: `/my/classes/${one.code}`, data: { code: one.code, present: form.present } };
}
