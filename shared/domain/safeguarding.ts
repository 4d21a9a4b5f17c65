import * as z from 'zod/mini';

/**
 * What everyone who comes to meet children agrees to, statement by statement: each is answered by itself, and only with
 * yes can one take part. Nobody is ever asked for a copy of a DBS certificate: a school decides what it checks.
 */
export const safeguarding = z.strictObject(
  {
    rules: agreed('Say whether you will follow the school’s safeguarding rules'),
    neverAlone: agreed('Say whether you will make sure that you are never alone with children'),
    photoId: agreed('Say whether you will bring photo ID'),
    noDbsCopy: agreed('Say whether you know that we never ask for a copy of a DBS certificate'),
  },
  'Answer each statement about safeguarding',
);
export type Safeguarding = z.infer<typeof safeguarding>;

/** The statements, in the order in which they are read. */
export const safeguardingStatements = ['rules', 'neverAlone', 'photoId', 'noDbsCopy'] as const satisfies (keyof Safeguarding)[];

function agreed(missing: string) {
  return z.boolean(missing).check(z.refine((yes) => yes, 'You can take part only if you can say yes to each statement'));
}
