import { dealPupils } from './deal-pupils.ts';
import type { Grouping, GroupLimits, NoGrouping } from './limits.ts';
import { searchGroups } from './search-groups.ts';

/** Beyond so many schools in a group, children know too few of the others. */
const fewSchools = 4;

/**
 * Shares the pupils out: no child is the only one from a school in a group, sizes keep to the limits and are as equal
 * as can be, and each group is led by a school that has pupils in it. The quick way first; where limits are tight, an
 * exhaustive search decides.
 */
export function formGroups(limits: GroupLimits): Grouping | NoGrouping {
  const leads = shareLeads(limits);
  if (leads === undefined) return { proved: true };
  const typical = Math.floor(sum(limits.pupils) / limits.groups);
  const widest = Math.floor(limits.size.max / 2);
  for (const schools of new Set([Math.max(limits.mixed, fewSchools), Math.floor(typical / 2), widest])) {
    const dealt = dealPupils(limits, supportOf(limits, leads, Math.min(schools, widest)));
    if (dealt) return { pupils: dealt, leads };
  }
  return searchGroups(limits);
}

/** Which school leads each group, the bigger schools more of them; undefined when there are too few adults. */
function shareLeads({ pupils, adults, groups }: GroupLimits): number[] | undefined {
  const led = pupils.map(() => 0);
  const leads: number[] = [];
  while (leads.length < groups) {
    const school = best(pupils, (count, index) => {
      const leading = led[index] ?? 0;
      return leading < leadable(count, adults[index] ?? 0) ? count / (leading + 1) : -1;
    });
    if (school === undefined) return undefined;
    led[school] = (led[school] ?? 0) + 1;
    leads.push(school);
  }
  return leads;
}

/** How many groups a school can lead: an adult each, and at least two of its children in each. */
export function leadable(pupils: number, adults: number): number {
  return Math.min(adults, Math.floor(pupils / 2));
}

/** The place of the greatest value that is not negative; the first of equals. */
function best<T>(list: readonly T[], valueOf: (one: T, index: number) => number): number | undefined {
  let found: number | undefined;
  let top = -1;
  for (const [index, one] of list.entries()) {
    const value = valueOf(one, index);
    if (value <= top) continue;
    top = value;
    found = index;
  }
  return top < 0 ? undefined : found;
}

/** Which schools are in which group: as widely as each school's pupils allow, at most `most` schools in a group. */
function supportOf({ pupils, groups }: GroupLimits, leads: readonly number[], most: number): boolean[][] {
  const support = leads.map((lead) => pupils.map((_, school) => school === lead));
  const load = leads.map((lead) => (pupils[lead] ?? 0) / leads.filter((one) => one === lead).length);
  const bySize = pupils.map((count, school) => ({ count, school })).sort((a, b) => b.count - a.count || a.school - b.school);
  for (const { count, school } of bySize) {
    const reach = Math.min(groups, Math.floor(count / 2));
    const leading = leads.filter((one) => one === school).length;
    for (let more = leading; more < reach; more += 1) {
      const group = best(support, (schools, index) =>
        schools[school] || schools.filter(Boolean).length >= most ? -1 : 1e6 - (load[index] ?? 0),
      );
      const schools = group === undefined ? undefined : support[group];
      if (group === undefined || !schools) break;
      schools[school] = true;
      load[group] = (load[group] ?? 0) + count / reach;
    }
  }
  return support;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
