import { changeClass, classCodeOf, isClassOpen, openClass, answersTaken } from '#shared/domain/pupils/class.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { PupilClass } from '#shared/domain/pupils/items.ts';
import { classPage } from '#web/classes/class.ts';
import { classesPage } from '#web/classes/list.ts';
import { sheetPage } from '#web/classes/sheet.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { accept } from '../accept.ts';
import { findClass, findClasses, ownClass } from './find.ts';

/** A school's classes, and the form to open one. */
export async function showClasses(
  call: Call<'GET /my/classes' | 'POST /my/classes', 'classes'>,
  filled?: Filled,
): Promise<Answer> {
  const found = await findClasses(call.ports.read, call);
  return { page: classesPage({ ...found, requestKey: call.newId(), filled }), data: { classes: found.classes } };
}

/** Opens a class under a fresh code. Invalid `not-booked` for an event that the school's pupils do not come to. */
export async function open(call: PostCall<'POST /my/classes', 'classes'>): Promise<Answer> {
  const { ports, body: form, now, newId } = call;
  const { edition, school, events, asks } = await findClasses(ports.read, call);
  const { instrument, fresh } = asks[form.who === 'parents' ? 'parents' : (form.rounds ?? 'once')];
  const event = events.find((one) => one.event === form.event);
  if (!event) {
    const message = 'Choose an event that your pupils come to';
    throw new AppError('invalid', 'not-booked', `${message}.`, [{ path: 'event', message }]);
  }
  const code = classCodeOf(newId());
  const { reference } = await accept<PupilClass>(call, {
    edition: edition.edition,
    find: async () => undefined,
    decide: () => openClass({ edition, school, event, form, code, instrument, now }),
    writes: (item) => [
      { put: 'pupilClass', item, when: 'absent' },
      { put: 'classCode', item: { code, edition: item.edition, urn: item.urn }, when: 'absent' },
      ...(item.round ? [{ put: 'courseKey' as const, item: keyOf(item, call.newToken()), when: 'absent' as const }] : []),
      ...(fresh ? [{ put: 'usedInstrument' as const, item: fresh, when: 'any' as const }] : []),
    ],
    reference: (state) => state.code,
  });
  return { seeOther: `/my/classes/${reference}`, data: { code: reference } };
}

function keyOf({ edition, code }: PupilClass, key: string) {
  return { edition, code, key };
}

type OneClass = 'GET /my/classes/{code}' | 'POST /my/classes/{code}';

/** One class: its code, and how many have answered; never what. */
export async function showClass(call: Call<OneClass, 'classes'>, filled?: Filled): Promise<Answer> {
  const found = await findClass(call.ports.read, call, call.params.code);
  const hasKey = found.one.round !== undefined && (await call.ports.read.get('courseKey', found.one)) !== undefined;
  return { page: classPage({ ...found, hasKey, origin: call.origin, filled }), data: dataOf(found) };
}

type Found = Awaited<ReturnType<typeof findClass>>;

function dataOf({ one, edition, now }: Found) {
  const { code, event, year, pupils, tallied, state, until, round } = one;
  return {
    code,
    round,
    event,
    year,
    pupils,
    answers: answersTaken(one),
    tallied,
    state,
    until,
    accepts: isClassOpen(edition, one, now),
  };
}

/** Changes a class's size, closes it or opens it again. */
export async function change(call: PostCall<'POST /my/classes/{code}', 'classes'>): Promise<Answer> {
  const { ports, params, body: form, now } = call;
  const { edition, one } = await findClass(ports.read, call, params.code);
  let seen = one;
  const { state } = await accept<PupilClass>(call, {
    edition: edition.edition,
    find: async () => (seen = await ownClass(ports.read, one)),
    decide: (current = one) => changeClass(current, form, edition, now),
    // Answers take from the budget without a new version: what is left must still be as it was read.
    writes: (item) => [{ put: 'pupilClass', item, when: { version: seen.version, left: seen.left } }],
    reference: ({ code }) => code,
  });
  return { seeOther: `/my/classes/${one.code}`, data: { code: one.code, pupils: state?.pupils, state: state?.state } };
}

/** The questions on a sheet, to print. */
export async function showSheet(call: Call<'GET /my/classes/{code}/sheet', 'classes'>): Promise<Answer> {
  const found = await findClass(call.ports.read, call, call.params.code);
  return { page: sheetPage(found), data: { statements: found.instrument.statements } };
}
