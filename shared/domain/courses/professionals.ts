import { AppError } from '../../kernel/errors.ts';
import type { Instant } from '../../kernel/time.ts';
import type { NewFact } from '../../system/events.ts';
import type { Crossing } from '../child-days.ts';
import type { Decision } from '../decision.ts';
import type { Event } from '../event.ts';
import { isAnswerable, type Offer, releaseOffers } from '../offer.ts';
import type { Volunteer } from '../volunteer.ts';
import type { Course } from './items.ts';
import { changeFact } from './plan.ts';
import { requireAvailable } from './ready.ts';
import type { SessionName } from './template.ts';

type Asked = Decision<Event> & { readonly offer: Offer };

/** Offers a professional a session. Conflict `event-closed` from the day itself; invalid `volunteer` as `requireAvailable` says. */
export function askProfessional(current: Event, one: Volunteer | undefined, now: Instant): Asked {
  requireAvailable(current, one, 'volunteer');
  if (!isAnswerable(current, now))
    throw new AppError('conflict', 'event-closed', 'Nobody can be asked to this session any more.');
  const offer = { ...placeAt(current, one.volunteer, now), state: 'offered' as const };
  return { state: naming(current, one.volunteer), offer, facts: [{ type: 'offer.made.v1', data: offerData(offer) }] };
}

type TakingOver = {
  readonly session: SessionName;
  readonly event: Event;
  /** Who has said yes so far, or waits for the safeguarding lead. */
  readonly holders: readonly Offer[];
  readonly substitute: Volunteer | undefined;
  readonly crossing: Crossing | undefined;
  readonly now: Instant;
};

export type TakenOver = Decision<Course> & {
  readonly event: Event;
  readonly offer: Offer;
  readonly released: readonly Offer[];
};

/**
 * Lets the substitute take a session over, up to the day itself: whoever was to come is told that they are not expected, and
 * the substitute has the place. One who comes over the safeguarding line by it waits for the lead. Conflicts `no-substitute`,
 * `session-over`.
 */
export function takeOver(current: Course, taking: TakingOver): TakenOver {
  const { session, event, holders, substitute, crossing, now } = taking;
  const named = current.sessions.find((one) => one.session === session)?.substitute;
  if (!substitute || named !== substitute.volunteer) {
    throw new AppError('conflict', 'no-substitute', 'No substitute is named for this session.');
  }
  if (event.state !== 'confirmed' || now.slice(0, 10) > event.halfDay.slice(0, 10)) {
    throw new AppError('conflict', 'session-over', 'This session is over, or was cancelled.');
  }
  requireAvailable(event, substitute, 'substitute');
  const { released, facts: gone } = releaseOffers(
    holders.map((offer) => ({ offer, event })),
    now,
  );
  // Who has not said yes has nothing in a calendar to be taken out: they are told that they are not needed.
  const unsure = new Set(holders.filter((one) => one.state !== 'accepted').map(({ visitor }) => visitor));
  const told = gone.map((one) =>
    one.type === 'offer.released.v1' && unsure.has(one.data.visitor) ? { ...one, type: 'offer.closed.v1' as const } : one,
  );
  const offer: Offer = {
    ...placeAt(event, substitute.volunteer, now),
    state: crossing ? 'waiting' : 'accepted',
    answeredAt: now,
  };
  const days = new Set(crossing?.days.map(({ date }) => date)).size;
  const came: NewFact = crossing
    ? { type: 'offer.stopped.v1', data: { ...offerData(offer), why: crossing.why, days } }
    : { type: 'offer.answered.v1', data: { ...offerData(offer), before: 'offered', answer: 'accepted' } };
  const sessions = current.sessions.map((one) => {
    const { substitute: _, ...without } = one;
    return one.session === session ? without : one;
  });
  const state: Course = { ...current, sessions, version: current.version + 1 };
  return {
    state,
    event: naming(event, substitute.volunteer),
    offer,
    released,
    facts: [changeFact(state, 'taken-over'), ...told, came],
  };
}

function naming(event: Event, volunteer: string): Event {
  return { ...event, volunteers: [...new Set([...event.volunteers, volunteer])], version: event.version + 1 };
}

function placeAt({ edition, event }: Event, visitor: string, now: Instant): Omit<Offer, 'state'> {
  return { edition, event, visitor, kind: 'volunteer', offeredAt: now, version: 1 };
}

function offerData({ event, kind, visitor, version }: Offer) {
  return { event, kind, visitor, version };
}
