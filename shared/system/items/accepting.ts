import * as z from 'zod/mini';
import { slug } from '../../domain/fields.ts';
import { epochSeconds, instant } from '../../kernel/time.ts';
import { factInTransit } from '../fact-in-transit.ts';
import { mailingRoutes } from '../protections.ts';
import type { ItemDeclarations } from './declaration.ts';

const outbox = z.strictObject({
  shard: z.string(),
  entry: z.string(),
  at: instant,
  facts: z.array(factInTransit),
});

/** What accepting a request keeps beside what it changes. */
export const acceptingItems = {
  outbox: { pk: 'OUTBOX#{shard}', sk: '{entry}', schema: outbox, access: 'facts not yet on the bus, oldest first' },
  request: {
    pk: 'EDITION#{edition}#REQUEST#{key}',
    sk: 'REQUEST',
    schema: z.strictObject({ edition: slug, key: z.string(), body: z.string(), reference: z.string(), expiresAt: epochSeconds }),
    access: 'give a repeated request the same answer',
  },
  sendLimit: {
    pk: 'EDITION#{edition}#LIMIT#{route}#{address}',
    sk: 'LIMIT',
    schema: z.strictObject({
      edition: slug,
      route: z.enum(mailingRoutes),
      /** A digest. */
      address: z.string(),
      /** When it was sent something, oldest first, over the longest span that counts. */
      sent: z.array(instant),
      version: z.int(),
      expiresAt: epochSeconds,
    }),
    access: 'how many mails one address made us send',
  },
} as const satisfies ItemDeclarations;
