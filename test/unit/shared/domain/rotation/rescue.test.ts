import { describe, expect, test } from 'vitest';
import { checkRotation } from '#shared/domain/rotation/check.ts';
import { planRotation } from '#shared/domain/rotation/plan.ts';
import { type Emergency, rescueRotation, type RescuedRotation, type RunningRotation } from '#shared/domain/rotation/rescue.ts';
import type { Disruption, RotationBrief, RotationPlan } from '#shared/domain/rotation/shape.ts';
import { allOf, numbersFrom, plainBrief, school, times } from './briefs.ts';

function running(brief: RotationBrief): RunningRotation {
  const result = planRotation(brief);
  if (!result.possible) throw new Error('impossible');
  return { brief, plan: result.plan, lost: [] };
}

function rescued(before: RunningRotation, emergency: Emergency): RescuedRotation {
  const after = rescueRotation(before, emergency);
  expect(checkRotation(after)).toEqual([]);
  const past = ({ plan }: RunningRotation) => plan.sessions.filter(({ slot }) => slot < emergency.from);
  expect(past(after)).toEqual(past(before));
  return after;
}

const firm = { organisation: 'bench-1', name: 'Fictional Bench Firm', places: 14, slots: allOf(8) };

describe('a rescue', () => {
  test('of a lost organisation without a bench names what is lost, and changes no other cell', () => {
    const after = rescued(running(plainBrief()), {
      disruption: { lost: 'organisation', organisation: 'o2', slots: [2, 3] },
      from: 2,
    });
    expect([after.lost.length, after.changed.length, after.proved]).toEqual([2, 2, true]);
    expect(after.lost.every(({ organisation }) => organisation === 'o2')).toBe(true);
  });

  test('takes in from the bench whoever saves the most, the better ranked of equals, in the same room and slots', () => {
    const bench = [{ ...firm, organisation: 'late', slots: [3] }, firm, { ...firm, organisation: 'second' }];
    const before = running(plainBrief());
    const after = rescued(before, { disruption: { lost: 'organisation', organisation: 'o2', slots: [1, 2, 3] }, from: 1, bench });
    expect(after).toMatchObject({ standIn: 'bench-1', lost: [], proved: true });
    const of = (plan: RotationPlan, who: string) =>
      plan.sessions
        .filter(({ organisation, slot }) => organisation === who && slot > 0)
        .map(({ organisation: _, ...rest }) => rest);
    expect(of(after.plan, 'bench-1')).toEqual(of(before.plan, 'o2'));
  });

  test('moves a session to a free room when its room is lost, and only that', () => {
    const before = running(plainBrief({ rooms: [...plainBrief().rooms, { room: 'Library', slots: allOf(4) }] }));
    const after = rescued(before, { disruption: { lost: 'room', room: 'Room 1', slots: [2, 3] }, from: 2 });
    expect([after.lost, after.changed.length]).toEqual([[], 2]);
  });

  test('saves what a late organisation can still hold in a slot to spare', () => {
    const brief = plainBrief({ ...times(6) });
    const spare = {
      ...brief,
      organisations: brief.organisations.map((one) => ({ ...one, slots: allOf(6) })),
      rooms: brief.rooms.map((one) => ({ ...one, slots: allOf(6) })),
    };
    const after = rescued(running(spare), { disruption: { lost: 'organisation', organisation: 'o1', slots: [0, 1] }, from: 0 });
    expect(after).toMatchObject({ lost: [], proved: true });
  });

  test('of a lost slot uses the slots that are left', () => {
    const after = rescued(running(plainBrief()), { disruption: { lost: 'time', slots: [3] }, from: 2 });
    expect([after.lost.length, after.changed.length]).toEqual([4, 4]);
  });

  test('can follow another', () => {
    const first = rescued(running(plainBrief()), {
      disruption: { lost: 'organisation', organisation: 'o2', slots: [1, 2, 3] },
      from: 1,
    });
    const second = rescued(first, {
      disruption: { lost: 'organisation', organisation: 'o3', slots: [3] },
      from: 2,
      bench: [{ ...firm, slots: [3] }],
    });
    expect(second.lost.filter(({ organisation }) => organisation === 'o3')).toEqual([]);
    expect(second.lost).toHaveLength(first.lost.length);
  });
});

