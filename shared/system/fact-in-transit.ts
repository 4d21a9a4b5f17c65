import * as z from 'zod/mini';
import { slug } from '../domain/fields.ts';
import { instant } from '../kernel/time.ts';

/** The `source` of all our facts on the bus. */
export const eventSource = 'aspirations';

/** What every fact says beside its data. */
export const envelope = {
  id: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,80}$/)),
  at: instant,
  edition: slug,
  /** Who caused it: `public`, `link`, `system`, or an organiser's id as `organiser:…`. */
  by: z.optional(z.string().check(z.regex(/^(?:public|link|system|organiser:[a-z2-7]{20})$/))),
};

/** A fact as it is passed on, unchanged whatever its type and version: all that the outbox, the relay and the bus need. */
export const factInTransit = z.strictObject({ ...envelope, type: z.string(), data: z.record(z.string(), z.unknown()) });
export type FactInTransit = z.infer<typeof factInTransit>;
