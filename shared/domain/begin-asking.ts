import * as z from 'zod/mini';
import { AppError } from '../kernel/errors.ts';
import type { Instant } from '../kernel/time.ts';
import { type Asking, askingFact } from './asking.ts';
import type { Decision } from './decision.ts';
import type { Event } from './event.ts';
import { count, id } from './fields.ts';
import { isAnswerable } from './offer.ts';
import { visitorKinds } from './vocabulary.ts';

/** What an organiser sends to begin asking; `version` is the event's, as it was shown. */
export const askForm = z.strictObject({
  version: z.int('Reload the page and try again'),
  kind: z.enum(visitorKinds, 'Choose whom to ask'),
  needed: count('Enter how many you need', 30, 1),
  /** Those who are not asked. */
  leaveOut: z.optional(z.array(id)),
});
type AskForm = z.infer<typeof askForm>;

/** What an organiser sends to stop asking. */
export const stopAskingForm = z.strictObject({ version: z.int('Reload the page and try again') });

/** All who are asked together: each takes two of the hundred writes of a transaction. */
const mostAsked = 30;

type Beginning = {
  readonly event: Event;
  readonly form: AskForm;
  readonly tiers: readonly (readonly string[])[];
  readonly now: Instant;
};

/** Begins to ask. Conflicts: `asking-open`, `event-closed`, `changed-meanwhile`; invalid `nobody-to-ask`. */
export function beginAsking(current: Asking | undefined, { event, form, tiers, now }: Beginning): Decision<Asking> {
  if (current?.state === 'open') {
    throw new AppError('conflict', 'asking-open', 'People are being asked already. Stop that first.');
  }
  if (!isAnswerable(event, now)) throw new AppError('conflict', 'event-closed', 'Nobody can be asked to this event any more.');
  if (event.version !== form.version) {
    throw new AppError('conflict', 'changed-meanwhile', 'This event changed while you were looking. Look again, then ask.');
  }
  const left = new Set(form.leaveOut ?? []);
  const asked = tiers.map((tier) => tier.filter((one) => !left.has(one)).slice(0, mostAsked)).filter((tier) => tier.length > 0);
  if (asked.length === 0) {
    throw new AppError('invalid', 'nobody-to-ask', 'There is nobody to ask.', [
      { path: 'leaveOut', message: 'Leave somebody to ask' },
    ]);
  }
  const { edition, event: at } = event;
  const state: Asking = {
    edition,
    event: at,
    kind: form.kind,
    needed: form.needed,
    tiers: asked,
    tier: 0,
    rounds: current?.rounds ?? [],
    until: now,
    state: 'open',
    version: (current?.version ?? 0) + 1,
  };
  return { state, facts: [askingFact(state)] };
}

/** Stops asking; who was asked and has not answered still can. Stopped already, nothing changes. */
export function stopAsking(current: Asking, { version }: z.infer<typeof stopAskingForm>): Decision<Asking> {
  if (current.state === 'stopped') return { state: current, facts: [] };
  if (current.version !== version) {
    throw new AppError(
      'conflict',
      'changed-meanwhile',
      'This changed while you were looking. See how it stands now, then decide.',
    );
  }
  const state: Asking = { ...current, state: 'stopped', until: undefined, version: current.version + 1 };
  return { state, facts: [askingFact(state)] };
}