test('no rescue of small cases loses fewer meetings or changes fewer cells, by trying every one', () => {
  const seen = { organisation: 0, room: 0, time: 0, moved: 0 };
  for (let seed = 0; seed < 160; seed += 1) {
    const brief = smallBrief(seed);
    const result = planRotation(brief);
    if (!result.possible) continue;
    const emergency = smallEmergency(brief, seed);
    const after = rescued({ brief, plan: result.plan, lost: [] }, emergency);
    const best = bestByTrying(result.plan, after.brief, emergency);
    if (!after.proved || after.lost.length !== best.lost || after.changed.length !== best.changed) {
      throw new Error(`seed ${seed}: ${after.lost.length} lost, ${after.changed.length} changed; best ${JSON.stringify(best)}`);
    }
    seen[emergency.disruption.lost] += 1;
    if (best.changed > best.lost) seen.moved += 1;
  }
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(15);
});

function smallBrief(seed: number): RotationBrief {
  const below = numbersFrom(seed + 7000);
  const [groups, slots] = [2 + below(2), 3 + below(3)];
  return {
    schools: allOf(groups).map((number) => school(number + 1, 6, 1)),
    organisations: allOf(3).map((number) => ({
      organisation: `o${number + 1}`,
      name: `Fictional Firm ${number + 1}`,
      places: below(3) === 0 ? 12 : 6,
      slots: allOf(slots),
    })),
    rooms: allOf(2 + below(2)).map((number) => ({ room: `Room ${number + 1}`, slots: allOf(slots) })),
    ...times(slots),
    groups,
    size: { min: 6, max: 6 },
    mixed: 1,
    seed: below(4),
  };
}

function smallEmergency({ slots: all, rooms }: RotationBrief, seed: number): Emergency {
  const below = numbersFrom(seed + 9000);
  const from = 1 + below(2);
  const left = all.map((_, slot) => slot).filter((slot) => slot >= from);
  const slots = below(2) === 0 ? left.slice(0, 1) : left.slice(below(left.length));
  const disruptions: Disruption[] = [
    { lost: 'organisation', organisation: `o${1 + below(3)}`, slots },
    { lost: 'room', room: rooms[below(rooms.length)]?.room ?? '', slots },
    { lost: 'time', slots: slots.slice(0, 1) },
  ];
  return { disruption: disruptions[below(3)] ?? { lost: 'time', slots }, from };
}

/** Seats every meeting ahead in every slot or nowhere, and counts what that costs: written for being plain, not fast. */
function bestByTrying({ groups, sessions }: RotationPlan, brief: RotationBrief, { from }: Emergency) {
  const was = (group: number, slot: number) => sessions.find((one) => one.slot === slot && one.groups.includes(group));
  const meetings = groups.flatMap(({ group }) =>
    brief.organisations
      .filter(
        ({ organisation }) =>
          !sessions.some((one) => one.slot < from && one.organisation === organisation && one.groups.includes(group)),
      )
      .map((visitor) => ({ group, visitor })),
  );
  let best = { lost: 99, changed: 99 };
  const seats: { group: number; organisation: string; slot: number }[] = [];
  const roomsIn = (slot: number) => brief.rooms.filter((one) => one.slots.includes(slot)).map(({ room }) => room);
  const changed = () => {
    let count = 0;
    for (const { group } of groups) {
      for (let slot = from; slot < brief.slots.length; slot += 1) {
        const [before, now] = [was(group, slot), seats.find((one) => one.group === group && one.slot === slot)];
        const stays = before?.organisation === now?.organisation && (!before || roomsIn(slot).includes(before.room));
        if (!stays) count += 1;
      }
    }
    return count;
  };
  const seat = (index: number, lost: number): void => {
    const meeting = meetings[index];
    if (lost > best.lost) return;
    if (!meeting) {
      const cost = changed();
      if (lost < best.lost || cost < best.changed) best = { lost, changed: cost };
      return;
    }
    const { group, visitor } = meeting;
    for (const slot of visitor.slots.filter((one) => one >= from)) {
      const here = seats.filter((one) => one.slot === slot);
      const pupils = (here.filter((one) => one.organisation === visitor.organisation).length + 1) * 6;
      const busy = new Set([...here.map((one) => one.organisation), visitor.organisation]).size;
      if (here.some((one) => one.group === group) || pupils > visitor.places || busy > roomsIn(slot).length) continue;
      seats.push({ group, organisation: visitor.organisation, slot });
      seat(index + 1, lost);
      seats.pop();
    }
    seat(index + 1, lost + 1);
  };
  seat(0, 0);
  return best;
}
