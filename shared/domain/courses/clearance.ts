import * as z from 'zod/mini';
import { instant, type LocalDate, localDate } from '../../kernel/time.ts';
import { id, slug } from '../fields.ts';

/** Until when a volunteer is cleared to meet children, as the safeguarding lead recorded it: never a certificate. */
export const clearance = z.strictObject({
  edition: slug,
  volunteer: id,
  until: localDate,
  at: instant,
  by: z.string(),
  /** When they were told that it ends soon. */
  remindedAt: z.optional(instant),
  version: z.int(),
});
export type Clearance = z.infer<typeof clearance>;

/** Days before its end from which on a clearance is said to end soon. */
export const clearanceSoon = 28;

/** How somebody's clearance stands for a day: there is none, it ends before that day, or it holds. */
export type ClearanceState = 'none' | 'ended' | 'holds';

/** How a clearance stands for a day. */
export function clearanceOn(held: Clearance | undefined, day: LocalDate): ClearanceState {
  if (!held) return 'none';
  return held.until < day ? 'ended' : 'holds';
}
