import { applyChange, type Change, type Remedy } from './apply-change.ts';
import { planRotation } from './plan.ts';
import type { RotationBrief } from './shape.ts';
import { stepwise } from './stepwise.ts';
import { mostSlots } from './timetable.ts';

const furthest = 12;
/** Beside the smallest, remedies so much bigger are told too. */
const nearEnough = 2;
/** Searches that end without an answer take long: after so many, what was found is all. */
const mostDoubtful = 6;

/**
 * The smallest changes that make an impossible rotation possible, smallest first: each was planned with. First single
 * limits, each by as little as will do; where no single one helps, two together; where no two help, what is missing is
 * added up. A step is one slot, room, pupil of a group's size, place, adult or school.
 */
export function smallestRemedies(brief: RotationBrief): Remedy[] {
  const doubtful = { left: mostDoubtful };
  const helps = (changes: Remedy): boolean => {
    if (doubtful.left === 0) return false;
    const tried = planRotation(changes.reduce(applyChange, brief));
    if (!tried.possible && !tried.proved) doubtful.left -= 1;
    return tried.possible;
  };
  const menu = menuOf(brief);
  const single = singles(menu, helps);
  const found = single.length > 0 ? single : pairs(menu, helps);
  return found.length > 0 ? found : stepwise(brief);
}

/** Gives the change of so many steps, or nothing where the limit does not go so far. */
type Offered = (steps: number) => Change | undefined;

function singles(menu: readonly Offered[], helps: (changes: Remedy) => boolean): Remedy[] {
  const found: Remedy[] = [];
  const done = new Set<Offered>();
  let last = furthest;
  for (let steps = 1; steps <= last; steps += 1) {
    for (const offered of menu) {
      const change = done.has(offered) ? undefined : offered(steps);
      if (!change || !helps([change])) continue;
      if (found.length === 0) last = Math.min(furthest, steps + nearEnough);
      found.push([change]);
      done.add(offered);
    }
  }
  return found;
}

function pairs(menu: readonly Offered[], helps: (changes: Remedy) => boolean): Remedy[] {
  for (let steps = 2; steps <= furthest; steps += 1) {
    const found = menu.flatMap((one, index) =>
      menu.slice(index + 1).flatMap((other) => {
        for (let mine = 1; mine < steps; mine += 1) {
          const [a, b] = [one(mine), other(steps - mine)];
          if (a && b && helps([a, b])) return [[a, b]];
        }
        return [];
      }),
    );
    if (found.length > 0) return found;
  }
  return [];
}

/** Every limit that could be moved, the easiest for a school and an organiser first. */
function menuOf(brief: RotationBrief): Offered[] {
  const { schools, organisations, rooms, slots, size, mixed, groups } = brief;
  const within = (kept: boolean, change: Change): Change | undefined => (kept ? change : undefined);
  return [
    ...schools
      .filter(({ pupils }) => pupils > 0)
      .sort((a, b) => b.pupils / (b.adults.length + 1) - a.pupils / (a.adults.length + 1))
      .slice(0, 2)
      .map(
        ({ school }): Offered =>
          (by) => ({ change: 'adults', school, by }),
      ),
    ...schools
      .filter(({ pupils }) => pupils === 1)
      .map(
        ({ school }): Offered =>
          (steps) =>
            within(steps === 1, { change: 'pupils', school, to: 2 }),
      ),
    (steps) => within(steps < mixed, { change: 'mixed', to: mixed - steps }),
    (steps) => within(true, { change: 'largest-group', to: size.max + steps }),
    (steps) => within(size.min - steps >= 2, { change: 'smallest-group', to: size.min - steps }),
    (steps) => within(groups !== undefined, { change: 'groups', to: (groups ?? 0) + steps }),
    (steps) => within(groups !== undefined && groups > steps, { change: 'groups', to: (groups ?? 0) - steps }),
    (by) => within(by <= organisations.length && rooms.length > 0, { change: 'rooms', by }),
    (by) => within(slots.length + by <= mostSlots, { change: 'slots', by }),
    ...organisations.flatMap(({ organisation, places, slots: there }): Offered[] => [
      (by) => within(by === slots.length - there.length, { change: 'organisation-stays', organisation, by }),
      (by) => ({ change: 'organisation-places', organisation, by, to: places + by }),
    ]),
  ];
}
