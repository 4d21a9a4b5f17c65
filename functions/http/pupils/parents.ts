import { turnPage } from '#shared/domain/pupils/answers.ts';
import type { Instrument } from '#shared/domain/instruments/instrument.ts';
import type { Programme } from '#shared/domain/programme.ts';
import { classCode, type PupilClass } from '#shared/domain/pupils/items.ts';
import type { TableReader } from '#shared/ports.ts';
import { thanksPage } from '#web/pupils/ends.ts';
import { parentsContent as words } from '#web/pupils/parents.en.ts';
import { parentsEndPage, parentsPage } from '#web/pupils/parents.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { PostCall } from '../../runtime/http.ts';
import { findEdition } from '../find.ts';
import { answerWrite, keep } from './keep.ts';

type Found = { readonly one: PupilClass; readonly instrument: Instrument; readonly programme: Programme };

/** All that parents are asked, on one page. */
export function askParents({ one, instrument, programme }: Found, key: string): Answer {
  const page = parentsPage({ programme, code: one.code, instrument, key });
  return { page, data: { statements: instrument.statements }, own: true };
}

/** Keeps one parent's answers, with nothing else. Sent without any, it is asked again. */
export async function takeFromParent(
  { body, requestKey, newId, ports }: PostCall<'POST /c/{code}', 'pupils'>,
  { one, instrument, programme }: Found,
): Promise<Answer> {
  const key = requestKey ?? newId();
  const { answers } = turnPage(instrument, { ...body, page: undefined, go: undefined });
  if (Object.keys(answers).length === 0) {
    const data = { code: 'nothing-answered', detail: words.nothing };
    return { status: 422, page: parentsPage({ programme, code: one.code, instrument, key, nothing: true }), data };
  }
  const taken = await keep(ports.write, one, answerWrite(one, key, answers, undefined));
  if (taken) return { seeOther: `/c/${one.code}/thanks?from=parents`, data: { state: 'taken' } };
  const data = { code: 'class-full', detail: 'All answers of this class are there.' };
  return { status: 409, page: parentsEndPage(programme, 'full'), data };
}

/** Thanks a parent. */
export async function thankParent(read: TableReader, code: string): Promise<Answer> {
  const known = classCode.safeParse(code).success ? await read.get('classCode', { code }) : undefined;
  if (!known) return { page: thanksPage(undefined), data: {} };
  const { programme } = await findEdition(read, known.edition, { tried: true });
  return { page: parentsEndPage(programme, 'thanks'), data: {} };
}
