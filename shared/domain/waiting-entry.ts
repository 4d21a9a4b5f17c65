import * as z from 'zod/mini';
import { instant } from '../kernel/time.ts';
import { cohorts, id, slug, urn } from './fields.ts';

/** One school's group that waits for places at one event. While it is `offered` them, the event's counter holds them. */
export const waitingEntry = z.strictObject({
  edition: slug,
  event: slug,
  urn,
  registration: id,
  schoolName: z.string(),
  cohorts,
  pupils: z.int(),
  state: z.enum(['waiting', 'offered', 'lapsed']),
  askedAt: instant,
  offeredAt: z.optional(instant),
  /** Until when the places are held. */
  until: z.optional(instant),
  version: z.int(),
});
export type WaitingEntry = z.infer<typeof waitingEntry>;
