import { forgetKey } from '#shared/domain/pupils/class.ts';
import { childCodes } from '#shared/domain/pupils/course.ts';
import type { PupilClass } from '#shared/domain/pupils/items.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { codesPage } from '#web/classes/codes.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, PostCall } from '../../runtime/http.ts';
import { accept } from '../accept.ts';
import { findClass, ownClass } from './find.ts';

/** The children's own codes, to print: the school writes the names beside them, and keeps the sheet. Gone `key-deleted`. */
export async function showCodes(call: Call<'GET /my/classes/{code}/codes', 'classes'>): Promise<Answer> {
  const found = await findClass(call.ports.read, call, call.params.code);
  const held = await call.ports.read.get('courseKey', found.one);
  if (!held) throw new AppError('gone', 'key-deleted', 'The key of this class has been deleted, so its codes are gone.');
  const codes = childCodes(held.key, found.one.pupils);
  return { page: codesPage({ ...found, codes }), data: { codes } };
}

/** Deletes the key of a course. Nothing can bring it back. */
export async function deleteKey(call: PostCall<'POST /my/classes/{code}/codes/delete', 'classes'>): Promise<Answer> {
  const { ports, params } = call;
  const { edition, one } = await findClass(ports.read, call, params.code);
  let seen = one;
  await accept<PupilClass>(call, {
    edition: edition.edition,
    find: async () => (seen = await ownClass(ports.read, one)),
    decide: (current = one) => forgetKey(current),
    writes: (item) => [
      { put: 'pupilClass', item, when: { version: seen.version, left: seen.left } },
      { remove: 'courseKey', key: item, when: 'any' },
    ],
    reference: ({ code }) => code,
  });
  return { seeOther: `/my/classes/${one.code}`, data: { code: one.code, key: 'deleted' } };
}
