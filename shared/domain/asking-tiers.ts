import type { Instant } from '../kernel/time.ts';
import { secondsAfter } from '../kernel/time.ts';
import type { Asking } from './asking.ts';
import type { Offer } from './offer.ts';
import type { AskingRules } from './week-settings.ts';

/** Somebody who could be asked to an event: they offered its half-day. */
export type Candidate = {
  readonly visitor: string;
  readonly name: string;
  /** At how many events of the edition they have a place, or are asked for one. */
  readonly places: number;
  /** How often they were asked within the days of the rule. */
  readonly asked: number;
  /** They are at another event of the day, or named here already. */
  readonly busy: boolean;
};

/** Those who are asked first, second and third: without a place yet, with one or two, with more; in each by name. */
export function tiersOf(candidates: readonly Candidate[], rules: AskingRules): Candidate[][] {
  const free = candidates
    .filter((one) => !one.busy && one.asked < rules.most)
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  const within = (least: number, most: number) => free.filter(({ places }) => places >= least && places <= most);
  return [within(0, 0), within(1, 2), within(3, Number.POSITIVE_INFINITY)];
}

type History = {
  readonly offers: readonly Offer[];
  readonly askings: readonly Asking[];
  readonly rules: AskingRules;
  readonly now: Instant;
};

/** How often somebody was asked within the days of the rule, event by event, whatever became of it. */
export function timesAsked(visitor: string, { offers, askings, rules, now }: History): number {
  const since = secondsAfter(now, -rules.days * 86_400);
  const events = [
    ...offers.filter((one) => one.visitor === visitor && one.offeredAt > since).map(({ event }) => event),
    ...askings.flatMap(({ event, rounds }) => (rounds.some(({ at, who }) => at > since && who.includes(visitor)) ? [event] : [])),
  ];
  return new Set(events).size;
}
