import type { GroupLimits } from './limits.ts';

/** Which schools may be in which group: `support[group][school]`. */
type Support = readonly (readonly boolean[])[];

/** Pupils by group and school while they are dealt; `left` are those without a group yet. */
type Deal = { readonly pupils: number[][]; readonly left: number[] };

/**
 * Deals the pupils over the groups that `support` allows: two of each school to start with, the rest one at a time along
 * augmenting paths, in rounds with rising sizes, so that sizes are as equal as the support allows. Undefined when a
 * limit cannot be kept with this support.
 */
export function dealPupils(limits: GroupLimits, support: Support): number[][] | undefined {
  const pupils = support.map((schools) => schools.map((there) => (there ? 2 : 0)));
  const left = limits.pupils.map((count, school) => count - support.filter((schools) => schools[school]).length * 2);
  if (left.some((count) => count < 0)) return undefined;
  const all = limits.pupils.reduce((total, one) => total + one, 0);
  const { min, max } = limits.size;
  for (const size of new Set([Math.floor(all / limits.groups), Math.ceil(all / limits.groups), max])) {
    if (size <= max) fill({ pupils, left }, support, size);
  }
  const fits = pupils.every((group) => sizeOf(group) >= min && sizeOf(group) <= max && schoolsIn(group) >= limits.mixed);
  return fits && left.every((count) => count === 0) ? pupils : undefined;
}

function fill(deal: Deal, support: Support, size: number): void {
  for (const school of deal.left.keys()) {
    while ((deal.left[school] ?? 0) > 0 && seatOne(deal, support, { school, size })) {
      deal.left[school] = (deal.left[school] ?? 0) - 1;
    }
  }
}

/** Seats one more pupil of a school, moving others between groups on the way; false when no group has room. */
function seatOne({ pupils }: Deal, support: Support, { school, size }: { school: number; size: number }): boolean {
  const cameFrom = new Map<number, { readonly school: number; readonly group: number | undefined }>();
  const queue: { school: number; group: number | undefined }[] = [{ school, group: undefined }];
  const emptiestFirst = [...pupils.keys()].sort((a, b) => sizeOf(pupils[a]) - sizeOf(pupils[b]) || a - b);
  for (const at of queue) {
    for (const group of emptiestFirst) {
      if (cameFrom.has(group) || !support[group]?.[at.school]) continue;
      cameFrom.set(group, at);
      if (sizeOf(pupils[group]) < size) {
        shift(pupils, cameFrom, group);
        return true;
      }
      // A pupil of another school can leave this group, as long as two of them stay.
      for (const [other, count] of (pupils[group] ?? []).entries()) if (count > 2) queue.push({ school: other, group });
    }
  }
  return false;
}

function shift(
  pupils: number[][],
  cameFrom: ReadonlyMap<number, { readonly school: number; readonly group: number | undefined }>,
  to: number,
): void {
  let group: number | undefined = to;
  while (group !== undefined) {
    const from = cameFrom.get(group);
    if (!from) return;
    move(pupils[group], from.school, 1);
    if (from.group !== undefined) move(pupils[from.group], from.school, -1);
    group = from.group;
  }
}

function move(group: number[] | undefined, school: number, by: number): void {
  if (group) group[school] = (group[school] ?? 0) + by;
}

function sizeOf(group: readonly number[] = []): number {
  return group.reduce((total, one) => total + one, 0);
}

function schoolsIn(group: readonly number[]): number {
  return group.filter((count) => count > 0).length;
}
