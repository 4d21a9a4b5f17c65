import { describe, expect, test } from 'vitest';
import { checkRotation } from '#shared/domain/rotation/check.ts';
import { type PlannedRotation, planRotation } from '#shared/domain/rotation/plan.ts';
import type { RotationBrief } from '#shared/domain/rotation/shape.ts';
import { allOf, generatedBrief, numbersFrom, plainBrief, school, times } from './briefs.ts';
import { plants } from './faults.ts';

function planned(brief: RotationBrief): PlannedRotation {
  const result = planRotation(brief);
  if (!result.possible) throw new Error(`impossible: ${JSON.stringify(result.clashes)}`);
  expect(checkRotation({ brief, ...result })).toEqual([]);
  return result;
}

/** A brief for so many groups of twelve, organisations and slots. */
function sized(groups: number, organisations: number, slots: number, changes: Partial<RotationBrief> = {}): RotationBrief {
  return {
    schools: allOf(3).map((number) => school(number + 1, groups * 4, groups)),
    organisations: allOf(organisations).map((number) => ({
      organisation: `o${number + 1}`,
      name: `Fictional Firm ${number + 1}`,
      places: 12,
      slots: allOf(slots),
    })),
    rooms: allOf(organisations).map((number) => ({ room: `Room ${number + 1}`, slots: allOf(slots) })),
    ...times(slots),
    groups,
    size: { min: 10, max: 12 },
    mixed: 2,
    ...changes,
  };
}

describe('a rotation', () => {
  test('of as many groups as organisations is a Latin square: nobody waits, nobody is idle, each keeps its room', () => {
    const { plan, certificate } = planned(sized(6, 6, 6));
    expect([certificate.waits, certificate.idle]).toEqual([allOf(6).map(() => 0), allOf(6).map(() => 0)]);
    for (const { organisation } of certificate.met) {
      expect(new Set(plan.sessions.filter((one) => one.organisation === organisation).map(({ room }) => room)).size).toBe(1);
    }
  });

  test('of fewer groups shares the idle time out fairly: each organisation as long, and one in each slot', () => {
    const { plan, certificate } = planned(sized(3, 4, 4));
    expect(certificate.idle).toEqual([1, 1, 1, 1]);
    expect(allOf(4).map((slot) => plan.sessions.filter((one) => one.slot === slot).length)).toEqual([3, 3, 3, 3]);
  });

  test('of more groups makes them wait as long as each other, where slots allow it', () => {
    const { certificate, plan } = planned(sized(6, 4, 6));
    expect(certificate.waits).toEqual(allOf(6).map(() => 2));
    expect(plan.sessions.every(({ groups }) => groups.length === 1)).toBe(true);
  });

  test('of more groups than slots puts two together, where the organisations take them', () => {
    const brief = sized(8, 4, 4);
    const { plan, certificate } = planned({
      ...brief,
      organisations: brief.organisations.map((one) => ({ ...one, places: 24 })),
    });
    expect(plan.sessions.map(({ groups }) => groups.length)).toEqual(allOf(16).map(() => 2));
    expect(certificate.waits).toEqual(allOf(8).map(() => 0));
  });

  test('goes round an organisation that leaves early, one that comes late, and a room that is missing', () => {
    const brief = sized(4, 4, 6);
    planned({
      ...brief,
      organisations: brief.organisations.map((one, index) => ({
        ...one,
        slots: index === 0 ? [0, 1, 2, 3] : index === 1 ? [2, 3, 4, 5] : one.slots,
      })),
      rooms: brief.rooms.map((one, index) => ({ ...one, slots: index === 0 ? [0, 1, 2] : one.slots })),
    });
  });

  test('keeps sizes as equal as the schools allow, and no child alone', () => {
    const { certificate } = planned(
      plainBrief({ schools: [school(1, 13, 2), school(2, 17, 2), school(3, 15, 2), school(4, 5, 1)] }),
    );
    expect(Math.max(...certificate.sizes) - Math.min(...certificate.sizes)).toBeLessThanOrEqual(1);
  });

  test('is the same for the same brief, and another for another seed', () => {
    expect(planned(plainBrief())).toEqual(planned(plainBrief()));
    expect(planned(plainBrief({ seed: 1 })).plan.sessions).not.toEqual(planned(plainBrief()).plan.sessions);
  });
});

// Ten tests, so that none is slow on a busy machine.
test.each(allOf(10))('20,000 generated rotations keep every limit, by the independent checker: part %i', (part) => {
  const seen = { possible: 0, waiting: 0, idle: 0, shared: 0 };
  for (let seed = part * 100_000; seen.possible < 2000; seed += 1) {
    const brief = generatedBrief(seed);
    const result = planRotation(brief);
    if (!result.possible) continue;
    seen.possible += 1;
    const faults = checkRotation({ brief, ...result });
    if (faults.length > 0) throw new Error(`seed ${seed}: ${faults.join('; ')}`);
    if (result.certificate.waits.some((count) => count > 0)) seen.waiting += 1;
    if (result.certificate.idle.some((count) => count > 0)) seen.idle += 1;
    if (result.plan.sessions.some(({ groups }) => groups.length > 1)) seen.shared += 1;
  }
  // The generator makes each of the awkward kinds often enough to mean something.
  expect(Math.min(seen.waiting, seen.idle, seen.shared)).toBeGreaterThan(200);
});

test('the checker finds every fault planted in 1,000 plans', () => {
  const planted = new Map(Object.keys(plants).map((name) => [name, 0]));
  let plans = 0;
  for (let seed = 0; plans < 1000; seed += 1) {
    const brief = generatedBrief(seed);
    const result = planRotation(brief);
    if (!result.possible) continue;
    plans += 1;
    const pick = numbersFrom(seed);
    for (const [name, plant] of Object.entries(plants)) {
      const spoilt = plant({ brief, ...result }, pick);
      if (!spoilt) continue;
      planted.set(name, (planted.get(name) ?? 0) + 1);
      if (checkRotation(spoilt).length === 0) throw new Error(`seed ${seed}: not found: ${name}`);
    }
  }
  expect(Math.min(...planted.values())).toBeGreaterThan(600);
});
