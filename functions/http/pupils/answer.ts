import { asksParents } from '#shared/domain/instruments/adult-names.ts';
import { instrumentFor } from '#shared/domain/instruments/in-use.ts';
import { instrumentNamed } from '#shared/domain/instruments/of-class.ts';
import type { Instrument } from '#shared/domain/instruments/instrument.ts';
import { childCodes, pairOf } from '#shared/domain/pupils/course.ts';
import { turnPage } from '#shared/domain/pupils/answers.ts';
import { isClassOpen, typedCode } from '#shared/domain/pupils/class.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { TableReader } from '#shared/ports.ts';
import { classCode, type PupilClass } from '#shared/domain/pupils/items.ts';
import { codePage, ownCodePage } from '#web/pupils/code.ts';
import { pupilsContent as words } from '#web/pupils/content.en.ts';
import { classClosedPage, classFullPage, noSuchClassPage, thanksPage } from '#web/pupils/ends.ts';
import { parentsEndPage } from '#web/pupils/parents.ts';
import { questionPage } from '#web/pupils/question.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { findEdition } from '../find.ts';
import { answerWrite, keep } from './keep.ts';
import { askParents, takeFromParent, thankParent } from './parents.ts';

/** The box for the code that the teacher shows. */
export async function askForCode(_call: Call<'GET /c' | 'POST /c', 'pupils'>, filled?: Filled): Promise<Answer> {
  return { page: codePage(filled), data: {} };
}

/** Leads to the class of a code. Invalid `no-such-code`: a code is never guessed to be another. */
export async function goToClass({ ports, body }: PostCall<'POST /c', 'pupils'>): Promise<Answer> {
  const code = typedCode(body.code);
  const known = classCode.safeParse(code).success && (await ports.read.get('classCode', { code }));
  if (known) return { seeOther: `/c/${code}`, data: { code } };
  const message = 'We do not know this code. Look at it again';
  throw new AppError('invalid', 'no-such-code', `${message}.`, [{ path: 'code', message }]);
}

/** The first question, with a fresh random key that makes a repeat of the last page harmless. */
export async function showFirst(call: Call<'GET /c/{code}', 'pupils'>): Promise<Answer> {
  const found = await findClass(call.ports.read, call);
  if ('end' in found) return found.end;
  const { one, instrument } = found;
  if (asksParents(one)) return askParents(found, call.newId());
  if (one.round) return { page: ownCodePage(one.code, call.newId()), data: { statements: instrument.statements }, own: true };
  const page = questionPage({ code: one.code, instrument, page: 1, answers: {}, key: call.newId() });
  return { page, data: { statements: instrument.statements }, own: true };
}

/** Turns a page and stores nothing, but for the last. */
export async function turn(call: PostCall<'POST /c/{code}', 'pupils'>): Promise<Answer> {
  const found = await findClass(call.ports.read, call);
  if ('end' in found) return found.end;
  const { one, instrument } = found;
  if (asksParents(one)) return takeFromParent(call, found);
  const key = call.requestKey ?? call.newId();
  const child = one.round ? await ownCode(call.ports.read, one, call.body.child ?? '') : undefined;
  if (one.round && !child) {
    const data = { code: 'no-such-child', detail: 'Nobody in this class has this code.' };
    return { status: 422, page: ownCodePage(one.code, key, words.wrongOwnCode), data };
  }
  const step = turnPage(instrument, call.body);
  if (step.to === 'page') {
    const { page, answers } = step;
    return { page: questionPage({ code: one.code, instrument, page, answers, key, child: child?.code }), data: step };
  }
  const thanks = { seeOther: `/c/${one.code}/thanks`, data: { state: 'taken' } };
  if (Object.keys(step.answers).length === 0) return thanks;
  const taken = await keep(call.ports.write, one, answerWrite(one, key, step.answers, child));
  if (taken) return thanks;
  const again = await findClass(call.ports.read, call);
  if ('end' in again) return again.end;
  return { status: 409, page: classFullPage(), data: { code: 'class-full', detail: 'All answers of this class are there.' } };
}

type Child = Call<'GET /c/{code}' | 'POST /c/{code}', 'pupils'>;
type Reading = { readonly params: Child['params']; readonly now: Instant };

/** The class of a code with its questions, or the page that ends it there. */
async function findClass(read: TableReader, { params, now }: Reading) {
  const code = typedCode(params.code);
  const known = classCode.safeParse(code).success ? await read.get('classCode', { code }) : undefined;
  const one = known && (await read.get('pupilClass', known));
  if (!one) {
    const data = { code: 'no-such-class', detail: 'There is no class with this code.' };
    return { end: { status: 404, page: noSuchClassPage(), data } };
  }
  const { edition, programme } = await findEdition(read, one.edition, { tried: true });
  if (!isClassOpen(edition, one, now)) {
    const data = { code: 'class-closed', detail: 'This class has finished.' };
    return { end: { status: 409, page: asksParents(one) ? parentsEndPage(programme, 'closed') : classClosedPage(), data } };
  }
  const used = await read.get('usedInstrument', one);
  return { one, programme, ...instrumentFor<Instrument>(one.edition, [instrumentNamed(one.instrument)], used) };
}

/** A child's own code, if the key of the course makes it, with what its answers are kept under. */
async function ownCode(read: TableReader, one: PupilClass, typed: string) {
  const held = await read.get('courseKey', one);
  const code = typedCode(typed);
  return held && childCodes(held.key, one.pupils).includes(code) ? { code, pair: pairOf(held.key, code) } : undefined;
}

/** Thanks, and the way back for the next child. */
export async function showThanks({ params, query, ports: { read } }: Call<'GET /c/{code}/thanks', 'pupils'>): Promise<Answer> {
  const code = typedCode(params.code);
  if (query['from'] === 'parents') return thankParent(read, code);
  return { page: thanksPage(classCode.safeParse(code).success ? code : undefined), data: {} };
}
