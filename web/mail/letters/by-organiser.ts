import type { Fact } from '#shared/system/events.ts';

/** Whether an organiser did it for whoever it is about: they are told so, and other organisers need no mail. */
export function isByOrganiser({ by }: Fact): boolean {
  return by?.startsWith('organiser:') ?? false;
}
