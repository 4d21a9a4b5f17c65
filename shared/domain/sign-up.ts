import { AppError } from '../kernel/errors.ts';
import { sameAnswers } from '../kernel/text.ts';
import type { Instant } from '../kernel/time.ts';
import { type Edition, requireHalfDays, requireOpenForSignUp } from './edition.ts';

type SignedUp = { readonly state: 'pending' | 'confirmed' | 'withdrawn' };
type Sent = {
  readonly edition: Edition;
  readonly form: { readonly halfDays: readonly string[] };
  /** The names of the form's answers, as they are kept. */
  readonly fields: readonly string[];
  readonly now: Instant;
};

/**
 * What is kept, where a sign-up that is sent now only repeats it before it is confirmed. Conflicts: `registration-closed`,
 * `already-confirmed`; invalid `half-day-unknown`.
 */
export function repeatedOf<S extends SignedUp>(current: S | undefined, { edition, form, fields, now }: Sent): S | undefined {
  requireOpenForSignUp(edition, now);
  requireHalfDays(edition, form.halfDays, 'halfDays');
  if (current?.state === 'confirmed') {
    throw new AppError(
      'conflict',
      'already-confirmed',
      'You have already signed up and confirmed. Use the link in your email to change it.',
    );
  }
  return current?.state === 'pending' && sameAnswers(fields, current, form) ? current : undefined;
}

/** Whether a sign-up is confirmed already. Conflict `withdrawn` for one that cannot be confirmed any more. */
export function isConfirmed({ state }: SignedUp): boolean {
  if (state === 'withdrawn') throw new AppError('conflict', 'withdrawn', 'This was withdrawn. Sign up again to take part.');
  return state === 'confirmed';
}
