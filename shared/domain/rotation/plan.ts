import { assignRooms } from './assign-rooms.ts';
import { certify } from './certify.ts';
import { type Clash, timetableClashes } from './clashes.ts';
import { formGroups, leadable } from './form-groups.ts';
import type { Grouping, TimetableLimits } from './limits.ts';
import type { RotationBrief, RotationCertificate, RotationGroup, RotationPlan } from './shape.ts';
import { findTimetable } from './timetable.ts';

/** A plan with what it claims of itself. */
export type PlannedRotation = {
  readonly possible: true;
  readonly plan: RotationPlan;
  readonly certificate: RotationCertificate;
};
/** Which limits clash. `proved` when no plan can exist; otherwise so many were tried that one is not to be expected. */
export type ImpossibleRotation = { readonly possible: false; readonly clashes: readonly Clash[]; readonly proved: boolean };

/** More groups than this are not one rotation any more. */
const mostGroups = 40;
/** Numbers of groups that are tried where the brief leaves it open, and how many of them may end in doubt. */
const mostTries = 12;
const mostDoubts = 3;

/**
 * Plans a rotation: forms groups, finds when each meets each organisation, and gives every session a room. The same
 * brief gives the same plan. Where the brief leaves the number of groups open, the one nearest to the number of
 * organisations that can be planned is taken.
 */
export function planRotation(brief: RotationBrief): PlannedRotation | ImpossibleRotation {
  const early = groupClashes(brief);
  if (early.length > 0) return { possible: false, clashes: early, proved: true };
  let first: readonly Clash[] | undefined;
  let doubts = 0;
  const counts = groupCounts(brief);
  for (const count of counts.slice(0, mostTries)) {
    if (doubts === mostDoubts) break;
    const tried = planGroups(brief, count);
    if (tried.possible) return tried;
    first ??= tried.clashes;
    if (!tried.proved) doubts += 1;
  }
  return { possible: false, clashes: first ?? [], proved: doubts === 0 && counts.length <= mostTries };
}

/** What can be said of the groups before any is formed. */
function groupClashes({ schools, size, mixed, groups, organisations }: RotationBrief): Clash[] {
  const coming = schools.filter(({ pupils }) => pupils > 0);
  const pupils = coming.reduce((total, one) => total + one.pupils, 0);
  const lone = coming.filter((one) => one.pupils === 1).map(({ school }): Clash => ({ clash: 'lone-pupil', school }));
  const few: Clash[] = coming.length < mixed ? [{ clash: 'mixed', need: mixed, have: coming.length }] : [];
  const [fewest, most] = countRange(pupils, size);
  const counts = groups === undefined ? fewest <= most : groups >= fewest && groups <= most;
  const sizes: Clash[] = counts ? [] : [{ clash: 'sizes', pupils, ...size, ...(groups === undefined ? {} : { groups }) }];
  const have = coming.reduce((total, one) => total + leadable(one.pupils, one.adults.length), 0);
  const need = groups ?? fewest;
  const adults: Clash[] = have < need ? [{ clash: 'adults', need, have }] : [];
  const slots: Clash[] = organisations.length === 0 ? [{ clash: 'slots', need: 1, have: 0 }] : [];
  return [...lone, ...few, ...sizes, ...adults, ...slots];
}

function countRange(pupils: number, { min, max }: RotationBrief['size']): [fewest: number, most: number] {
  return [Math.max(1, Math.ceil(pupils / max)), Math.floor(pupils / Math.max(1, min))];
}

/** The numbers of groups to try, best first. */
function groupCounts({ schools, organisations, size, groups }: RotationBrief): number[] {
  if (groups !== undefined) return [groups];
  const pupils = schools.reduce((total, one) => total + one.pupils, 0);
  const [fewest, most] = countRange(pupils, size);
  const led = schools.reduce((total, one) => total + leadable(one.pupils, one.adults.length), 0);
  const wanted = organisations.length;
  return Array.from({ length: Math.max(0, Math.min(most, led, mostGroups) - fewest + 1) }, (_, index) => fewest + index).sort(
    (a, b) => Math.abs(a - wanted) - Math.abs(b - wanted) || a - b,
  );
}

function planGroups(brief: RotationBrief, groups: number): PlannedRotation | ImpossibleRotation {
  const schools = brief.schools.filter(({ pupils }) => pupils > 0);
  const { size, mixed } = brief;
  const pupils = schools.map((one) => one.pupils);
  const grouping = formGroups({ pupils, adults: schools.map((one) => one.adults.length), groups, size, mixed });
  if ('proved' in grouping) return { possible: false, clashes: [{ clash: 'together', what: 'groups' }], proved: grouping.proved };
  const limits: TimetableLimits = {
    sizes: grouping.pupils.map((row) => row.reduce((total, one) => total + one, 0)),
    organisations: brief.organisations,
    rooms: brief.slots.map((_, slot) => brief.rooms.filter(({ slots }) => slots.includes(slot)).length),
    seed: brief.seed ?? 0,
  };
  const clashes = timetableClashes(
    limits,
    brief.organisations.map(({ organisation }) => organisation),
  );
  if (clashes.length > 0) return { possible: false, clashes, proved: true };
  const found = findTimetable(limits);
  if ('proved' in found) return { possible: false, clashes: [{ clash: 'together', what: 'timetable' }], proved: found.proved };
  const plan: RotationPlan = { groups: nameGroups(brief, grouping), sessions: assignRooms(brief, found.at) };
  return { possible: true, plan, certificate: certify(brief, plan) };
}

/** Groups with their members and the adult who leads each, taken from the schools' lists in order. */
function nameGroups(brief: RotationBrief, { pupils, leads }: Grouping): RotationGroup[] {
  const schools = brief.schools.filter((one) => one.pupils > 0);
  const adults = schools.map((one) => [...one.adults]);
  return pupils.map((row, index) => {
    const lead = leads[index] ?? 0;
    return {
      group: index + 1,
      members: row.flatMap((count, place) => (count > 0 ? [{ school: schools[place]?.school ?? '', pupils: count }] : [])),
      adult: { school: schools[lead]?.school ?? '', name: adults[lead]?.shift() ?? '' },
    };
  });
}
