/** Where a meeting is held: the organisation's place in the brief, and the slot. */
export type Seat = { readonly organisation: number; readonly slot: number };

/** A meeting still ahead: the group's place, where it was to be, and where it could be. */
export type Ahead = { readonly group: number; readonly was: Seat | undefined; readonly options: readonly Seat[] };

export type RescueLimits = {
  readonly meetings: readonly Ahead[];
  readonly sizes: readonly number[];
  readonly places: readonly number[];
  /** Rooms in each slot. */
  readonly rooms: readonly number[];
  /** Cells, `group slot`, that change whatever is done: what stood there cannot be held, or not in its room. */
  readonly touched: ReadonlySet<string>;
  /** No rescue loses fewer meetings than this. */
  readonly fewestLost: number;
};

/** Where each meeting ahead is held now, undefined where it is lost. `proved`: nothing better exists. */
export type Rescue = { readonly seats: readonly (Seat | undefined)[]; readonly proved: boolean };

const mostSteps = 30_000;

type State = {
  /** `open` has no seat yet. */
  readonly seats: readonly (Seat | 'open' | 'lost')[];
  /** Meetings that stay where this state has them. */
  readonly fixed: readonly boolean[];
  readonly touched: ReadonlySet<string>;
  readonly lost: number;
};
type Best = { seats: State['seats']; lost: number; cells: number };
type Search = { readonly limits: RescueLimits; best: Best | undefined; steps: number };

/**
 * Loses as few meetings as can be, and among those plans changes as few cells (what one group does in one slot) as can
 * be. Only what a change pushes aside is looked at anew: each step settles one meeting, or sends one away from a session
 * that became too full or has no room. Every other plan has at least as many changes, so the first proof is complete.
 */
export function searchRescue(limits: RescueLimits): Rescue {
  const search: Search = { limits, best: undefined, steps: 0 };
  const seats = limits.meetings.map(({ was, options }) => (was && options.some((one) => same(one, was)) ? was : 'open'));
  descend(search, { seats, fixed: seats.map(() => false), touched: limits.touched, lost: 0 });
  const found = search.best?.seats ?? seats;
  return {
    seats: found.map((seat) => (typeof seat === 'string' ? undefined : seat)),
    proved: search.steps < mostSteps,
  };
}

function descend(search: Search, state: State): void {
  search.steps += 1;
  if (search.steps >= mostSteps || isHopeless(search, state)) return;
  for (const next of ways(search.limits, state) ?? [undefined]) {
    if (next) descend(search, next);
    else search.best = { seats: state.seats, lost: state.lost, cells: state.touched.size };
  }
}

function isHopeless({ limits, best }: Search, { lost, touched }: State): boolean {
  if (!best) return false;
  if (lost > best.lost) return true;
  const couldLoseLess = lost < best.lost && best.lost > limits.fewestLost;
  return !couldLoseLess && touched.size >= best.cells;
}

/** The states that follow, the most promising first; undefined when everything is settled. */
function ways(limits: RescueLimits, state: State): State[] | undefined {
  const crowded = tooFull(limits, state) ?? tooManySessions(limits, state);
  if (crowded) return crowded.map((meetings) => meetings.reduce((so, one) => sendAway(limits, so, one), state));
  const open = state.seats.indexOf('open');
  if (open < 0) return undefined;
  const { group, options, was } = limits.meetings[open] ?? { group: 0, options: [], was: undefined };
  const settled = options
    .filter((seat) => !(was && same(seat, was)))
    .flatMap((seat) => settle(limits, state, { meeting: open, group, seat }));
  const lost = { ...state, seats: state.seats.with(open, 'lost'), fixed: state.fixed.with(open, true), lost: state.lost + 1 };
  return [...settled.sort((a, b) => unrest(a) - unrest(b) || a.touched.size - b.touched.size), lost];
}

function unrest({ seats }: State): number {
  return seats.filter((seat) => seat === 'open').length;
}

/** One meeting settled in a seat; whatever the group was to do then is open again. Empty when that is settled already. */
function settle(
  limits: RescueLimits,
  state: State,
  { meeting, group, seat }: { meeting: number; group: number; seat: Seat },
): State[] {
  const other = limits.meetings.findIndex(({ group: whose }, index) => {
    const theirs = state.seats[index];
    return index !== meeting && whose === group && typeof theirs === 'object' && theirs.slot === seat.slot;
  });
  if (other >= 0 && state.fixed[other]) return [];
  const before = other < 0 ? state : sendAway(limits, state, other);
  return [
    {
      ...before,
      seats: before.seats.with(meeting, seat),
      fixed: before.fixed.with(meeting, true),
      touched: new Set(before.touched).add(`${group} ${seat.slot}`),
    },
  ];
}

/** A meeting that cannot stay where it was. */
function sendAway({ meetings }: RescueLimits, state: State, meeting: number): State {
  const seat = state.seats[meeting];
  if (typeof seat !== 'object') return state;
  const touched = new Set(state.touched).add(`${meetings[meeting]?.group} ${seat.slot}`);
  return { ...state, seats: state.seats.with(meeting, 'open'), touched };
}

type Session = {
  readonly slot: number;
  readonly organisation: number;
  pupils: number;
  settled: boolean;
  readonly meetings: number[];
};

function sessionsOf({ meetings, sizes }: RescueLimits, { seats, fixed }: State): Session[] {
  const sessions = new Map<string, Session>();
  for (const [index, seat] of seats.entries()) {
    if (typeof seat === 'string') continue;
    const key = `${seat.organisation} ${seat.slot}`;
    const session = sessions.get(key) ?? { ...seat, pupils: 0, settled: false, meetings: [] };
    session.pupils += sizes[meetings[index]?.group ?? 0] ?? 0;
    if (fixed[index]) session.settled = true;
    session.meetings.push(index);
    sessions.set(key, session);
  }
  return [...sessions.values()];
}

/** Of a session with more pupils than places, the meetings of which one must go. */
function tooFull(limits: RescueLimits, state: State): number[][] | undefined {
  const full = sessionsOf(limits, state).find(({ organisation, pupils }) => pupils > (limits.places[organisation] ?? 0));
  return full?.meetings.filter((index) => !state.fixed[index]).map((index) => [index]);
}

/** Of a slot with more sessions than rooms, the sessions of which one must go. */
function tooManySessions(limits: RescueLimits, state: State): number[][] | undefined {
  const sessions = sessionsOf(limits, state);
  for (const [slot, rooms] of limits.rooms.entries()) {
    const here = sessions.filter((one) => one.slot === slot);
    if (here.length > rooms) return here.filter((one) => !one.settled).map((one) => one.meetings);
  }
  return undefined;
}

function same(a: Seat, b: Seat): boolean {
  return a.organisation === b.organisation && a.slot === b.slot;
}
