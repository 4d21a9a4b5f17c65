import * as z from 'zod/mini';
import { id, optionalLine, optionalLines, slug, urn } from '../../domain/fields.ts';
import { mailStates } from '../../domain/mail-vocabulary.ts';
import { message } from '../../domain/message.ts';
import { instant } from '../../kernel/time.ts';
import { emailName } from '../email-names.ts';
import { fact } from '../fact.ts';
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

/** Mails and messages, from the outbox to the reader. */
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
  message: {
    pk: 'EDITION#{edition}#MESSAGES',
    sk: 'MESSAGE#{message}',
    schema: message,
    due: { queued: 'sendAfter' },
    access: 'read one; list an edition’s messages, newest first; send what is due (due index)',
  },
} as const satisfies ItemDeclarations;
