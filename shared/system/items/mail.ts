import * as z from 'zod/mini';
import { id, optionalLine, optionalLines, slug, urn } from '../../domain/fields.ts';
import { mailHolds, mailStates } from '../../domain/mail-vocabulary.ts';
import { message } from '../../domain/message.ts';
import { epochSeconds, instant } from '../../kernel/time.ts';
import { emailName } from '../email-names.ts';
import { fact } from '../events.ts';
import { mailingRoutes } from '../protections.ts';
import type { ItemDeclarations } from './declaration.ts';

const mail = z.strictObject({
  edition: slug,
  mail: z.string(),
  template: emailName,
  /** The fact that caused it: the sweeper composes the same mail from it again. */
  fact,
  recipient: z.string(),
  /** The school, where the recipient answers for one. */
  urn: z.optional(urn),
  to: z.string(),
  state: z.enum(mailStates),
  /** When it was taken in hand: held, queued or, at last, claimed for sending. */
  claimedAt: instant,
  /** When a queued one goes; until then it can be held again. */
  sendAfter: z.optional(instant),
  /** What an organiser put in it by hand: another subject, a paragraph before the signature. */
  edit: z.optional(z.strictObject({ subject: optionalLine(150), note: optionalLines(1000) })),
  /** Why an organiser dropped it. */
  dropReason: optionalLine(200),
  /** The mail that an organiser sent it again as. */
  resentAs: z.optional(id),
  attempts: z.int(),
  sesMessageId: z.optional(z.string()),
  sentAt: z.optional(instant),
  problem: z.optional(z.string()),
  version: z.int(),
});

/** Mails and messages, from the outbox to the reader, and the addresses they must not go to. */
export const mailItems = {
  mail: {
    pk: 'EDITION#{edition}#MAILS',
    sk: 'MAIL#{mail}',
    schema: mail,
    due: { claimed: 'claimedAt', queued: 'sendAfter' },
    access: 'read one; list an edition’s mails, newest first; sweep open claims, send what is due (due index)',
  },
  waitingMail: {
    pk: 'EDITION#{edition}#WAITING',
    sk: 'MAIL#{mail}',
    schema: z.strictObject({
      edition: slug,
      mail: id,
      state: z.enum(['held', 'queued']),
      sendAfter: z.optional(instant),
    }),
    access: 'what waits in an edition’s outbox, oldest first',
  },
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
  message: {
    pk: 'EDITION#{edition}#MESSAGES',
    sk: 'MESSAGE#{message}',
    schema: message,
    due: { queued: 'sendAfter' },
    access: 'read one; list an edition’s messages, newest first; send what is due (due index)',
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
