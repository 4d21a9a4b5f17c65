import { withRooms } from './assign-rooms.ts';
import { certify } from './certify.ts';
import { countTogether } from './clashes.ts';
import { type Ahead, searchRescue, type Seat } from './rescue-search.ts';
import type { Disruption, LostMeeting, RotationBrief, RotationCertificate, RotationOrganisation, RotationPlan } from './shape.ts';

/** A rotation as it stands. */
export type RunningRotation = {
  readonly brief: RotationBrief;
  readonly plan: RotationPlan;
  readonly lost: readonly LostMeeting[];
};

/** What went wrong. Slots before `from` are over or under way and stay; `bench` is who could come, the best first. */
export type Emergency = {
  readonly disruption: Disruption;
  readonly from: number;
  readonly bench?: readonly RotationOrganisation[] | undefined;
};

/** What one group does in one slot. */
export type Cell = { readonly group: number; readonly slot: number };

/** The rotation as it goes on. `changed` are the cells that differ; `proved` when no rescue loses or changes less. */
export type RescuedRotation = RunningRotation & {
  readonly certificate: RotationCertificate;
  readonly changed: readonly Cell[];
  readonly standIn?: string | undefined;
  readonly proved: boolean;
};

/**
 * Goes on with as many meetings as can still be held, and changes as few cells as that allows. Someone from the bench is
 * taken in when that saves meetings: whoever saves the most, of equals the better ranked. Past slots stay as they were.
 */
export function rescueRotation(running: RunningRotation, { disruption, from, bench = [] }: Emergency): RescuedRotation {
  const brief = without(running.brief, disruption);
  let best = goOn(running, brief, from);
  if (disruption.lost !== 'organisation') return best;
  const away = brief.organisations.find((one) => one.organisation === disruption.organisation);
  const standsInFor = away?.standsInFor ?? disruption.organisation;
  for (const candidate of bench) {
    if (best.lost.length === 0) break;
    if (brief.organisations.some((one) => one.organisation === candidate.organisation)) continue;
    const standIn = { ...candidate, slots: candidate.slots.filter((slot) => slot >= from), standsInFor };
    const tried = goOn(running, { ...brief, organisations: [...brief.organisations, standIn] }, from);
    if (tried.lost.length < best.lost.length) best = { ...tried, standIn: candidate.organisation };
  }
  return best;
}

/** The brief with what went wrong taken out of it. */
function without(brief: RotationBrief, disruption: Disruption): RotationBrief {
  const keep = (slots: readonly number[]): number[] => slots.filter((slot) => !disruption.slots.includes(slot));
  const organisations = brief.organisations.map((one) => {
    const hit =
      disruption.lost === 'time' || (disruption.lost === 'organisation' && disruption.organisation === one.organisation);
    return hit ? { ...one, slots: keep(one.slots) } : one;
  });
  const rooms = brief.rooms.map((one) => {
    const hit = disruption.lost === 'time' || (disruption.lost === 'room' && disruption.room === one.room);
    return hit ? { ...one, slots: keep(one.slots) } : one;
  });
  return { ...brief, organisations, rooms };
}

function goOn({ brief: before, plan }: RunningRotation, brief: RotationBrief, from: number): RescuedRotation {
  const { meetings, roots } = meetingsAhead(brief, plan, from);
  const sizes = plan.groups.map(({ members }) => members.reduce((total, { pupils }) => total + pupils, 0));
  const rooms = brief.slots.map((_, slot) => brief.rooms.filter(({ slots }) => slots.includes(slot)).length);
  const limits = { meetings, sizes, places: brief.organisations.map(({ places }) => places), rooms };
  const { seats, proved } = searchRescue({
    ...limits,
    touched: cellsHit(brief, plan, from),
    fewestLost: fewestLost(brief, meetings, { sizes, from, roots }),
  });
  const lost = meetings.flatMap(({ group }, index) =>
    seats[index] ? [] : [{ group: group + 1, organisation: roots[index] ?? '' }],
  );
  const rescued: RotationPlan = { groups: plan.groups, sessions: sessionsNow(brief, plan, { meetings, seats, from }) };
  return {
    brief,
    plan: rescued,
    lost,
    certificate: certify(brief, rescued),
    changed: changedCells(plan, rescued, before.slots.length),
    proved,
  };
}

