import * as z from 'zod/mini';
import { AppError } from '../kernel/errors.ts';
import { daysAfter, instant, localDate, londonDate, monthsAfter, type Instant, type LocalDate } from '../kernel/time.ts';
import { bankHoliday } from './bank-holidays.ts';
import type { Decision } from './decision.ts';
import { emailAddress, optionalLine, optionalLines, slug, telephone } from './fields.ts';
import { editionState, type EditionState, editionStates } from './vocabulary.ts';
import { weekSettings } from './week-settings.ts';

/** Months after an edition's closing for which names and addresses are kept, where it does not say. */
export const keptMonths = 12;

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
  /** Days on which nothing takes place: bank holidays, training days. */
  closedDays: z.optional(z.array(localDate)),
  /** The organiser's own words on the public page. */
  welcome: optionalLines(600),
  /** Whom a volunteer or a school turns to about a child's safety. */
  safeguardingLead: z.optional(z.strictObject({ name: optionalLine(100), email: z.optional(emailAddress), telephone })),
  /** Months after closing for which names and addresses are kept; twelve where it does not say. */
  keepMonths: z.optional(z.int()),
  ...weekSettings,
  changedAt: z.optional(instant),
  /** A draft that is being tried: what is in it is test data. trial.ts. */
  trial: z.optional(z.strictObject({ since: instant })),
  version: z.int(),
});
export type Edition = z.infer<typeof edition>;

/** The last day on which an edition's names and addresses are kept. */
export function keptUntil({ surveyCloses, keepMonths = keptMonths }: Pick<Edition, 'surveyCloses' | 'keepMonths'>): LocalDate {
  return monthsAfter(surveyCloses, keepMonths);
}

/** Moves an edition on by one step. Conflicts: `edition-state` for any other step, `trial-stands` while test data is in it. */
export function moveEdition(current: Edition, to: EditionState): Decision<Edition> {
  if (current.trial) {
    throw new AppError('conflict', 'trial-stands', 'This edition still holds test data. Clear the test data, then open it.');
  }
  if (editionStates.indexOf(to) !== editionStates.indexOf(current.state) + 1) {
    throw new AppError('conflict', 'edition-state', `An edition that is ${current.state} cannot become ${to}.`);
  }
  return {
    state: { ...current, state: to, version: current.version + 1 },
    facts: [{ type: 'edition.moved.v1', data: { state: to } }],
  };
}

/** Whether an edition takes sign-ups now: in its registration window, and in a state that takes them; or it is being tried. */
export function isOpenForSignUp({ state, registrationOpens, registrationCloses, trial }: Edition, now: Instant): boolean {
  if (trial) return true;
  const today = londonDate(now);
  return (state === 'open' || state === 'running') && today >= registrationOpens && today <= registrationCloses;
}

/** Refuses sign-ups to an edition that takes none now. Conflict `registration-closed`. */
export function requireOpenForSignUp(current: Edition, now: Instant): void {
  if (!isOpenForSignUp(current, now)) {
    throw new AppError('conflict', 'registration-closed', `Registration for ${current.name} is not open now.`);
  }
}

/** The edition's half-days on which schools are open, in order: `2025-03-03-am`, `2025-03-03-pm`, … */
export function halfDaysOf(current: Pick<Edition, 'starts' | 'ends' | 'closedDays'>): string[] {
  const closed = new Set<string>(current.closedDays);
  const slots: string[] = [];
  for (let date: LocalDate = current.starts; date <= current.ends; date = daysAfter(date, 1)) {
    if (isWeekday(date) && !closed.has(date) && bankHoliday(date) === undefined) slots.push(`${date}-am`, `${date}-pm`);
  }
  return slots;
}

/** Whether a day is none of a weekend. */
export function isWeekday(day: LocalDate): boolean {
  return new Date(`${day}T12:00:00Z`).getUTCDay() % 6 !== 0;
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
