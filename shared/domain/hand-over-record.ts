import * as z from 'zod/mini';
import { epochSeconds, instant } from '../kernel/time.ts';
import { emailAddress, id, line, slug, urn } from './fields.ts';

/** Who answered for a registration before it was handed over: kept only until both people have been told. */
export const handOverRecord = z.strictObject({
  edition: slug,
  handOver: id,
  registration: id,
  urn,
  from: z.strictObject({ name: line('Enter a name', 100), email: emailAddress }),
  at: instant,
  expiresAt: epochSeconds,
});
