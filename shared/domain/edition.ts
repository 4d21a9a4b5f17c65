import * as z from 'zod/mini';
import { AppError } from '../kernel/errors.ts';
import { daysAfter, instant, localDate, londonDate, type Instant, type LocalDate } from '../kernel/time.ts';
import type { Decision } from './decision.ts';
import { line, slug } from './fields.ts';
import { editionState, type EditionState, editionStates } from './vocabulary.ts';

const day = z.pipe(
  z.string('Enter a date, like 2025-03-03'),
  z.string().check(z.refine((text) => localDate.safeParse(text).success, 'Enter a real date, like 2025-03-03')),
);

/** What an organiser sends to set up one year's run. */
export const editionForm = z
  .strictObject({
    edition: slug,
    programme: slug,
    name: line('Enter the edition’s name'),
    starts: day,
    ends: day,
    registrationOpens: day,
    registrationCloses: day,
    surveyCloses: day,
  })
  .check(
    z.refine((form) => form.starts <= form.ends, { message: 'The last day must not be before the first', path: ['ends'] }),
    z.refine((form) => form.registrationOpens <= form.registrationCloses, {
      message: 'Registration must close after it opens',
      path: ['registrationCloses'],
    }),
    z.refine((form) => form.surveyCloses >= form.ends, {
      message: 'The survey must close after the last day',
      path: ['surveyCloses'],
    }),
    z.refine((form) => !(form.ends > addYear(form.starts)), { message: 'An edition lasts at most a year', path: ['ends'] }),
  );

function addYear(text: string): string {
  return `${Number(text.slice(0, 4)) + 1}${text.slice(4)}`;
}

/** One year's run of a programme. Dates are days in Europe/London, both ends included. */
export const edition = z.strictObject({
  edition: slug,
  programme: slug,
  name: z.string(),
  starts: localDate,
  ends: localDate,
  registrationOpens: localDate,
  registrationCloses: localDate,
  surveyCloses: localDate,
  state: editionState,
  surveysSentAt: z.optional(instant),
  version: z.int(),
});
export type Edition = z.infer<typeof edition>;

/** A new edition in draft. */
export function planEdition(form: z.infer<typeof editionForm>): Edition {
  const { starts, ends, registrationOpens, registrationCloses, surveyCloses, ...rest } = form;
  return {
    ...rest,
    starts: localDate.parse(starts),
    ends: localDate.parse(ends),
    registrationOpens: localDate.parse(registrationOpens),
    registrationCloses: localDate.parse(registrationCloses),
    surveyCloses: localDate.parse(surveyCloses),
    state: 'draft',
    version: 1,
  };
}

/** Moves an edition on by one step. Conflict `edition-state` for any other step. */
export function moveEdition(current: Edition, to: EditionState): Decision<Edition> {
  if (editionStates.indexOf(to) !== editionStates.indexOf(current.state) + 1) {
    throw new AppError('conflict', 'edition-state', `An edition that is ${current.state} cannot become ${to}.`);
  }
  return {
    state: { ...current, state: to, version: current.version + 1 },
    facts: [{ type: 'edition.moved.v1', data: { state: to } }],
  };
}

/** Whether an edition takes sign-ups now: in its registration window, and in a state that takes them. */
export function isOpenForSignUp({ state, registrationOpens, registrationCloses }: Edition, now: Instant): boolean {
  const today = londonDate(now);
  return (state === 'open' || state === 'running') && today >= registrationOpens && today <= registrationCloses;
}

/** Refuses sign-ups to an edition that takes none now. Conflict `registration-closed`. */
export function requireOpenForSignUp(current: Edition, now: Instant): void {
  if (!isOpenForSignUp(current, now)) {
    throw new AppError('conflict', 'registration-closed', `Registration for ${current.name} is not open now.`);
  }
}

/** The edition's weekday half-days, in order: `2025-03-03-am`, `2025-03-03-pm`, … */
export function halfDaysOf(current: Pick<Edition, 'starts' | 'ends'>): string[] {
  const slots: string[] = [];
  for (let date: LocalDate = current.starts; date <= current.ends; date = daysAfter(date, 1)) {
    const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) slots.push(`${date}-am`, `${date}-pm`);
  }
  return slots;
}

/** Refuses half-days that the edition does not have. `path` names the field. */
export function requireHalfDays(current: Edition, chosen: readonly string[], path: string): void {
  const slots = new Set(halfDaysOf(current));
  if (chosen.some((one) => !slots.has(one))) {
    throw new AppError('invalid', 'half-day-unknown', 'Choose half-days from the list.', [
      { path, message: 'Choose half-days from the list' },
    ]);
  }
}
