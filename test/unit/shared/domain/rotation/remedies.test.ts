import { describe, expect, test } from 'vitest';
import { applyChange, type Change } from '#shared/domain/rotation/apply-change.ts';
import { smallestRemedies } from '#shared/domain/rotation/changes.ts';
import { checkRotation } from '#shared/domain/rotation/check.ts';
import { type ImpossibleRotation, planRotation } from '#shared/domain/rotation/plan.ts';
import type { RotationBrief } from '#shared/domain/rotation/shape.ts';
import { allOf, generatedBrief, numbersFrom, plainBrief, school, times } from './briefs.ts';

function refused(brief: RotationBrief): ImpossibleRotation {
  const result = planRotation(brief);
  if (result.possible) throw new Error('a plan was made');
  return result;
}

function works(brief: RotationBrief, changes: readonly Change[]): boolean {
  const changed = changes.reduce(applyChange, brief);
  const result = planRotation(changed);
  // A further slot has no time of its own yet.
  const timed = { ...changed, ...times(changed.slots.length) };
  return result.possible && checkRotation({ brief: timed, ...result }).length === 0;
}

describe('an impossible rotation names the limits that clash and the smallest change', () => {
  test('one slot too few', () => {
    const brief = plainBrief({ ...times(3) });
    const short = {
      ...brief,
      organisations: brief.organisations.map((one) => ({ ...one, slots: allOf(3) })),
      rooms: brief.rooms.map((one) => ({ ...one, slots: allOf(3) })),
    };
    expect(refused(short)).toMatchObject({ proved: true, clashes: [{ clash: 'slots', need: 4, have: 3 }, {}, {}, {}, {}] });
    expect(smallestRemedies(short)[0]).toEqual([{ change: 'slots', by: 1 }]);
  });

  test('one room too few', () => {
    const brief = plainBrief({ rooms: plainBrief().rooms.slice(1) });
    expect(refused(brief).clashes).toEqual([{ clash: 'rooms', need: 16, have: 12 }]);
    expect(smallestRemedies(brief)).toContainEqual([{ change: 'rooms', by: 1 }]);
  });

  test('groups that must be a little bigger', () => {
    const brief = plainBrief({ size: { min: 8, max: 11 }, groups: 4 });
    expect(refused(brief).clashes).toEqual([{ clash: 'sizes', pupils: 48, min: 8, max: 11, groups: 4 }]);
    expect(smallestRemedies(brief)[0]).toEqual([{ change: 'largest-group', to: 12 }]);
  });

  test('one adult too few', () => {
    const brief = plainBrief({ schools: [school(1, 24, 1), school(2, 24, 2)] });
    expect(refused(brief).clashes).toEqual([{ clash: 'adults', need: 4, have: 3 }]);
    expect(smallestRemedies(brief)[0]).toEqual([{ change: 'adults', school: '900001', by: 1 }]);
  });

  test('a school that sends a single child', () => {
    const brief = plainBrief({ schools: [school(1, 24, 2), school(2, 23, 2), school(3, 1, 1)] });
    expect(refused(brief).clashes).toEqual([{ clash: 'lone-pupil', school: '900003' }]);
    expect(smallestRemedies(brief)[0]).toEqual([{ change: 'pupils', school: '900003', to: 2 }]);
  });

  test('an organisation that leaves before it met everybody', () => {
    const { organisations, ...brief } = plainBrief();
    const early = {
      ...brief,
      organisations: organisations.map((one, index) => (index === 0 ? { ...one, slots: [0, 1, 2] } : one)),
    };
    expect(refused(early).clashes).toEqual([{ clash: 'organisation-slots', organisation: 'o1', need: 4, have: 3 }]);
    expect(smallestRemedies(early)).toContainEqual([{ change: 'organisation-stays', organisation: 'o1', by: 1 }]);
  });

  test('two limits at once', () => {
    const brief = plainBrief({ rooms: plainBrief().rooms.slice(1), schools: [school(1, 24, 1), school(2, 24, 2)] });
    expect(smallestRemedies(brief)[0]).toHaveLength(2);
  });
});

test('every remedy of generated cases works, and no part of it can be left out', () => {
  let seen = 0;
  for (let seed = 0; seen < 40; seed += 1) {
    const brief = generatedBrief(seed);
    if (planRotation(brief).possible) continue;
    seen += 1;
    const remedies = smallestRemedies(brief);
    expect(remedies, `seed ${seed}`).not.toEqual([]);
    for (const changes of remedies) {
      if (!works(brief, changes)) throw new Error(`seed ${seed}: ${JSON.stringify(changes)} does not help`);
      for (const [index, change] of changes.entries()) {
        const without = changes.toSpliced(index, 1);
        if (works(brief, without)) throw new Error(`seed ${seed}: ${JSON.stringify(change)} is not needed`);
      }
    }
  }
});

test('the planner says “impossible” exactly when no plan exists, by trying every timetable of small cases', () => {
  const seen = { possible: 0, impossible: 0 };
  for (let seed = 0; seed < 600; seed += 1) {
    const brief = tinyBrief(seed);
    const result = planRotation(brief);
    const [groups, exists] = [brief.groups ?? 0, anyTimetable(brief)];
    if (result.possible !== exists)
      throw new Error(`seed ${seed}: ${groups} groups: ${exists ? 'a plan exists' : 'no plan exists'}`);
    if (!result.possible && !result.proved) throw new Error(`seed ${seed}: left in doubt`);
    seen[exists ? 'possible' : 'impossible'] += 1;
  }
  expect(Math.min(seen.possible, seen.impossible)).toBeGreaterThan(100);
});

/** Two or three groups of six, one school each, so that only the timetable can fail. */
function tinyBrief(seed: number): RotationBrief {
  const below = numbersFrom(seed);
  const [groups, visitors, slots] = [2 + below(2), 2 + below(2), 2 + below(3)];
  const some = () => allOf(slots).filter(() => below(5) > 0);
  return {
    schools: allOf(groups).map((number) => school(number + 1, 6, 1)),
    organisations: allOf(visitors).map((number) => ({
      organisation: `o${number + 1}`,
      name: `Fictional Firm ${number + 1}`,
      places: below(3) === 0 ? 12 : 6,
      slots: some(),
    })),
    rooms: allOf(1 + below(3)).map((number) => ({ room: `Room ${number + 1}`, slots: some() })),
    ...times(slots),
    groups,
    size: { min: 6, max: 6 },
    mixed: 1,
  };
}

/** Tries every slot for every meeting. */
function anyTimetable({ groups = 0, organisations, rooms, slots }: RotationBrief): boolean {
  const meetings = allOf(groups).flatMap((group) => organisations.map((one) => ({ group, one })));
  const place = (index: number, seats: readonly { group: number; organisation: string; slot: number }[]): boolean => {
    const meeting = meetings[index];
    if (!meeting) return true;
    const { group, one } = meeting;
    return slots.some((_, slot) => {
      const here = seats.filter((seat) => seat.slot === slot);
      const together = here.filter((seat) => seat.organisation === one.organisation).length;
      const busy = new Set([...here.map((seat) => seat.organisation), one.organisation]).size;
      const fits =
        one.slots.includes(slot) &&
        !here.some((seat) => seat.group === group) &&
        (together + 1) * 6 <= one.places &&
        busy <= rooms.filter((room) => room.slots.includes(slot)).length;
      return fits && place(index + 1, [...seats, { group, organisation: one.organisation, slot }]);
    });
  };
  return place(0, []);
}
