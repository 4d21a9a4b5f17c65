import type { RotationBrief } from '#shared/domain/rotation/shape.ts';

/** Whole numbers below a limit, the same row for the same seed (Mulberry32). */
export function numbersFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

/** Slots of 20 minutes with 5 to move, and a break after the second. */
export function times(count: number): Pick<RotationBrief, 'slots' | 'breaks'> {
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  const slots = Array.from({ length: count }, (_, slot) => 540 + slot * 25 + (slot > 1 ? 20 : 0));
  return {
    slots: slots.map((starts) => ({ starts: clock(starts), ends: clock(starts + 20) })),
    breaks: [{ name: 'Break', starts: clock(585), ends: clock(605) }],
  };
}

export function allOf(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

export function school(number: number, pupils: number, adults: number) {
  return {
    school: `9000${String(number).padStart(2, '0')}`,
    name: `Fictional School ${number}`,
    pupils,
    adults: allOf(adults).map((adult) => `Adult ${number}.${adult + 1}`),
  };
}

/** Three schools of 16, and four organisations that each take one group in four slots and rooms. */
export function plainBrief(changes: Partial<RotationBrief> = {}): RotationBrief {
  return {
    schools: allOf(3).map((number) => school(number + 1, 16, 3)),
    organisations: allOf(4).map((number) => ({
      organisation: `o${number + 1}`,
      name: `Fictional Firm ${number + 1}`,
      places: 14,
      slots: allOf(4),
    })),
    rooms: allOf(4).map((number) => ({ room: `Room ${number + 1}`, slots: allOf(4) })),
    ...times(4),
    size: { min: 8, max: 14 },
    mixed: 2,
    ...changes,
  };
}

/** A brief as a school and an organiser could give it: mostly possible, often awkward. */
export function generatedBrief(seed: number): RotationBrief {
  const below = numbersFrom(seed);
  const schools = allOf(2 + below(4)).map((number) => school(number + 1, 6 + below(30), 2 + below(4)));
  const pupils = schools.reduce((sum, one) => sum + one.pupils, 0);
  const visitors = 2 + below(5);
  const max = 10 + below(8);
  const groups = Math.max(1, Math.ceil(pupils / max));
  // Half of the briefs have slots for every group alone; in the other half most organisations take two at once.
  const alone = below(2) === 0;
  const slotCount = Math.max(visitors, alone ? groups : Math.ceil(groups / 2)) + below(3);
  const all = allOf(slotCount);
  const organisations = allOf(visitors).map((number) => ({
    organisation: `o${number + 1}`,
    name: `Fictional Firm ${number + 1}`,
    places: max * (alone || below(12) === 0 ? 1 + below(2) : 2 + below(2)),
    slots: all.slice(below(12) === 0 ? 1 : 0, below(8) === 0 ? slotCount - 1 : slotCount),
  }));
  const rooms = allOf(Math.max(1, visitors - (below(5) === 0 ? 1 : 0))).map((number) => ({
    room: `Room ${number + 1}`,
    slots: below(8) === 0 ? all.slice(0, -1) : all,
  }));
  const limits = { size: { min: 3 + below(4), max }, mixed: 1 + below(2), seed: below(5) };
  return { schools, organisations, rooms, ...times(slotCount), ...limits, ...(below(4) === 0 ? { groups } : {}) };
}
