import * as z from 'zod/mini';
import { id, slug } from '../../domain/fields.ts';
import { epochSeconds } from '../../kernel/time.ts';

/** What every file has that an organiser checks, confirms and can take back for a day. */
export const importFields = {
  edition: slug,
  import: id,
  state: z.enum(['checked', 'confirmed', 'undone']),
  version: z.int(),
  expiresAt: epochSeconds,
} as const;
