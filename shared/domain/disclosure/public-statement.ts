import * as z from 'zod/mini';
import { slug } from '../fields.ts';

/** Why something of a statement is not shown. */
const withheldReasons = ['few-answers', 'few-schools', 'small-cells', 'mean-tells'] as const;

/**
 * What the public may see of one statement that adults answered. Its brand is given by the gate alone, so that figures
 * that did not pass do not compile on a public page.
 */
export const publicStatement = z
  .strictObject({
    statement: slug,
    text: z.string(),
    /** How many were asked. */
    invited: z.int(),
    n: z.optional(z.int()),
    /** To two decimals, half up. */
    mean: z.optional(z.number()),
    /** The ends of the mean's 95 % interval. */
    interval: z.optional(z.strictObject({ low: z.number(), high: z.number() })),
    /** Those who answered, of those asked, 0 to 1, two decimals. */
    responseRate: z.optional(z.number()),
    /** How many chose each answer, 1 to 5. */
    answers: z.optional(z.array(z.int())),
    /** Why the answers, and where they are missing too the mean or n, are not shown. */
    withheld: z.optional(z.enum(withheldReasons)),
    /** The version of the report whose answers stand here still, because too few have come in since. */
    keptFrom: z.optional(z.int()),
  })
  .brand<'Gated'>();
export type PublicStatement = z.infer<typeof publicStatement>;

/** A statement as it was counted: all that there is to know. */
export type PlainStatement = {
  readonly statement: string;
  readonly text: string;
  readonly invited: number;
  /** How many of those asked answered at all: one may answer more than once, about several events. */
  readonly respondents: number;
  /** How many chose each answer, 1 to 5. */
  readonly answers: readonly number[];
  /** How many schools' answers they are. */
  readonly schools: number;
};
