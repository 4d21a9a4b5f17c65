import type { GroupLimits, Grouping, NoGrouping } from './limits.ts';

/** After so many steps the search gives up: a tight case of real size is decided long before. */
const mostSteps = 1_500;

type Search = {
  readonly limits: GroupLimits;
  readonly pupils: number[][];
  readonly sizes: number[];
  steps: number;
};

/** Tries every way to share the pupils out, school after school, groups that look alike once. */
export function searchGroups(limits: GroupLimits): Grouping | NoGrouping {
  const pupils = Array.from({ length: limits.groups }, () => limits.pupils.map(() => 0));
  const search = { limits, pupils, sizes: pupils.map(() => 0), steps: 0 };
  const leads = seat(search, 0, 0, limits.pupils[0] ?? 0);
  if (leads) return { pupils, leads };
  return { proved: search.steps < mostSteps };
}

/** Seats `left` pupils of a school in the groups from `group` on, then the next school; gives the leads once all sit. */
function seat(search: Search, school: number, group: number, left: number): readonly number[] | undefined {
  const { limits, pupils, sizes } = search;
  search.steps += 1;
  if (search.steps >= mostSteps) return undefined;
  if (school >= limits.pupils.length) return complete(search);
  if (group >= limits.groups) {
    if (left > 0) return undefined;
    return roomLeft(search, school + 1) ? seat(search, school + 1, 0, limits.pupils[school + 1] ?? 0) : undefined;
  }
  const row = pupils[group] ?? [];
  const before = sizes[group] ?? 0;
  for (const count of amounts(search, { school, group, left })) {
    row[school] = count;
    sizes[group] = before + count;
    const found = seat(search, school, group + 1, left - count);
    if (found) return found;
  }
  row[school] = 0;
  sizes[group] = before;
  return undefined;
}

/** How many of a school can go to a group: none or two and more; of twins, the earlier group gets at least as many. */
function amounts({ limits, pupils, sizes }: Search, { school, group, left }: { school: number; group: number; left: number }) {
  const twin = pupils[group - 1];
  const row = pupils[group] ?? [];
  const alike = twin && row.every((count, index) => index >= school || count === twin[index]);
  const most = Math.min(left, limits.size.max - (sizes[group] ?? 0), alike ? (twin[school] ?? 0) : left);
  const even = Math.max(2, Math.ceil(left / (limits.groups - group)));
  return Array.from({ length: most + 1 }, (_, count) => count)
    .filter((count) => count !== 1)
    .sort((a, b) => Math.abs(a - even) - Math.abs(b - even) || a - b);
}

/** Whether the pupils still to come can bring every group to its least size. */
function roomLeft({ limits, sizes }: Search, school: number): boolean {
  const coming = limits.pupils.slice(school).reduce((total, one) => total + one, 0);
  const missing = sizes.reduce((total, size) => total + Math.max(0, limits.size.min - size), 0);
  const room = sizes.reduce((total, size) => total + limits.size.max - size, 0);
  return missing <= coming && coming <= room;
}

function complete({ limits, pupils, sizes }: Search): readonly number[] | undefined {
  if (sizes.some((size) => size < limits.size.min)) return undefined;
  if (pupils.some((row) => row.filter((count) => count > 0).length < limits.mixed)) return undefined;
  return matchLeads(limits.adults, pupils);
}

/** A leading school for each group, no school more often than it has adults; undefined when there is no way. */
function matchLeads(adults: readonly number[], pupils: readonly (readonly number[])[]): readonly number[] | undefined {
  const leads: (number | undefined)[] = pupils.map(() => undefined);
  const lead = (group: number, seen: Set<number>): boolean => {
    for (const [school, count] of (pupils[group] ?? []).entries()) {
      if (count === 0 || seen.has(school)) continue;
      seen.add(school);
      const led = leads.flatMap((one, other) => (one === school ? [other] : []));
      if (led.length < (adults[school] ?? 0) || led.some((other) => lead(other, seen))) {
        leads[group] = school;
        return true;
      }
    }
    return false;
  };
  const all = pupils.every((_, group) => lead(group, new Set()));
  return all ? leads.flatMap((one) => (one === undefined ? [] : [one])) : undefined;
}
