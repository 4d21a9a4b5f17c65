import * as z from 'zod/mini';
import { AppError } from '../kernel/errors.ts';
import { dayInWords, instant, type Instant, localDate, londonDate, secondsAfter } from '../kernel/time.ts';
import type { NewFact } from '../system/events.ts';
import type { Crossing } from './child-days.ts';
import type { Decision } from './decision.ts';
import type { Event } from './event.ts';
import { id, optionalLines, slug } from './fields.ts';
import { delays, offerAnswers, offerStates, visitorKinds } from './vocabulary.ts';

/** An organisation's or a volunteer's place in one event, offered with the event itself; they accept or decline it. */
export const offer = z.strictObject({
  edition: slug,
  event: slug,
  /** The id of the organisation or the volunteer. */
  visitor: id,
  kind: z.enum(visitorKinds),
  state: z.enum(offerStates),
  /** Why it was declined. */
  reason: optionalLines(500),
  offeredAt: instant,
  answeredAt: z.optional(instant),
  /** How late they last said they would be, when, and how often they have said so. */
  late: z.optional(z.strictObject({ minutes: z.enum(delays), at: instant, times: z.int() })),
  /** They accepted and did not come on the day: not the same as declining. */
  absent: z.optional(z.boolean()),
  version: z.int(),
});
export type Offer = z.infer<typeof offer>;

/** What an organisation or a volunteer sends to answer. */
export const answerForm = z.strictObject({
  answer: z.enum(offerAnswers, 'Choose whether you can come'),
  reason: optionalLines(500),
});
export type AnswerForm = z.infer<typeof answerForm>;

/** What they send when they are running late. */
export const lateForm = z.strictObject({ minutes: z.enum(delays, 'Choose how many minutes late you are') });
export type LateForm = z.infer<typeof lateForm>;

/** Seconds within which the same delay told again is told once. */
export const sameDelay = 600;
/** How often one can tell a delay by the button; after that only a telephone helps. */
export const mostDelays = 6;

/** The places that come with a new event: one for each organisation and each volunteer named in it. */
export function offersOf({ edition, event, organisations, volunteers }: Event, now: Instant): Offer[] {
  const offered = { edition, event, state: 'offered', offeredAt: now, version: 1 } as const;
  return [
    ...[...new Set(organisations)].map((visitor) => ({ ...offered, visitor, kind: 'organisation' }) as const),
    ...[...new Set(volunteers)].map((visitor) => ({ ...offered, visitor, kind: 'volunteer' }) as const),
  ];
}

/** The offered places whose holders count on an event: all but those that were declined. */
export function countingOn<O extends Pick<Offer, 'state'>>(offers: readonly O[]): O[] {
  return offers.filter(({ state }) => state !== 'declined');
}

/** Whether an answer can still be given or changed: until the day before. */
export function isAnswerable({ state, halfDay }: Pick<Event, 'state' | 'halfDay'>, now: Instant): boolean {
  return state === 'confirmed' && londonDate(now) < halfDay.slice(0, 10);
}

type Answering = {
  readonly event: Event;
  readonly form: AnswerForm;
  readonly now: Instant;
  /** What saying yes comes to over all days on which the person meets children, where that is over the line. */
  readonly crossing?: Crossing | undefined;
};

/**
 * Accepts or declines, or changes one's mind, until the day before. A yes that is over the line waits for the safeguarding
 * lead. The same answer again changes nothing. Gone `event-cancelled`; conflict `event-day` from the day itself.
 */
export function answerOffer(current: Offer, { event, form, now, crossing }: Answering): Decision<Offer> {
  requireUncancelled(event);
  const reason = form.answer === 'declined' ? form.reason : undefined;
  const stopped = form.answer === 'accepted' && current.state !== 'accepted' && crossing !== undefined;
  const answered = stopped ? 'waiting' : form.answer;
  if (current.state === answered && (reason === undefined || reason === current.reason)) return { state: current, facts: [] };
  if (!isAnswerable(event, now)) {
    throw new AppError(
      'conflict',
      'event-day',
      'It is too late to change your answer here. Telephone the school, then the organiser.',
    );
  }
  const state: Offer = { ...current, state: answered, reason, answeredAt: now, version: current.version + 1 };
  if (stopped) {
    const days = new Set(crossing.days.map(({ date }) => date)).size;
    return { state, facts: [{ type: 'offer.stopped.v1', data: { ...factData(state), why: crossing.why, days } }] };
  }
  return {
    state,
    facts: [{ type: 'offer.answered.v1', data: { ...factData(state), before: current.state, answer: form.answer } }],
  };
}

/**
 * Says on the day that somebody comes late. The same delay within ten minutes is told once. Gone `event-cancelled`;
 * conflicts: `not-accepted`, `not-today`, `too-often`.
 */
export function comeLate(
  current: Offer,
  { event, form, now }: { readonly event: Event; readonly form: LateForm; readonly now: Instant },
): Decision<Offer> {
  requireUncancelled(event);
  if (current.state !== 'accepted') throw new AppError('conflict', 'not-accepted', 'You have not accepted this place.');
  const day = localDate.parse(event.halfDay.slice(0, 10));
  if (londonDate(now) !== day) {
    throw new AppError('conflict', 'not-today', `You can use this only on the day: ${dayInWords(day)}.`);
  }
  const { late } = current;
  if (late?.minutes === form.minutes && now < secondsAfter(late.at, sameDelay)) return { state: current, facts: [] };
  const times = (late?.times ?? 0) + 1;
  if (times > mostDelays) throw new AppError('conflict', 'too-often', 'You have told them several times. Please telephone now.');
  const state: Offer = { ...current, late: { minutes: form.minutes, at: now, times }, version: current.version + 1 };
  return { state, facts: [{ type: 'visitor.late.v1', data: { ...factData(state), minutes: form.minutes } }] };
}

/**
 * The offers that somebody who withdraws gives back: those of days still to come. Declined ones are written anew too, as
 * they were, so that an answer given at the same moment meets the withdrawal.
 */
export function releaseOffers(
  held: readonly { readonly offer: Offer; readonly event: Event }[],
  now: Instant,
): { readonly released: readonly Offer[]; readonly facts: readonly NewFact[] } {
  const ahead = held.filter(({ event }) => londonDate(now) <= event.halfDay.slice(0, 10));
  const released = ahead.map(
    ({ offer: one }): Offer => ({
      ...one,
      ...(one.state === 'declined' ? {} : { state: 'declined', answeredAt: now }),
      version: one.version + 1,
    }),
  );
  const given = new Set(ahead.flatMap(({ offer: one }) => (one.state === 'declined' ? [] : [one.event])));
  const facts = released
    .filter(({ event }) => given.has(event))
    .map((one) => ({ type: 'offer.released.v1', data: factData(one) }) as const);
  return { released, facts };
}

function requireUncancelled({ title, state, halfDay, cancelledAt }: Event): void {
  if (state !== 'cancelled') return;
  const day = dayInWords(localDate.parse(halfDay.slice(0, 10)));
  const since = cancelledAt === undefined ? '' : ` on ${dayInWords(londonDate(cancelledAt))}`;
  throw new AppError(
    'gone',
    'event-cancelled',
    `The organiser cancelled “${title}” of ${day}${since}. You are not expected. Open your own page for your other places.`,
  );
}

function factData({ event, kind, visitor, version }: Offer) {
  return { event, kind, visitor, version };
}
