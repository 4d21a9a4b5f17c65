import type { TimetableLimits } from './limits.ts';

/** A timetable in the making. Sets of slots are numbers, a bit a slot. */
export type Search = {
  readonly limits: TimetableLimits;
  /** Whether groups may share a session. */
  readonly shared: boolean;
  readonly mostSteps: number;
  /** `at[group][organisation]`, -1 while open. */
  readonly at: number[][];
  /** The free slots of each group, and those in which each organisation is there. */
  readonly free: number[];
  readonly there: readonly number[];
  /** Pupils at each organisation in each slot, and the slots in which it has any. */
  readonly load: number[][];
  readonly begun: number[];
  /** Sessions in each slot, and the slots whose rooms are all in use. */
  readonly sessions: number[];
  full: number;
  /** The most groups each organisation takes at once, and the smallest group's pupils. */
  readonly together: readonly number[];
  readonly smallest: number;
  steps: number;
};

export type Meeting = { readonly group: number; readonly organisation: number };
/** A meeting without a slot, and the slots it could have. */
export type Open = Meeting & { readonly options: number };

/** The open meeting with the fewest slots to choose from. Stuck when a group or an organisation cannot be completed. */
export function tightest(search: Search): Open | 'none' | 'stuck' {
  const { at, there } = search;
  const meetings = there.map(() => 0);
  const slots = there.map(() => 0);
  const found = { group: -1, organisation: -1, options: 0 };
  let fewest = 32;
  // Plain loops: this is where nearly all of a plan's time goes.
  for (let group = 0; group < at.length; group += 1) {
    let [open, mine] = [0, 0];
    for (let organisation = 0; organisation < there.length; organisation += 1) {
      if ((at[group]?.[organisation] ?? 0) >= 0) continue;
      const options = optionsOf(search, group, organisation);
      if (options === 0) return 'stuck';
      open += 1;
      mine |= options;
      meetings[organisation] = (meetings[organisation] ?? 0) + 1;
      slots[organisation] = (slots[organisation] ?? 0) | options;
      const choice = bits(options);
      if (choice < fewest) {
        fewest = choice;
        Object.assign(found, { group, organisation, options });
      }
    }
    if (bits(mine) < open) return 'stuck';
  }
  if (!canFinish(search, meetings, slots)) return 'stuck';
  return found.group < 0 ? 'none' : found;
}

/** The slots in which a group could meet an organisation as things stand. */
function optionsOf({ limits, shared, free, there, load, begun, full }: Search, group: number, organisation: number): number {
  const all = (free[group] ?? 0) & (there[organisation] ?? 0);
  const joined = begun[organisation] ?? 0;
  let options = all & ~joined & ~full;
  if (!shared) return options;
  const size = limits.sizes[group] ?? 0;
  const places = limits.organisations[organisation]?.places ?? 0;
  for (let rest = all & joined; rest !== 0; rest &= rest - 1) {
    const slot = 31 - Math.clz32(rest & -rest);
    if ((load[organisation]?.[slot] ?? 0) + size <= places) options |= 1 << slot;
  }
  return options;
}

/** Whether every organisation has sessions enough ahead of it for its open meetings, and all together rooms enough. */
function canFinish(search: Search, meetings: readonly number[], slots: readonly number[]): boolean {
  const { limits, shared, begun, sessions, together } = search;
  let roomsLeft = 0;
  for (let slot = 0; slot < sessions.length; slot += 1) roomsLeft += (limits.rooms[slot] ?? 0) - (sessions[slot] ?? 0);
  for (let organisation = 0; organisation < meetings.length; organisation += 1) {
    const needed = meetings[organisation] ?? 0;
    if (needed === 0) continue;
    const most = shared ? (together[organisation] ?? 1) : 1;
    const joined = begun[organisation] ?? 0;
    const possible = slots[organisation] ?? 0;
    const joinable = most === 1 ? 0 : joinableIn(search, organisation, possible & joined);
    if (bits(possible & ~joined) * most + joinable < needed) return false;
    roomsLeft -= Math.ceil(Math.max(0, needed - joinable) / most);
  }
  return roomsLeft >= 0;
}

/** How many more groups fit, at the very most, in an organisation's sessions of these slots. */
function joinableIn({ limits, load, together, smallest }: Search, organisation: number, slots: number): number {
  const places = limits.organisations[organisation]?.places ?? 0;
  const most = together[organisation] ?? 1;
  let joinable = 0;
  for (let rest = slots; rest !== 0; rest &= rest - 1) {
    const pupils = load[organisation]?.[31 - Math.clz32(rest & -rest)] ?? 0;
    joinable += Math.min(most - 1, Math.floor((places - pupils) / smallest));
  }
  return joinable;
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
