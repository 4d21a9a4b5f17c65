/** A stream of numbers that a seed decides: the same seed, the same week. */
export type Random = {
  /** A whole number from `low` to `high`, both included. */
  readonly between: (low: number, high: number) => number;
  /** True with this chance, 0 to 1. */
  readonly chance: (probability: number) => boolean;
  /** So many different members of a list, in a new order. */
  readonly some: <T>(list: readonly T[], howMany: number) => T[];
};

/** Mulberry32 (Tommy Ettinger, public domain algorithm): small, even and the same on every machine. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    between,
    chance: (probability) => next() < probability,
    some(list, howMany) {
      const left = [...list];
      const chosen = [];
      while (chosen.length < howMany && left.length > 0) chosen.push(...left.splice(between(0, left.length - 1), 1));
      return chosen;
    },
  };
}
