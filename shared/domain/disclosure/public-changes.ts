import * as z from 'zod/mini';
import { slug } from '../fields.ts';

/** Why a change is not shown. */
const withheldReasons = ['few-answers', 'few-schools', 'change-tells'] as const;

/** What the public may see of how the same children changed at one statement. */
const change = z.strictObject({
  statement: slug,
  text: z.string(),
  /** Points in a hundred who say yes, to the nearest five; or steps of the scale, to one decimal. */
  unit: z.enum(['points', 'steps']),
  /** Children who answered it both times. */
  n: z.optional(z.int()),
  change: z.optional(z.number()),
  /** The ends of its 95 % interval. */
  low: z.optional(z.number()),
  high: z.optional(z.number()),
  withheld: z.optional(z.enum(withheldReasons)),
  /** The version of the report whose change stands here still, because too few pairs have come in since. */
  keptFrom: z.optional(z.int()),
});
export type PublicChange = z.infer<typeof change>;

/** What the public may see of courses. Its brand is given by the gate alone. */
export const publicChanges = z
  .strictObject({ matched: z.int(), baselineOnly: z.int(), endlineOnly: z.int(), changes: z.array(change) })
  .brand<'Gated'>();
export type PublicChanges = z.infer<typeof publicChanges>;
