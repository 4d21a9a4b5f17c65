import { instrumentFor } from '#shared/domain/instruments/in-use.ts';
import type { Instrument } from '#shared/domain/instruments/instrument.ts';
import { pupilsOnce, pupilsTwice } from '#shared/domain/instruments/pupils.ts';
import { childCodes, pairOf } from '#shared/domain/pupils/course.ts';
import { turnPage } from '#shared/domain/pupils/answers.ts';
import { isClassOpen, typedCode } from '#shared/domain/pupils/class.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { idOf } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { TableReader, TableWriter, Write } from '#shared/ports.ts';
import { classCode, type PlacesChosen, type PupilClass } from '#shared/domain/pupils/items.ts';
import { codePage, ownCodePage } from '#web/pupils/code.ts';
import { pupilsContent as words } from '#web/pupils/content.en.ts';
import { classClosedPage, classFullPage, noSuchClassPage, thanksPage } from '#web/pupils/ends.ts';
import { questionPage } from '#web/pupils/question.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { findEdition } from '../find.ts';

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
  if (one.round) return { page: ownCodePage(one.code, call.newId()), data: { statements: instrument.statements }, own: true };
  const page = questionPage({ code: one.code, instrument, page: 1, answers: {}, key: call.newId() });
  return { page, data: { statements: instrument.statements }, own: true };
}

/** Turns a page and stores nothing, but for the last. */
export async function turn(call: PostCall<'POST /c/{code}', 'pupils'>): Promise<Answer> {
  const found = await findClass(call.ports.read, call);
  if ('end' in found) return found.end;
  const { one, instrument } = found;
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
  const { edition } = await findEdition(read, one.edition, { tried: true });
  if (!isClassOpen(edition, one, now)) {
    const data = { code: 'class-closed', detail: 'This class has finished.' };
    return { end: { status: 409, page: classClosedPage(), data } };
  }
  const used = await read.get('usedInstrument', one);
  return { one, ...instrumentFor<Instrument>(one.edition, [one.round ? pupilsTwice : pupilsOnce], used) };
}

/** A child's own code, if the key of the course makes it, with what its answers are kept under. */
async function ownCode(read: TableReader, one: PupilClass, typed: string) {
  const held = await read.get('courseKey', one);
  const code = typedCode(typed);
  return held && childCodes(held.key, one.pupils).includes(code) ? { code, pair: pairOf(held.key, code) } : undefined;
}

function answerWrite(
  { edition, code, round }: PupilClass,
  key: string,
  answers: PlacesChosen,
  child: { readonly pair: string } | undefined,
): Write {
  if (round && child) return { put: 'courseAnswer', item: { edition, code, pair: child.pair, round, answers }, when: 'absent' };
  return { put: 'pupilAnswer', item: { edition, code, answer: idOf('pupil answer', code, key), answers }, when: 'absent' };
}

/** How often an answer is tried while a whole class presses the button at once. */
const tries = 10;

/**
 * Stores an answer with exactly two writes: itself, and one from the budget of its class. A repeat finds itself there and is
 * content. False where nothing is left.
 */
async function keep(write: TableWriter, { edition, urn, code }: PupilClass, answer: Write): Promise<boolean> {
  const writes: Write[] = [
    answer,
    { reserve: 'pupilClass', key: { edition, urn, code }, counter: 'left', by: 1, when: { state: 'open' } },
  ];
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const result = await write.transact(writes).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'busy' && attempt + 1 < tries) return undefined;
      throw error;
    });
    if (result) return result.ok || result.failed[0] === true;
  }
  return false;
}

/** Thanks, and the way back for the next child. */
export async function showThanks({ params }: Call<'GET /c/{code}/thanks', 'pupils'>): Promise<Answer> {
  const code = typedCode(params.code);
  return { page: thanksPage(classCode.safeParse(code).success ? code : undefined), data: {} };
}
