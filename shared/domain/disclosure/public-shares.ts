import * as z from 'zod/mini';
import { slug } from '../fields.ts';

/** Why the shares of a statement are not shown. */
const withheldReasons = ['few-answers', 'few-schools', 'shares-tell'] as const;

/** What the public may see of one statement that children answered. */
const shares = z.strictObject({
  statement: slug,
  text: z.string(),
  /** The answers it could be given, lowest first. */
  words: z.array(z.string()),
  /** Answers to it. */
  n: z.optional(z.int()),
  /** How many of a hundred chose each, to the nearest five. */
  shares: z.optional(z.array(z.int())),
  withheld: z.optional(z.enum(withheldReasons)),
  /** The version of the report whose shares stand here still, because too few answers have come in since. */
  keptFrom: z.optional(z.int()),
});
export type PublicShares = z.infer<typeof shares>;

/**
 * What the public may see of what children said by one instrument. Its brand is given by the gate alone, so that counts that
 * did not pass do not compile on a page.
 */
export const publicChildren = z
  .strictObject({
    instrument: slug,
    schools: z.int(),
    classes: z.int(),
    /** Children in these classes. */
    asked: z.int(),
    /** Answers; nothing tells whether a child gave two. */
    answered: z.int(),
    /** Answers for each child asked, two decimals; above 1 where some answered twice. */
    responseRate: z.number(),
    statements: z.array(shares),
  })
  .brand<'Gated'>();
export type PublicChildren = z.infer<typeof publicChildren>;
