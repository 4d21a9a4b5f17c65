import * as z from 'zod/mini';
import { AppError } from '../kernel/errors.ts';
import { instant, type Instant, secondsAfter } from '../kernel/time.ts';
import { id, optionalLines, slug } from './fields.ts';

/** What organisers write down about a school, an organisation or a volunteer, for one another only. */
export const note = z.strictObject({
  edition: slug,
  /** The id of the registration, the organisation or the volunteer. */
  subject: id,
  /** Sorts by when it was written. */
  note: z.string(),
  text: z.string(),
  /** The organiser's id, as facts say it. */
  by: z.string(),
  at: instant,
});
export type Note = z.infer<typeof note>;

/** What an organiser sends to write a note, or to take one of their own away again. */
export const noteForm = z.strictObject({
  text: optionalLines(1000),
  remove: z.optional(z.string().check(z.regex(/^[\w:.-]{20,100}$/))),
});

/** When somebody was last reminded by an organiser. */
export const chase = z.strictObject({ edition: slug, subject: id, at: instant, times: z.int(), version: z.int() });
export type Chase = z.infer<typeof chase>;

/** Seconds between two reminders to one person. */
const chasedApart = 2 * 86_400;

/** When somebody can be reminded again; undefined when it can be now. */
export function chaseableFrom(last: Chase | undefined, now: Instant): Instant | undefined {
  const from = last && secondsAfter(last.at, chasedApart);
  return from !== undefined && from > now ? from : undefined;
}

/**
 * Reminds somebody who has not confirmed or not answered, at most once in two days. Conflicts: `nothing-to-chase`,
 * `chased-lately`.
 */
export function chaseAgain(
  last: Chase | undefined,
  {
    edition,
    subject,
    waits,
    now,
  }: { readonly edition: string; readonly subject: string; readonly waits: boolean; readonly now: Instant },
): Chase {
  if (!waits) throw new AppError('conflict', 'nothing-to-chase', 'Nothing is waiting for their answer.');
  if (chaseableFrom(last, now) !== undefined) {
    throw new AppError('conflict', 'chased-lately', 'They were reminded less than two days ago. Wait, or telephone.');
  }
  return { edition, subject, at: now, times: (last?.times ?? 0) + 1, version: (last?.version ?? 0) + 1 };
}
