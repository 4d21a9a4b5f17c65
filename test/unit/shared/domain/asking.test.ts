import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Asking, askedIn, nextStep, requireNotEnough, saidYes } from '#shared/domain/asking.ts';
import { beginAsking, stopAsking } from '#shared/domain/begin-asking.ts';
import { type Candidate, tiersOf, timesAsked } from '#shared/domain/asking-tiers.ts';
import type { Event } from '#shared/domain/event.ts';
import type { Offer } from '#shared/domain/offer.ts';
import { usual } from '#shared/domain/week-settings.ts';
import { idOf } from '#shared/kernel/ids.ts';
import { type Instant, instant, secondsAfter } from '#shared/kernel/time.ts';
import { event as anEvent } from '../../web/examples.ts';

const start = instant.parse('2025-01-20T09:00:00.000Z');
const later = (hours: number) => secondsAfter(start, hours * 3600);
const event: Event = { ...anEvent, volunteers: [], halfDay: '2025-03-03-am', state: 'confirmed' };
const person = (index: number) => idOf('volunteer', String(index));
const form = { version: event.version, kind: 'volunteer', needed: 2 } as const;
const rules = usual.asking;
const begin = (tiers: readonly (readonly string[])[], more: object = {}) =>
  beginAsking(undefined, { event, form: { ...form, ...more }, tiers, now: start }).state;

describe('given two tiers of two, when two are needed', () => {
  const tiers = [
    [person(0), person(1)],
    [person(2), person(3)],
  ];
  const look = (offers: readonly Offer[], now: Instant, mayAsk = (_: string) => true) => ({ event, offers, mayAsk, rules, now });
  const first = nextStep(begin(tiers), look([], start));
  if (!first) throw new Error('the first tier is asked at once');
  const answered = (states: readonly Offer['state'][]) =>
    first.made.map((one, index): Offer => ({ ...one, state: states[index] ?? 'offered' }));

  test('the first tier is asked at once, with time to answer, and the event names it', () => {
    expect(first.made.map(({ visitor }) => visitor)).toEqual(tiers[0]);
    expect(first.state).toMatchObject({ tier: 1, until: later(48), state: 'open' });
    expect(first.event.volunteers).toEqual(tiers[0]);
    expect(first.facts.map(({ type }) => type)).toEqual(['asking.changed.v1', 'offer.made.v1', 'offer.made.v1']);
    expect(nextStep(first.state, look(first.made, later(47)))).toBeUndefined();
  });

  test('the second is asked when the time is over, or when all of the first have answered', () => {
    expect(nextStep(first.state, look(first.made, later(48)))?.made.map(({ visitor }) => visitor)).toEqual(tiers[1]);
    expect(nextStep(first.state, look(answered(['declined', 'accepted']), later(1)))?.made).toHaveLength(2);
    expect(nextStep(first.state, look(answered(['declined', 'offered']), later(1)))).toBeUndefined();
  });

  test('enough is enough: the rest is closed, and a late yes is refused with the reason', () => {
    const offers = [
      ...answered(['accepted', 'waiting']),
      ...first.made.slice(0, 1).map((one): Offer => ({ ...one, visitor: person(2) })),
    ];
    const asked = { ...first.state, rounds: [{ at: start, who: [person(0), person(1), person(2)] }] };
    const step = nextStep(asked, look(offers, later(1)));
    expect(step?.state.state).toBe('full');
    expect(step?.closed.map(({ visitor }) => visitor)).toEqual([person(2)]);
    expect(() => requireNotEnough(asked, offers, person(2))).toThrow(expect.objectContaining({ code: 'enough' }));
    expect(() => requireNotEnough(asked, offers, person(0))).not.toThrow();
    expect(() => requireNotEnough(asked, offers, person(9))).not.toThrow();
  });

  test('who gives a place back makes the next be asked; with nobody left it is spent, and says so once', () => {
    const full: Asking = { ...first.state, state: 'full', until: undefined };
    const offers = answered(['accepted', 'declined']);
    expect(nextStep(full, look(offers, later(9)))?.made.map(({ visitor }) => visitor)).toEqual(tiers[1]);
    const spent = nextStep(
      full,
      look(offers, later(9), () => false),
    );
    expect(spent?.state.state).toBe('spent');
    expect(
      spent &&
        nextStep(
          spent.state,
          look(offers, later(99), () => false),
        ),
    ).toBeUndefined();
  });

  test('it stops on the day, when the event is cancelled, and when an organiser says so', () => {
    expect(nextStep(first.state, look(first.made, instant.parse('2025-03-03T00:00:00.000Z')))?.state.state).toBe('stopped');
    const { state } = stopAsking(first.state, { version: first.state.version });
    expect(nextStep(state, look(first.made, later(60)))).toBeUndefined();
    expect(() => stopAsking(first.state, { version: 0 })).toThrow(expect.objectContaining({ code: 'changed-meanwhile' }));
  });
});

