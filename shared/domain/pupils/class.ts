import * as z from 'zod/mini';
import { AppError } from '../../kernel/errors.ts';
import { tokenHash } from '../../kernel/ids.ts';
import { daysAfter, type Instant, localDate, type LocalDate, londonDate } from '../../kernel/time.ts';
import type { Decision } from '../decision.ts';
import type { Edition } from '../edition.ts';
import type { Event } from '../event.ts';
import { count, slug, yearGroups } from '../fields.ts';
import type { Instrument } from '../instruments/instrument.ts';
import type { Registration } from '../registration.ts';
import { codeSigns, type PupilClass } from './items.ts';

const size = () => count('Enter how many children are in the class', 60, 1);

/** What a teacher says of a class. */
export const classForm = z.strictObject({
  event: slug,
  year: z.enum(yearGroups, 'Choose a year group'),
  pupils: size(),
  /** Once, without any code of a child's own (by default); or before and after a course. */
  rounds: z.optional(z.enum(['once', 'twice'], 'Choose when you ask')),
  /** Who answers: the children (by default), or a parent of each. */
  who: z.optional(z.enum(['children', 'parents'], 'Choose who answers')),
});
export type ClassForm = z.infer<typeof classForm>;

/** What a teacher changes of it, any part. */
export const classChange = z.strictObject({
  pupils: z.optional(size()),
  state: z.optional(z.enum(['open', 'closed'], 'Say whether children can answer')),
  /** Of a course: asks for the second time from now on. */
  round: z.optional(z.literal('endline')),
});
export type ClassChange = z.infer<typeof classChange>;

/** How long (days) a code is good after the event, or after the teacher opens it again. */
const codeKept = 7;

/** A code made of a random text. */
export function classCodeOf(random: string): string {
  const hash = tokenHash(random);
  return [0, 4, 8, 12, 16, 20].map((at) => codeSigns[Number.parseInt(hash.slice(at, at + 4), 16) % codeSigns.length]).join('');
}

/** A code as somebody types it: in capitals, with spaces or a hyphen. */
export function typedCode(text: string): string {
  return text.toLowerCase().replace(/[\s-]/g, '');
}

/** How many answers a class may give: one for each child, and a tenth more for those who begin again on another tablet. */
function budgetOf(pupils: number): number {
  return Math.ceil((pupils * 11) / 10);
}

/** How many answers it has given, those counted by hand among them. */
export function answersTaken({ pupils, left }: Pick<PupilClass, 'pupils' | 'left'>): number {
  return budgetOf(pupils) - left;
}

/** Whether children can answer by the code now. */
export function isClassOpen(edition: Edition, { state, until }: PupilClass, now: Instant): boolean {
  return state === 'open' && edition.state !== 'reported' && londonDate(now) <= until;
}

type Opened = {
  readonly edition: Edition;
  readonly school: Registration;
  readonly event: Event;
  readonly form: ClassForm;
  readonly code: string;
  readonly instrument: Instrument;
  readonly now: Instant;
};

/** Opens a class. Conflicts `edition-reported`, `event-cancelled`. */
export function openClass({ edition, school, event, form, code, instrument, now }: Opened): Decision<PupilClass> {
  refuseReported(edition);
  if (event.state === 'cancelled') throw new AppError('conflict', 'event-cancelled', 'This event is cancelled.');
  const state: PupilClass = {
    edition: edition.edition,
    urn: school.urn,
    registration: school.registration,
    code,
    event: event.event,
    year: form.year,
    pupils: form.pupils,
    instrument: instrument.instrument,
    instrumentVersion: instrument.version,
    left: budgetOf(form.pupils),
    tallied: 0,
    state: 'open',
    until: lastDay(localDate.parse(event.halfDay.slice(0, 10)), now),
    openedAt: now,
    ...(instrument.rounds[0] === 'baseline' ? { round: 'baseline' as const } : {}),
    version: 1,
  };
  return { state, facts: [{ type: 'class.opened.v1', data: factData(state) }] };
}

/** Changes a class's size, or closes or opens it. Conflict `edition-reported`; invalid `answers-taken` below its answers. */
export function changeClass(current: PupilClass, form: ClassChange, edition: Edition, now: Instant): Decision<PupilClass> {
  refuseReported(edition);
  const { pupils = current.pupils, state: wanted = current.state } = form;
  const second = form.round === 'endline' && current.round === 'baseline';
  const reopened = second || (form.state === 'open' && !isClassOpen(edition, current, now));
  if (pupils === current.pupils && wanted === current.state && !reopened) return { state: current, facts: [] };
  const left = budgetOf(pupils) - (second ? 0 : answersTaken(current));
  if (left < 0) {
    const message = 'More children than this have answered already';
    throw new AppError('invalid', 'answers-taken', `${message}.`, [{ path: 'pupils', message }]);
  }
  const until = reopened ? lastDay(current.until, now) : current.until;
  const state: PupilClass = {
    ...current,
    pupils,
    left,
    until,
    state: second ? 'open' : wanted,
    ...(second ? { round: 'endline' as const } : {}),
    version: current.version + 1,
  };
  return { state, facts: [{ type: 'class.changed.v1', data: factData(state) }] };
}

/** The class whose key its school deletes: nobody can answer by it any more. */
export function forgetKey(current: PupilClass): Decision<PupilClass> {
  const state: PupilClass = { ...current, state: 'closed', version: current.version + 1 };
  return { state, facts: [{ type: 'class.changed.v1', data: factData(state) }] };
}

/** What facts say of a class: whose it is and how large, never its code. */
export function factData({ registration, urn: school, event, pupils, version }: PupilClass) {
  return { registration, urn: school, event, pupils, version };
}

/** Nothing is counted anew once an edition is reported. Conflict `edition-reported`. */
export function refuseReported(edition: Edition): void {
  if (edition.state !== 'reported') return;
  throw new AppError('conflict', 'edition-reported', 'The report is finished, so no more answers are taken.');
}

function lastDay(day: LocalDate, now: Instant): LocalDate {
  const today = londonDate(now);
  return daysAfter(day > today ? day : today, codeKept);
}
