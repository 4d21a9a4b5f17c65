import * as z from 'zod/mini';
import { sameAnswers } from '../kernel/text.ts';
import { type Hours, halfOf, hours, usualHours } from './hours.ts';

/**
 * Who is offered free places first, in points: a school that has no place in this edition yet; one where at least 30 %
 * (`manyMeals`) or 15 % (`someMeals`) of pupils are eligible for free school meals; and one for each full day of waiting.
 * `holdHours` is how long offered places are held.
 */
const waitingRules = z.strictObject({
  noPlaceYet: z.int(),
  manyMeals: z.int(),
  someMeals: z.int(),
  perDay: z.int(),
  holdHours: z.int(),
});
export type WaitingRules = z.infer<typeof waitingRules>;

/** How people are asked until an event has enough: hours to answer, and how often at most one person is asked in how many days. */
const askingRules = z.strictObject({ answerHours: z.int(), most: z.int(), days: z.int() });
export type AskingRules = z.infer<typeof askingRules>;

/** What holds where an edition has not set it otherwise. */
export const usual = {
  hours: usualHours,
  waiting: { noPlaceYet: 30, manyMeals: 20, someMeals: 10, perDay: 1, holdHours: 48 },
  asking: { answerHours: 48, most: 3, days: 14 },
} as const;

/** What an edition keeps of them. */
export const weekSettings = {
  hours: z.optional(z.strictObject({ am: hours, pm: hours })),
  waiting: z.optional(waitingRules),
  asking: z.optional(askingRules),
};
export type WeekSettings = {
  readonly hours?: { readonly am: Hours; readonly pm: Hours } | undefined;
  readonly waiting?: WaitingRules | undefined;
  readonly asking?: AskingRules | undefined;
};

/** The settings as they hold, set or usual. */
export function holding({ hours: slots = usual.hours, waiting = usual.waiting, asking = usual.asking }: WeekSettings) {
  return { hours: slots, waiting, asking };
}

/** What is kept of them: nothing of what is as usual. */
export function unusual(settings: WeekSettings): WeekSettings {
  const kept = <K extends keyof WeekSettings>(key: K) =>
    sameAnswers([key], holding(settings), usual) ? undefined : settings[key];
  return { hours: kept('hours'), waiting: kept('waiting'), asking: kept('asking') };
}

/** The hours of a new event in a half-day of an edition: none of its own where the edition keeps to the usual ones. */
export function hoursAt({ hours: slots }: WeekSettings, halfDay: string): Hours | undefined {
  return slots?.[halfOf(halfDay)];
}
