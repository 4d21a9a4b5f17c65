import type { Instant } from '../kernel/time.ts';

// The closed choices about mails, apart from what they describe, as facts carry some of them too.

/** How a mail stands, in the order of its way. Only those from `claimed` on may have left; `dropped` and `suppressed` never did. */
export const mailStates = [
  'held',
  'queued',
  'claimed',
  'sent',
  'delivered',
  'bounced',
  'complained',
  'suppressed',
  'dropped',
] as const;
export type MailState = (typeof mailStates)[number];

/** What an edition can keep in its outbox: the mails that confirm places, or all that nobody has just asked for. */
export const mailHolds = ['confirmations', 'all'] as const;
export type MailHold = (typeof mailHolds)[number];

/** Why mails of an edition do not go: what it holds, and since when the mail provider refuses. */
export type MailPause = { readonly holds?: MailHold | undefined; readonly refusedSince?: Instant | undefined };

/** What an organiser does with a mail. */
export const mailActions = ['queued', 'held', 'edited', 'dropped', 'resent'] as const;

/** What an organiser does with a message to many. */
export const messageActions = ['saved', 'queued', 'undone'] as const;

/** Whom a message can be for. */
export const messageGroups = ['host', 'attending', 'online', 'organisations', 'volunteers'] as const;
export type MessageGroup = (typeof messageGroups)[number];

/** What somebody may not have answered yet: our first mail, an offered place, or the survey. */
export const openAnswers = ['sign-up', 'place', 'survey'] as const;
