import { AppError } from '#shared/kernel/errors.ts';
import { type Instant, secondsAfter } from '#shared/kernel/time.ts';
import { minimumJourney } from '#shared/system/protections.ts';

/** Whether a form of several pages came to its end faster than a person can. Both moments are by our own clock. */
export function filledTooFast(startedAt: Instant, now: Instant): boolean {
  return now < secondsAfter(startedAt, minimumJourney);
}

/**
 * Refuses (invalid `too-fast`) the last post of a form of several pages that came too soon after its first. Not for JSON,
 * and not for forms of one page: a browser may fill these in at once.
 */
export function refuseTooFast(startedAt: Instant, now: Instant): void {
  if (filledTooFast(startedAt, now)) {
    throw new AppError('invalid', 'too-fast', 'That was very fast. Look at your answers, then send them again.');
  }
}
