import { type YearGroup, yearGroups } from '../fields.ts';

/** Pupils counted at one session: whose school, which year groups they can be of, and how many. No names. */
export type Headcount = { readonly urn: string; readonly years: readonly YearGroup[]; readonly pupils: number };

/** Between how many distinct children there were. */
export type Bounds = { readonly lower: number; readonly upper: number };

/**
 * Between how many distinct children stand behind these headcounts, when nobody's name is held.
 *
 * At most: every headcount is of other children, so their sum. At least: within a school, two headcounts may be of the
 * same children unless they are of different year groups, for no child is in two. So for each school the lower bound is
 * the largest sum of headcounts that share no year group with one another (a weighted set packing over seven year groups,
 * solved exactly over their 128 subsets). A headcount without year groups may be of anybody. Give face to face and online
 * apart: the same class is often in both.
 */
export function uniquePupils(headcounts: readonly Headcount[]): Bounds {
  const schools = Map.groupBy(headcounts, ({ urn }) => urn);
  return {
    lower: sum([...schools.values()].map(largestDisjoint)),
    upper: sum(headcounts.map(({ pupils }) => pupils)),
  };
}

const everyYear = 2 ** yearGroups.length - 1;

function largestDisjoint(headcounts: readonly Headcount[]): number {
  const sets = headcounts.map(({ years, pupils }) => ({ mask: maskOf(years), pupils }));
  const best: number[] = [0];
  for (let within = 1; within <= everyYear; within += 1) {
    best[within] = Math.max(
      0,
      ...sets.filter(({ mask }) => (mask & within) === mask).map(({ mask, pupils }) => pupils + (best[within & ~mask] ?? 0)),
    );
  }
  return best[everyYear] ?? 0;
}

function maskOf(years: readonly YearGroup[]): number {
  return years.length === 0 ? everyYear : sum(years.map((year) => 2 ** yearGroups.indexOf(year)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
