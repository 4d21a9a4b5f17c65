import { type Instant, instant } from '../kernel/time.ts';
import type { School } from './school.ts';
import type { WaitingEntry } from './waiting-entry.ts';

/**
 * Who is offered free places first, in points: a school that has no place in this edition yet; one with many or more pupils
 * who are eligible for free school meals (per cent of the school); and one for each full day of waiting. No bonus is more
 * than so many days, so that whoever waits longest comes first in the end.
 */
export const weights = {
  noPlaceYet: 30,
  freeMeals: [
    { from: 30, points: 20 },
    { from: 15, points: 10 },
  ],
  perDay: 1,
} as const;

/** A waiting group with what its points follow from. */
export type Claim = {
  readonly entry: WaitingEntry;
  readonly hasPlace: boolean;
  readonly percentageFsm: School['percentageFsm'];
};

export type Points = { readonly noPlaceYet: number; readonly freeMeals: number; readonly days: number; readonly all: number };

/** The points of one group, part by part. A school whose register does not say has none for free meals. */
export function pointsOf({ entry, hasPlace, percentageFsm = 0 }: Claim, now: Instant): Points {
  const waited = Date.parse(now) - Date.parse(instant.parse(entry.askedAt));
  const days = Math.max(0, Math.floor(waited / 86_400_000)) * weights.perDay;
  const noPlaceYet = hasPlace ? 0 : weights.noPlaceYet;
  const freeMeals = weights.freeMeals.find(({ from }) => percentageFsm >= from)?.points ?? 0;
  return { noPlaceYet, freeMeals, days, all: noPlaceYet + freeMeals + days };
}

/** The groups in the order in which they are offered places: by points, then by who asked first, then by school number. */
export function inTurn(claims: readonly Claim[], now: Instant): Claim[] {
  return claims.toSorted(
    (a, b) =>
      pointsOf(b, now).all - pointsOf(a, now).all ||
      a.entry.askedAt.localeCompare(b.entry.askedAt) ||
      a.entry.urn.localeCompare(b.entry.urn),
  );
}

/**
 * Who is offered places next: the first in turn whose whole group fits. A group that does not fit is passed over, not
 * split, and blocks nobody. Undefined when none fits.
 */
export function nextInTurn(claims: readonly Claim[], free: number, now: Instant): Claim | undefined {
  return inTurn(claims, now).find(({ entry }) => entry.state === 'waiting' && entry.pupils <= free);
}
