import * as z from 'zod/mini';
import { slug } from '../fields.ts';

/**
 * A rotation as the table keeps it: whole, as the text of one document. Every function that reads the table carries the
 * table's schemas, and only two of them ever look into a rotation.
 */
export const keptRotation = z.strictObject({ edition: slug, event: slug, document: z.string(), version: z.int() });
export type KeptRotation = z.infer<typeof keptRotation>;