/** Every meeting that was not held before `from`, and which organisation it is with (or with its stand-in). */
function meetingsAhead(brief: RotationBrief, plan: RotationPlan, from: number) {
  const roots: string[] = [];
  const meetings: Ahead[] = [];
  for (const { organisation: root } of brief.organisations.filter(({ standsInFor }) => standsInFor === undefined)) {
    const able = brief.organisations.flatMap((one, organisation) =>
      (one.standsInFor ?? one.organisation) === root ? [{ ...one, place: organisation }] : [],
    );
    for (const { group } of plan.groups) {
      const held = plan.sessions.find(
        (one) => one.groups.includes(group) && able.some((who) => who.organisation === one.organisation),
      );
      if (held && held.slot < from) continue;
      const who = able.find(({ organisation }) => organisation === held?.organisation);
      const options = able.flatMap(({ place, slots }) =>
        slots.filter((slot) => slot >= from).map((slot): Seat => ({ organisation: place, slot })),
      );
      meetings.push({ group: group - 1, was: held && who ? { organisation: who.place, slot: held.slot } : undefined, options });
      roots.push(root);
    }
  }
  return { meetings, roots };
}

/** The cells whose session cannot be held as it was: the organisation is away, or its room is. */
function cellsHit(brief: RotationBrief, { sessions }: RotationPlan, from: number): Set<string> {
  const there = (organisation: string, slot: number) =>
    brief.organisations.some((one) => one.organisation === organisation && one.slots.includes(slot));
  const free = (room: string, slot: number) => brief.rooms.some((one) => one.room === room && one.slots.includes(slot));
  const hit = sessions.filter(({ slot, organisation, room }) => slot >= from && !(there(organisation, slot) && free(room, slot)));
  return new Set(hit.flatMap(({ groups, slot }) => groups.map((group) => `${group - 1} ${slot}`)));
}

/** Meetings that are lost by count alone: a group with fewer slots left than meetings, or an organisation without places. */
function fewestLost(
  brief: RotationBrief,
  meetings: readonly Ahead[],
  { sizes, from, roots }: { sizes: readonly number[]; from: number; roots: readonly string[] },
): number {
  const byGroup = sizes.map((_, group) => {
    const mine = meetings.filter((one) => one.group === group);
    return Math.max(0, mine.length - new Set(mine.flatMap(({ options }) => options.map(({ slot }) => slot))).size);
  });
  const byOrganisation = [...new Set(roots)].map((root) => {
    const places = brief.organisations
      .filter((one) => (one.standsInFor ?? one.organisation) === root)
      .reduce((sum, one) => sum + one.slots.filter((slot) => slot >= from).length * countTogether(sizes, one.places), 0);
    return Math.max(0, roots.filter((one) => one === root).length - places);
  });
  const total = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);
  return Math.max(total(byGroup), total(byOrganisation));
}

type Outcome = { readonly meetings: readonly Ahead[]; readonly seats: readonly (Seat | undefined)[]; readonly from: number };

function sessionsNow(brief: RotationBrief, plan: RotationPlan, { meetings, seats, from }: Outcome) {
  const past = plan.sessions.filter(({ slot }) => slot < from);
  const usual = (organisation: string) => plan.sessions.find((one) => one.organisation === organisation)?.room;
  const ahead = brief.slots.flatMap((_, slot) => {
    const sessions = brief.organisations.flatMap(({ organisation, standsInFor }, place) => {
      const groups = meetings.flatMap(({ group }, index) => {
        const seat = seats[index];
        return seat?.slot === slot && seat.organisation === place ? [group + 1] : [];
      });
      if (groups.length === 0) return [];
      const had = plan.sessions.find((one) => one.slot === slot && one.organisation === organisation)?.room;
      return [{ slot, organisation, groups: groups.sort((a, b) => a - b), had, likes: usual(standsInFor ?? organisation) }];
    });
    return withRooms(brief, slot, sessions);
  });
  return [...past, ...ahead];
}

function changedCells(before: RotationPlan, after: RotationPlan, slots: number): Cell[] {
  const said = ({ sessions }: RotationPlan, { group, slot }: Cell): string => {
    const session = sessions.find((one) => one.slot === slot && one.groups.includes(group));
    return session ? `${session.organisation} ${session.room}` : '';
  };
  return before.groups.flatMap(({ group }) =>
    Array.from({ length: slots }, (_, slot) => ({ group, slot })).filter((cell) => said(before, cell) !== said(after, cell)),
  );
}
