import * as z from 'zod/mini';
import { AppError } from '../kernel/errors.ts';
import { type Instant, londonDate } from '../kernel/time.ts';
import type { Decision } from './decision.ts';
import { requireNotReported } from './closed-days.ts';
import type { Edition } from './edition.ts';
import type { Event } from './event.ts';

const version = z.int('Reload the page and try again');

/** What an organiser sends to offer a draft's places. `despiteClash` as for a move. */
export const offerDraftForm = z.strictObject({ version, despiteClash: z.optional(z.boolean()) });

/** What an organiser sends to drop a draft. */
export const dropDraftForm = z.strictObject({ version });

type Drafted = { readonly form: { readonly version: number }; readonly edition: Edition; readonly now: Instant };

/**
 * Offers a draft: from now on it stands, and whom it names are asked. Offered already, nothing changes. Conflicts:
 * `event-cancelled`, `event-over`, `changed-meanwhile`, `edition-over`.
 */
export function offerDraft(current: Event, { form, edition, now }: Drafted): Decision<Event> {
  if (current.state === 'cancelled') throw new AppError('conflict', 'event-cancelled', 'This event is cancelled.');
  if (current.state !== 'draft') return { state: current, facts: [] };
  requireNotReported(edition);
  requireSeen(current, form);
  if (current.halfDay.slice(0, 10) < londonDate(now)) {
    throw new AppError('conflict', 'event-over', 'The day of this event is over. Move it first.');
  }
  const { event, kind, halfDay } = current;
  const state: Event = { ...current, state: 'confirmed', version: current.version + 1 };
  return { state, facts: [{ type: 'event.recorded.v1', data: { event, kind, halfDay } }] };
}

/** Drops a draft, which nobody was told of: it is to be removed. Conflicts: `not-draft` once it is offered, `changed-meanwhile`. */
export function dropDraft(current: Event, form: z.infer<typeof dropDraftForm>): Decision<Event> {
  if (current.state !== 'draft') {
    throw new AppError('conflict', 'not-draft', 'This event is offered, so people know of it. Cancel it, and they are told.');
  }
  requireSeen(current, form);
  const { event, kind, halfDay } = current;
  return { state: current, facts: [{ type: 'event.dropped.v1', data: { event, kind, before: halfDay } }] };
}

function requireSeen(current: Event, form: { readonly version: number }): void {
  if (current.version === form.version) return;
  throw new AppError(
    'conflict',
    'changed-meanwhile',
    'This event changed while you were looking. See how it stands now, then decide.',
  );
}
