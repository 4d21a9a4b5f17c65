import * as z from 'zod/mini';
import { instant, localDate } from '../kernel/time.ts';
import { id, slug } from './fields.ts';
import { crossings, placementOutcomes } from './vocabulary.ts';

/** A decision as it is kept: on which place, why it had to be taken, on which days it was taken, by whom and why. */
export const placementDecision = z.strictObject({
  edition: slug,
  volunteer: id,
  event: slug,
  at: instant,
  by: z.string(),
  outcome: z.enum(placementOutcomes),
  reason: z.string(),
  why: z.optional(z.enum(crossings)),
  days: z.array(z.strictObject({ date: localDate, edition: slug, event: slug, title: z.string(), where: z.string() })),
});
export type PlacementDecision = z.infer<typeof placementDecision>;

/** That a check against the barred list is asked for: the fact and the date, never the certificate. */
export const barredListCheck = z.strictObject({
  edition: slug,
  volunteer: id,
  askedAt: instant,
  by: z.string(),
  version: z.int(),
});
export type BarredListCheck = z.infer<typeof barredListCheck>;
