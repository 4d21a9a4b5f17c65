import * as z from 'zod/mini';
import { AppError } from '../kernel/errors.ts';
import type { Instant } from '../kernel/time.ts';
import type { Crossing } from './child-days.ts';
import type { Decision } from './decision.ts';
import type { Event } from './event.ts';
import { lines, slug } from './fields.ts';
import type { Offer } from './offer.ts';
import type { BarredListCheck } from './placement-record.ts';
import { placementOutcomes } from './vocabulary.ts';

const reason = lines('Enter the reason', 1000);

/** What the safeguarding lead sends to decide on a place that waits; `version` is the place's, as it was shown. */
export const placementForm = z.strictObject({
  event: slug,
  version: z.int('Reload the page and try again'),
  outcome: z.enum(placementOutcomes, 'Choose whether this person comes'),
  reason,
});
export type PlacementForm = z.infer<typeof placementForm>;

type Deciding = { readonly event: Event; readonly form: PlacementForm; readonly now: Instant };

/**
 * Confirms or refuses a place that waits at the line. Conflicts: `not-waiting` when it was decided or given back meanwhile,
 * `event-cancelled`, `changed-meanwhile`.
 */
export function decidePlacement(current: Offer, { event, form, now }: Deciding): Decision<Offer> {
  if (event.state === 'cancelled') throw new AppError('conflict', 'event-cancelled', 'This event is cancelled.');
  if (current.state !== 'waiting') {
    throw new AppError('conflict', 'not-waiting', 'This place does not wait for a decision any more.');
  }
  if (current.version !== form.version) {
    throw new AppError('conflict', 'changed-meanwhile', 'This place changed while you were looking. Look again, then decide.');
  }
  const version = current.version + 1;
  const state: Offer = {
    ...current,
    ...(form.outcome === 'confirmed' ? { state: 'accepted' } : { state: 'declined', answeredAt: now }),
    version,
  };
  const { event: at, kind, visitor } = state;
  return {
    state,
    facts: [{ type: 'offer.decided.v1', data: { event: at, kind, visitor, version, outcome: form.outcome } }],
  };
}

/** Why nobody may ask for a check against the barred list. */
export const belowTheLine =
  'This person is below the line, so nobody may ask for a check against the barred list. Check who they are, and never leave them alone with children.';

type Asking = { readonly edition: string; readonly volunteer: string; readonly by: string; readonly now: Instant };

/**
 * Records that a check against the barred list is asked for. Conflict `below-the-line`: below it nobody may ask. Asked
 * already, it changes nothing.
 */
export function askBarredListCheck(
  current: BarredListCheck | undefined,
  crossing: Crossing | undefined,
  { edition, volunteer, by, now }: Asking,
): Decision<BarredListCheck> {
  if (!crossing) throw new AppError('conflict', 'below-the-line', belowTheLine);
  if (current) return { state: current, facts: [] };
  const state = { edition, volunteer, by, askedAt: now, version: 1 };
  return { state, facts: [{ type: 'barred-list-check.asked.v1', data: { volunteer } }] };
}