test.each([
  ['changed-meanwhile', { version: 0 }, {}],
  ['nobody-to-ask', { leaveOut: [person(0)] }, {}],
  ['event-closed', {}, { state: 'cancelled' }],
  ['event-closed', {}, { state: 'draft' }],
] as const)('asking does not begin: %s', (code, more, of) => {
  const given = {
    event: { ...event, ...of },
    form: { ...form, ...more, leaveOut: 'leaveOut' in more ? [...more.leaveOut] : undefined },
  };
  expect(() => beginAsking(undefined, { ...given, tiers: [[person(0)]], now: start })).toThrow(expect.objectContaining({ code }));
});

const candidate = (index: number, more: Partial<Candidate> = {}): Candidate => ({
  visitor: person(index),
  name: `Person ${index}`,
  places: 0,
  asked: 0,
  busy: false,
  ...more,
});

test('the first tier has no place yet, and nobody who is busy or was asked often enough is in any', () => {
  const all = [
    candidate(0, { places: 1 }),
    candidate(1),
    candidate(2, { busy: true }),
    candidate(3, { asked: 3 }),
    candidate(4, { places: 5 }),
  ];
  expect(tiersOf(all, rules).map((tier) => tier.map(({ name }) => name))).toEqual([['Person 1'], ['Person 0'], ['Person 4']]);
});

test('being asked counts for as many days as the rule says, once for each event, also where the place was closed', () => {
  const asking: Asking = { ...begin([[person(0)]]), rounds: [{ at: start, who: [person(0)] }] };
  const offer: Offer = {
    edition: event.edition,
    event: event.event,
    visitor: person(0),
    kind: 'volunteer',
    state: 'offered',
    offeredAt: start,
    version: 1,
  };
  const history = { offers: [offer, { ...offer, event: 'other' }], askings: [asking], rules };
  expect(timesAsked(person(0), { ...history, now: later(1) })).toBe(2);
  expect(timesAsked(person(0), { ...history, offers: [], now: later(1) })).toBe(1);
  expect(timesAsked(person(0), { ...history, now: later(24 * 14) })).toBe(0);
});

test('whatever is answered in whatever order, no more come than are needed, and nobody is asked twice', () => {
  const steps = fc.array(fc.record({ who: fc.nat(11), says: fc.constantFrom('yes', 'no', 'wait') }), { maxLength: 60 });
  fc.assert(
    fc.property(steps, fc.integer({ min: 1, max: 6 }), (all, needed) => {
      const tiers = [0, 1, 2].map((tier) => [0, 1, 2, 3].map((one) => person(tier * 4 + one)));
      let asking = begin(tiers, { needed });
      let offers: Offer[] = [];
      let now = start;
      let made = 0;
      for (const { who, says } of all) {
        if (says === 'wait') now = secondsAfter(now, 30 * 3600);
        offers = offers.map((one): Offer => {
          if (one.visitor !== person(who) || says === 'wait') return one;
          if (says === 'no') return { ...one, state: 'declined' };
          try {
            requireNotEnough(asking, offers, one.visitor);
            return { ...one, state: 'accepted' };
          } catch {
            return one;
          }
        });
        for (let step = nextStep(asking, { event, offers, mayAsk: () => true, rules, now }); step; ) {
          const closed = new Set(step.closed);
          asking = step.state;
          made += step.made.length;
          offers = [...offers.filter((one) => !closed.has(one)), ...step.made];
          step = nextStep(asking, { event, offers, mayAsk: () => true, rules, now });
        }
        expect(saidYes(asking, offers)).toBeLessThanOrEqual(needed);
        expect(askedIn(asking).size).toBe(made);
        if (asking.state === 'full') expect(offers.some(({ state }) => state === 'offered')).toBe(false);
      }
    }),
    { numRuns: 500 },
  );
});
