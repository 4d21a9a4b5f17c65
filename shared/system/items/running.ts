import * as z from 'zod/mini';
import { slug } from '../../domain/fields.ts';
import { instant } from '../../kernel/time.ts';
import type { ItemDeclarations } from './declaration.ts';

/** What the system keeps of its own running. */
export const runningItems = {
  jobRun: {
    pk: 'JOBS',
    sk: 'JOB#{job}',
    schema: z.strictObject({ job: slug, at: instant, outcome: z.enum(['done', 'failed']), count: z.int() }),
    access: 'when each job last ran, and how it ended',
  },
} as const satisfies ItemDeclarations;
