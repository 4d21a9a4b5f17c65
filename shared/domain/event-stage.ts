import type { Instant } from '../kernel/time.ts';
import type { Event } from './event.ts';
import { hoursOf } from './hours.ts';
import type { Offer } from './offer.ts';

/** The stages of an event, in order. */
export const eventStages = ['draft', 'offered', 'confirmed', 'running', 'held', 'over', 'cancelled'] as const;
export type EventStage = (typeof eventStages)[number];

type Seen = { readonly offers: readonly Pick<Offer, 'state'>[]; readonly held: boolean; readonly now: Instant };

/**
 * How an event stands. A draft and a cancelled one are kept as such; the rest follows, and is never wrong by a minute: it is
 * offered until every offered place is answered and at least one taken, confirmed until its hours begin, running until they
 * end; then held if pupils were counted there (`held`), else over.
 */
export function stageOf(event: Event, { offers, held, now }: Seen): EventStage {
  if (event.state !== 'confirmed') return event.state;
  const { starts, ends } = hoursOf(event);
  if (now >= ends) return held ? 'held' : 'over';
  if (now >= starts) return 'running';
  const open = offers.some(({ state }) => state === 'offered' || state === 'waiting');
  const taken = offers.length === 0 || offers.some(({ state }) => state === 'accepted');
  return open || !taken ? 'offered' : 'confirmed';
}
