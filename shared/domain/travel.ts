import { kilometresBetween, type Position } from './distance.ts';

/**
 * How long the way between two places takes, in whole minutes: three for each kilometre of the straight line, and ten to leave
 * one door and sign in at the next. Assumed: roads in and around a city are about 1.4 times as long as the straight line, and
 * a car makes about 28 kilometres an hour on them. It errs towards a warning for a short way on a fast road.
 */
const way = { minutesPerKilometre: 3, atTheDoors: 10 } as const;

/** A way from one place to another: its straight line in kilometres, and its minutes. Within 100 metres there is none. */
export function wayBetween(one: Position, other: Position): { readonly kilometres: number; readonly minutes: number } {
  const kilometres = kilometresBetween(one, other);
  if (kilometres < 0.1) return { kilometres, minutes: 0 };
  return { kilometres, minutes: Math.ceil(kilometres * way.minutesPerKilometre) + way.atTheDoors };
}
