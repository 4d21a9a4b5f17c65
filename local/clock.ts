import { type Instant, instantOf } from '#shared/kernel/time.ts';

/** A clock that runs at the real speed but can be put anywhere: demo and tests move time instead of waiting for it. */
export type LocalClock = {
  readonly now: () => Instant;
  /** Milliseconds since 1970, by this clock. */
  readonly milliseconds: () => number;
  /** Milliseconds that only ever grow, whatever `set` does: real time passed plus every step forward. For waiting times. */
  readonly elapsed: () => number;
  /** Puts the clock to a moment; it runs on from there. Resolves when everything that waited for it has been told. */
  readonly set: (to: Instant) => void;
  /** Moves it on by so many seconds (not negative). */
  readonly advance: (seconds: number) => void;
  /** Calls back whenever the clock is moved, until the returned function is called. */
  readonly onMove: (listener: () => void) => () => void;
};

/** A clock that starts at the real time, or at the moment given. */
export function createClock(start?: Instant): LocalClock {
  const listeners = new Set<() => void>();
  let offset = start === undefined ? 0 : Date.parse(start) - Date.now();
  let forward = 0;
  function move(by: number) {
    offset += by;
    forward += Math.max(0, by);
    for (const listener of listeners) listener();
  }
  const milliseconds = () => Date.now() + offset;
  return {
    milliseconds,
    now: () => instantOf(new Date(milliseconds())),
    elapsed: () => performance.now() + forward,
    set: (to) => move(Date.parse(to) - milliseconds()),
    advance(seconds) {
      if (!(seconds >= 0)) throw new RangeError('the clock advances by seconds that are not negative');
      move(seconds * 1000);
    },
    onMove(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
