import { AppError } from '../kernel/errors.ts';

type Kept = { readonly version: number; readonly typedBy?: string | undefined };

/** Refuses to type in from paper what a school has answered itself. Conflict `answered-already`. */
export function refuseTyping(current: Kept | undefined): void {
  if (!current || current.typedBy !== undefined) return;
  throw new AppError(
    'conflict',
    'answered-already',
    'This school has answered about this event itself. Its own answers stand, and nothing was kept.',
  );
}

/** Refuses to type over what was typed in meanwhile. Conflict `typed-already`. */
export function refuseTypingAgain(current: Kept | undefined, { version }: { readonly version?: number | undefined }): void {
  if (!current || version === current.version) return;
  throw new AppError(
    'conflict',
    'typed-already',
    'Somebody has typed in this school’s answers about this event already. Open the page again to see and correct them.',
  );
}
