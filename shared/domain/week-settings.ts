import * as z from 'zod/mini';
import { sameAnswers } from '../kernel/text.ts';
import { count } from './fields.ts';
import { type Hours, halfOf, hours, usualHours } from './hours.ts';

const points = () => count('Enter points from 0 to 100', 100);

/**
 * Who is offered free places first, in points: a school that has no place in this edition yet; one where at least 30 %
 * (`manyMeals`) or 15 % (`someMeals`) of pupils are eligible for free school meals; and one for each full day of waiting.
 * A day gives at least one, so that whoever waits longest comes first in the end. `holdHours` is how long offered places
 * are held.
 */
export const waitingRules = z.strictObject({
  noPlaceYet: points(),
  manyMeals: points(),
  someMeals: points(),
  perDay: count('Enter points from 1 to 100', 100, 1),
  holdHours: count('Enter hours from 1 to 168', 168, 1),
});
export type WaitingRules = z.infer<typeof waitingRules>;

/** How people are invited until an event has enough: how long each tier has to answer, and how often one person is asked. */
export const askingRules = z.strictObject({
  answerHours: count('Enter hours from 1 to 336', 336, 1),
  /** At most so many invitations to one person in any `days`, whatever they answered. */
  most: count('Enter a number from 1 to 50', 50, 1),
  days: count('Enter days from 1 to 90', 90, 1),
});
export type AskingRules = z.infer<typeof askingRules>;

/** The hours of a morning and an afternoon. */
const slotHours = z.strictObject({ am: hours, pm: hours }).check(
  ...(['am', 'pm'] as const).map((half) =>
    z.refine<{ am: Hours; pm: Hours }>((slots) => slots[half].starts < slots[half].ends, {
      message: 'It must end after it starts',
      path: [half, 'ends'],
    }),
  ),
  z.refine<{ am: Hours; pm: Hours }>((slots) => slots.am.ends <= slots.pm.starts, {
    message: 'The afternoon must start after the morning ends',
    path: ['pm', 'starts'],
  }),
);

/** What holds where an edition has not set it otherwise. */
export const usual = {
  hours: usualHours,
  waiting: { noPlaceYet: 30, manyMeals: 20, someMeals: 10, perDay: 1, holdHours: 48 },
  asking: { answerHours: 48, most: 3, days: 14 },
} as const;

export const weekSettings = {
  hours: z.optional(slotHours),
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
