import * as z from 'zod/mini';
import { id, slug } from '../../domain/fields.ts';
import { mailHolds } from '../../domain/mail-vocabulary.ts';
import { instant } from '../../kernel/time.ts';
import type { ItemDeclarations } from './declaration.ts';

/** Whether mails may go: what an edition holds, what the provider refuses, which addresses they must not go to. */
export const mailStandingItems = {
  mailHold: {
    pk: 'EDITION#{edition}#MAIL-HOLD',
    sk: 'MAIL-HOLD',
    schema: z.strictObject({ edition: slug, holds: z.optional(z.enum(mailHolds)), at: instant, version: z.int() }),
    access: 'what an edition holds in its outbox',
  },
  mailRefusal: {
    pk: 'EDITION#{edition}#MAIL-REFUSAL',
    sk: 'MAIL-REFUSAL',
    schema: z.strictObject({ edition: slug, since: instant, at: instant }),
    access: 'whether the mail provider refuses what an edition sends',
  },
  address: {
    pk: 'EDITION#{edition}#ADDRESSES',
    sk: 'ADDRESS#{address}',
    schema: z.strictObject({
      edition: slug,
      address: z.string(),
      state: z.enum(['bounced', 'complained']),
      at: instant,
      /** The mail that showed it. */
      mail: z.optional(id),
    }),
    access: 'whether an address can be written to (key is a digest)',
  },
} as const satisfies ItemDeclarations;
