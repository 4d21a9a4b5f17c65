import { type Instant, instant } from '../kernel/time.ts';
import type { School } from './school.ts';
import type { WaitingEntry } from './waiting-entry.ts';
import type { WaitingRules } from './week-settings.ts';

/** From how many per cent of pupils eligible for free school meals a school has many of them, or some. */
export const mealsFrom = { many: 30, some: 15 } as const;

/** When it is, and the rules of the edition. */
type By = { readonly now: Instant; readonly rules: WaitingRules };

/** A waiting group with what its points follow from. */
export type Claim = {
  readonly entry: WaitingEntry;
  readonly hasPlace: boolean;
  readonly percentageFsm: School['percentageFsm'];
};

export type Points = { readonly noPlaceYet: number; readonly freeMeals: number; readonly days: number; readonly all: number };

/** The points of one group, part by part. A school whose register does not say has none for free meals. */
export function pointsOf({ entry, hasPlace, percentageFsm = 0 }: Claim, { now, rules }: By): Points {
  const waited = Date.parse(now) - Date.parse(instant.parse(entry.askedAt));
  const days = Math.max(0, Math.floor(waited / 86_400_000)) * rules.perDay;
  const noPlaceYet = hasPlace ? 0 : rules.noPlaceYet;
  const freeMeals = percentageFsm >= mealsFrom.many ? rules.manyMeals : percentageFsm >= mealsFrom.some ? rules.someMeals : 0;
  return { noPlaceYet, freeMeals, days, all: noPlaceYet + freeMeals + days };
}

/** The groups in the order in which they are offered places: by points, then by who asked first, then by school number. */
export function inTurn(claims: readonly Claim[], by: By): Claim[] {
  return claims.toSorted(
    (a, b) =>
      pointsOf(b, by).all - pointsOf(a, by).all ||
      a.entry.askedAt.localeCompare(b.entry.askedAt) ||
      a.entry.urn.localeCompare(b.entry.urn),
  );
}

/**
 * Who is offered places next: the first in turn whose whole group fits. A group that does not fit is passed over, not
 * split, and blocks nobody. Undefined when none fits.
 */
export function nextInTurn(claims: readonly Claim[], free: number, by: By): Claim | undefined {
  return inTurn(claims, by).find(({ entry }) => entry.state === 'waiting' && entry.pupils <= free);
}
