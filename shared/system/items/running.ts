import * as z from 'zod/mini';
import { slug } from '../../domain/fields.ts';
import { instant } from '../../kernel/time.ts';
import { factInTransit } from '../events.ts';
import type { ItemDeclarations } from './declaration.ts';

const outbox = z.strictObject({
  shard: z.string(),
  entry: z.string(),
  at: instant,
  facts: z.array(factInTransit),
});

/** What the system keeps of its own running. */
export const runningItems = {
  jobRun: {
    pk: 'JOBS',
    sk: 'JOB#{job}',
    schema: z.strictObject({ job: slug, at: instant, outcome: z.enum(['done', 'failed']), count: z.int() }),
    access: 'when each job last ran, and how it ended',
  },
  outbox: { pk: 'OUTBOX#{shard}', sk: '{entry}', schema: outbox, access: 'facts not yet on the bus, oldest first' },
} as const satisfies ItemDeclarations;
