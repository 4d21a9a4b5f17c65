import { type Instant, instantOf } from '#shared/kernel/time.ts';

type Now = () => Instant;

let current: Now = () => instantOf(new Date());

/** The one clock of all functions. */
export const clock: { readonly now: Now } = { now: () => current() };

/** Puts another clock in place: the local system and tests move time instead of waiting for it. */
export function setClock(now: Now): void {
  current = now;
}
