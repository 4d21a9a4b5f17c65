import * as z from 'zod/mini';
import { AppError } from '../kernel/errors.ts';
import { type Instant, instant, secondsAfter } from '../kernel/time.ts';
import type { NewFact } from '../system/events.ts';
import type { Decision } from './decision.ts';
import type { Event } from './event.ts';
import { id, slug } from './fields.ts';
import { isAnswerable, type Offer } from './offer.ts';
import { askingStates, visitorKinds } from './vocabulary.ts';
import type { AskingRules } from './week-settings.ts';

/**
 * Asking organisations or volunteers to an event, one tier after another, until enough have said yes. `open` while a tier
 * has time to answer; `full` with enough; `spent` when nobody is left to ask.
 */
export const asking = z.strictObject({
  edition: slug,
  event: slug,
  kind: z.enum(visitorKinds),
  needed: z.int(),
  /** Who is asked when, the first tier first. */
  tiers: z.array(z.array(id)),
  /** How many tiers were asked, and who of them at which moment. */
  tier: z.int(),
  rounds: z.array(z.strictObject({ at: instant, who: z.array(id) })),
  /** Until when the tier asked last has time. */
  until: z.optional(instant),
  state: z.enum(askingStates),
  version: z.int(),
});
export type Asking = z.infer<typeof asking>;

/** Everybody who was asked so far. */
export function askedIn({ rounds }: Asking): ReadonlySet<string> {
  return new Set(rounds.flatMap(({ who }) => who));
}

/** How many of those who were asked have said yes; one that waits for the safeguarding lead is taken too. */
export function saidYes(current: Asking, offers: readonly Offer[]): number {
  const asked = askedIn(current);
  return offers.filter(({ visitor, state }) => asked.has(visitor) && (state === 'accepted' || state === 'waiting')).length;
}

/** Refuses a yes of somebody who was asked, once enough others have said it. Conflict `enough`. */
export function requireNotEnough(current: Asking | undefined, offers: readonly Offer[], visitor: string): void {
  if (!current || !askedIn(current).has(visitor)) return;
  if (
    saidYes(
      current,
      offers.filter((one) => one.visitor !== visitor),
    ) < current.needed
  )
    return;
  throw new AppError('conflict', 'enough', 'Enough people have said yes meanwhile. Thank you: you need not come.');
}

type Look = {
  readonly event: Event;
  readonly offers: readonly Offer[];
  /** Who can be asked now: takes part, is free that day, and was not asked too often. */
  readonly mayAsk: (visitor: string) => boolean;
  readonly rules: AskingRules;
  readonly now: Instant;
};

/** What becomes of an event and the places it offers. */
export type AskingStep = Decision<Asking> & {
  readonly event: Event;
  readonly made: readonly Offer[];
  readonly closed: readonly Offer[];
};

/**
 * The next step of asking, as things stand: with enough, the places that nobody answered yet are closed; with too few, the
 * next tier is asked once the last one's time is over or all of it has answered. Undefined when there is nothing to do.
 */
export function nextStep(current: Asking, look: Look): AskingStep | undefined {
  const { event, offers, now } = look;
  if (current.state === 'stopped') return undefined;
  const asked = askedIn(current);
  const open = offers.filter(({ visitor, state }) => asked.has(visitor) && state === 'offered');
  if (!isAnswerable(event, now)) return ended(current, event, 'stopped', []);
  if (saidYes(current, offers) >= current.needed) {
    return current.state === 'full' && open.length === 0 ? undefined : ended(current, event, 'full', open);
  }
  const due = current.state === 'full' || current.until === undefined || current.until <= now || open.length === 0;
  if (!due) return undefined;
  return ask(current, look) ?? (current.state === 'spent' ? undefined : ended(current, event, 'spent', []));
}

/** Asks the next tier in which there is somebody to ask. */
function ask(current: Asking, { event, offers, mayAsk, rules, now }: Look): AskingStep | undefined {
  const there = new Set(offers.map(({ visitor }) => visitor));
  for (let tier = current.tier; tier < current.tiers.length; tier += 1) {
    const who = (current.tiers[tier] ?? []).filter((visitor) => !there.has(visitor) && mayAsk(visitor));
    if (who.length === 0) continue;
    const made = who.map((visitor): Offer => {
      return {
        edition: event.edition,
        event: event.event,
        visitor,
        kind: current.kind,
        state: 'offered',
        offeredAt: now,
        version: 1,
      };
    });
    const state: Asking = {
      ...current,
      tier: tier + 1,
      rounds: [...current.rounds, { at: now, who }],
      until: secondsAfter(now, rules.answerHours * 3600),
      state: 'open',
      version: current.version + 1,
    };
    const facts = [askingFact(state), ...made.map((one) => ({ type: 'offer.made.v1', data: offerData(one) }) as const)];
    return { state, facts, event: naming(event, current.kind, (ids) => [...new Set([...ids, ...who])]), made, closed: [] };
  }
  return undefined;
}

function ended(current: Asking, event: Event, to: Asking['state'], closed: readonly Offer[]): AskingStep {
  const state: Asking = { ...current, state: to, until: undefined, version: current.version + 1 };
  const gone = new Set(closed.map(({ visitor }) => visitor));
  const facts = [askingFact(state), ...closed.map((one) => ({ type: 'offer.closed.v1', data: offerData(one) }) as const)];
  const left = closed.length === 0 ? event : naming(event, current.kind, (ids) => ids.filter((one) => !gone.has(one)));
  return { state, facts, event: left, made: [], closed };
}

function naming(event: Event, kind: Asking['kind'], change: (ids: readonly string[]) => string[]): Event {
  const version = event.version + 1;
  return kind === 'organisation'
    ? { ...event, organisations: change(event.organisations), version }
    : { ...event, volunteers: change(event.volunteers), version };
}

/** What is said of each change of asking. */
export function askingFact({ event, kind, tier, state, version }: Asking): NewFact {
  return { type: 'asking.changed.v1', data: { event, kind, tier, state, version } };
}

function offerData({ event, kind, visitor, version }: Offer) {
  return { event, kind, visitor, version };
}
