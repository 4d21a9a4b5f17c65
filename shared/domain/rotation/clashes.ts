import type { TimetableLimits } from './limits.ts';

/** A limit that cannot be kept beside the others, in numbers: so much is needed, so much is there. */
export type Clash =
  /** Each group needs a slot for every organisation. */
  | { readonly clash: 'slots'; readonly need: number; readonly have: number }
  /** All sessions together need so many rooms, added up over the slots. */
  | { readonly clash: 'rooms'; readonly need: number; readonly have: number }
  /** This organisation needs so many slots to meet everybody. */
  | { readonly clash: 'organisation-slots'; readonly organisation: string; readonly need: number; readonly have: number }
  /** The biggest group is bigger than this organisation takes. */
  | { readonly clash: 'organisation-places'; readonly organisation: string; readonly need: number; readonly have: number }
  /** No number of groups fits the sizes: so many pupils, in groups from `min` to `max`. */
  | { readonly clash: 'sizes'; readonly pupils: number; readonly min: number; readonly max: number; readonly groups?: number }
  /** Each group needs an adult of a school that has at least two pupils in it. */
  | { readonly clash: 'adults'; readonly need: number; readonly have: number }
  /** One child of this school would be alone. */
  | { readonly clash: 'lone-pupil'; readonly school: string }
  /** Each group needs pupils of so many schools. */
  | { readonly clash: 'mixed'; readonly need: number; readonly have: number }
  /** The limits clash only together: every arrangement was tried, or so many that more would not help. */
  | { readonly clash: 'together'; readonly what: 'groups' | 'timetable' };

/**
 * What can be counted without a search. `names` are the organisations' ids. An organisation meets all groups in at least
 * as many sessions as its places, filled to the last, would take; and no slot holds more sessions than rooms.
 */
export function timetableClashes(limits: TimetableLimits, names: readonly string[]): Clash[] {
  const { sizes, organisations, rooms } = limits;
  const clashes: Clash[] = [];
  if (organisations.length > rooms.length) clashes.push({ clash: 'slots', need: organisations.length, have: rooms.length });
  let sessions = 0;
  for (const [index, { places, slots }] of organisations.entries()) {
    const organisation = names[index] ?? '';
    const biggest = Math.max(...sizes);
    if (biggest > places) {
      clashes.push({ clash: 'organisation-places', organisation, need: biggest, have: places });
      continue;
    }
    const need = fewestSessions(sizes, places);
    sessions += need;
    if (need > slots.length) clashes.push({ clash: 'organisation-slots', organisation, need, have: slots.length });
  }
  const there = rooms.map((_, slot) => organisations.filter(({ slots }) => slots.includes(slot)).length);
  const have = rooms.reduce((total, count, slot) => total + Math.min(count, there[slot] ?? 0), 0);
  const short = rooms.some((count, slot) => count < (there[slot] ?? 0));
  return short && sessions > have ? [...clashes, { clash: 'rooms', need: sessions, have }] : clashes;
}

/** A number of sessions below which groups of these sizes do not fit: all pupils, and groups of which no two fit together. */
function fewestSessions(sizes: readonly number[], places: number): number {
  const pupils = sizes.reduce((total, one) => total + one, 0);
  const alone = sizes.filter((size) => size * 2 > places).length;
  const mostTogether = countTogether(sizes, places);
  return Math.max(Math.ceil(pupils / places), alone, Math.ceil(sizes.length / mostTogether));
}

/** The most groups that fit so many places at once; at least one. */
export function countTogether(sizes: readonly number[], places: number): number {
  let [count, pupils] = [0, 0];
  for (const size of [...sizes].sort((a, b) => a - b)) {
    pupils += size;
    if (pupils > places) break;
    count += 1;
  }
  return Math.max(1, count);
}
