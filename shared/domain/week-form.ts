import * as z from 'zod/mini';
import { count } from './fields.ts';
import { type Hours, hours } from './hours.ts';

const points = () => count('Enter points from 0 to 100', 100);

/** A day of waiting gives at least one point, so that whoever waits longest comes first in the end. */
const waitingForm = z.strictObject({
  noPlaceYet: points(),
  manyMeals: points(),
  someMeals: points(),
  perDay: count('Enter points from 1 to 100', 100, 1),
  holdHours: count('Enter hours from 1 to 168', 168, 1),
});

const askingForm = z.strictObject({
  answerHours: count('Enter hours from 1 to 336', 336, 1),
  most: count('Enter a number from 1 to 50', 50, 1),
  days: count('Enter days from 1 to 90', 90, 1),
});

/** The hours of a morning and an afternoon. */
const hoursForm = z.strictObject({ am: hours, pm: hours }).check(
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

/** What an admin sends of the week's own rules. */
export const weekForm = { hours: z.optional(hoursForm), waiting: z.optional(waitingForm), asking: z.optional(askingForm) };
