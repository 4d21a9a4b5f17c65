import { countTogether } from './clashes.ts';
import type { NoTimetable, Timetable, TimetableLimits } from './limits.ts';
import { type Meeting, type Open, type Search, tightest } from './tightest.ts';

/** Slots are bits of a 32-bit number. */
export const mostSlots = 30;

const stepsForSingles = 1000;
const stepsForShared = 600;
/** A search that goes astray early is begun again from another square. */
const starts = 4;

/**
 * Finds when each group meets each organisation. Groups meet organisations one at a time if that can be; otherwise
 * groups share a session within the organisation's places. It starts from the cyclic Latin square and backtracks from
 * the tightest meeting, so that square cases take no search at all and the answer "impossible" is a proof.
 */
export function findTimetable(limits: TimetableLimits): Timetable | NoTimetable {
  const alone = canMeetAlone(limits) ? solve(limits, { shared: false, mostSteps: stepsForSingles }) : { proved: true };
  if ('at' in alone || !canShare(limits)) return alone;
  let found: Timetable | NoTimetable = { proved: false };
  for (let turn = 0; turn < starts && !('at' in found) && !found.proved; turn += 1) {
    found = solve({ ...limits, seed: limits.seed + turn }, { shared: true, mostSteps: stepsForShared });
  }
  return found;
}

/** Whether there are slots and rooms enough, by count, for one group at a time. */
function canMeetAlone({ sizes, organisations, rooms }: TimetableLimits): boolean {
  const sessions = rooms.reduce((total, count) => total + Math.min(count, organisations.length, sizes.length), 0);
  return sessions >= sizes.length * organisations.length && organisations.every(({ slots }) => slots.length >= sizes.length);
}

/** Whether any two groups fit one organisation. */
function canShare({ sizes, organisations }: TimetableLimits): boolean {
  const [small = 0, next = Number.POSITIVE_INFINITY] = [...sizes].sort((a, b) => a - b);
  return organisations.some(({ places }) => small + next <= places);
}

function solve(limits: TimetableLimits, how: { shared: boolean; mostSteps: number }): Timetable | NoTimetable {
  const { sizes, organisations, rooms } = limits;
  const search: Search = {
    limits,
    ...how,
    at: sizes.map(() => organisations.map(() => -1)),
    free: sizes.map(() => (1 << rooms.length) - 1),
    there: organisations.map(({ slots }) => slots.reduce((bits, slot) => bits | (1 << slot), 0)),
    load: organisations.map(() => rooms.map(() => 0)),
    begun: organisations.map(() => 0),
    sessions: rooms.map(() => 0),
    full: rooms.reduce((full, count, slot) => (count === 0 ? full | (1 << slot) : full), 0),
    together: organisations.map(({ places }) => countTogether(sizes, places)),
    smallest: Math.max(1, Math.min(...sizes)),
    steps: 0,
  };
  return place(search) ? { at: search.at } : { proved: search.steps < how.mostSteps };
}

/** Places the tightest open meeting, then the rest; leaves everything as it was when there is no way. */
function place(search: Search): boolean {
  search.steps += 1;
  if (search.steps >= search.mostSteps) return false;
  const next = tightest(search);
  if (next === 'none') return true;
  if (next === 'stuck') return false;
  const { group, organisation, options } = next;
  for (const slot of inOrder(search, { group, organisation, options })) {
    put(search, { group, organisation, slot }, 1);
    if (place(search)) return true;
    put(search, { group, organisation, slot }, -1);
    if (search.steps >= search.mostSteps) return false;
  }
  return false;
}

/** The slots to try: the one of the cyclic square first, then those with the fewest sessions. */
function inOrder({ limits, at, load, sessions }: Search, { group, organisation, options }: Open): number[] {
  const round = Math.min(sessions.length, Math.max(at.length, limits.organisations.length));
  const square = (group + organisation + limits.seed) % round;
  const cost = (slot: number): number => {
    if (slot === square) return -1;
    return (load[organisation]?.[slot] ?? 0) * 100 + (sessions[slot] ?? 0);
  };
  return sessions
    .map((_, slot) => slot)
    .filter((slot) => (options & (1 << slot)) !== 0)
    .sort((a, b) => cost(a) - cost(b) || a - b);
}

function put(search: Search, { group, organisation, slot }: Meeting & { slot: number }, by: 1 | -1): void {
  const { limits, at, free, load, begun, sessions } = search;
  const [row, loads] = [at[group], load[organisation]];
  if (!row || !loads) return;
  const before = loads[slot] ?? 0;
  const after = before + by * (limits.sizes[group] ?? 0);
  const bit = 1 << slot;
  loads[slot] = after;
  row[organisation] = by === 1 ? slot : -1;
  free[group] = (free[group] ?? 0) ^ bit;
  if (before > 0 && after > 0) return;
  const count = (sessions[slot] ?? 0) + by;
  sessions[slot] = count;
  begun[organisation] = (begun[organisation] ?? 0) ^ bit;
  search.full = count >= (limits.rooms[slot] ?? 0) ? search.full | bit : search.full & ~bit;
}
