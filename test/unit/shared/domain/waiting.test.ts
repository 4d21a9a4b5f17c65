import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Claim, inTurn, nextInTurn, pointsOf } from '#shared/domain/fair-shares.ts';
import type { WaitingEntry } from '#shared/domain/waiting-entry.ts';
import { answerPlaces, askForPlaces, lapsePlaces, offerPlaces } from '#shared/domain/waiting.ts';
import { usual } from '#shared/domain/week-settings.ts';
import { type Instant, instant, secondsAfter } from '#shared/kernel/time.ts';
import { event as anEvent, registration } from '../../web/examples.ts';

const start = instant.parse('2025-01-20T09:00:00.000Z');
const rules = usual.waiting;
const by = (now: Instant) => ({ now, rules });
const later = (days: number) => secondsAfter(start, days * 86_400);
const event = { ...anEvent, halfDay: '2025-12-01-am', state: 'confirmed', places: 40, placesFree: 0 } as const;

function entryOf(index: number, pupils: number, askedAt = start): WaitingEntry {
  const school = { ...registration, urn: String(800_001 + index), schoolName: `Fictional ${index}`, state: 'confirmed' } as const;
  return askForPlaces(undefined, { event, school, booked: false, form: { cohorts: { year4: pupils } }, now: askedAt }).state;
}
const claim = (entry: WaitingEntry, more: Partial<Claim> = {}): Claim => ({
  entry,
  hasPlace: false,
  percentageFsm: undefined,
  ...more,
});

describe('who is offered places first', () => {
  test('a school without a place, then one with more free meals, then who has waited longer', () => {
    const placed = claim(entryOf(0, 10), { hasPlace: true, percentageFsm: 45 });
    const none = claim(entryOf(1, 10, later(1)));
    const meals = claim(entryOf(2, 10, later(1)), { percentageFsm: 20 });
    const first = claim(entryOf(3, 10));
    expect(inTurn([placed, none, meals, first], by(later(2))).map(({ entry }) => entry.urn)).toEqual(
      [meals, first, none, placed].map(({ entry }) => entry.urn),
    );
    expect(pointsOf(placed, by(later(2)))).toEqual({ noPlaceYet: 0, freeMeals: 20, days: 2, all: 22 });
  });

  test('a group of 24 blocks no free place for 8, and is not split', () => {
    const claims = [claim(entryOf(0, 24)), claim(entryOf(1, 8), { hasPlace: true })];
    expect(nextInTurn(claims, 8, by(start))?.entry.pupils).toBe(8);
    expect(nextInTurn(claims, 24, by(start))?.entry.pupils).toBe(24);
    expect(nextInTurn(claims, 7, by(start))).toBeUndefined();
  });

  test('by the points that the edition gives', () => {
    const hungry = claim(entryOf(0, 10), { hasPlace: true, percentageFsm: 45 });
    const none = claim(entryOf(1, 10));
    const turn = (more: object) => inTurn([hungry, none], { now: start, rules: { ...rules, ...more } })[0];
    expect(turn({})).toBe(none);
    expect(turn({ manyMeals: 50 })).toBe(hungry);
    expect(pointsOf(none, { now: later(3), rules: { ...rules, perDay: 5 } }).days).toBe(15);
  });

  const someClaims = fc
    .array(fc.record({ pupils: fc.integer({ min: 1, max: 40 }), day: fc.nat(100), hasPlace: fc.boolean(), fsm: fc.nat(60) }), {
      maxLength: 12,
    })
    .map((all) =>
      all.map(({ pupils, day, hasPlace, fsm }, index) =>
        claim(entryOf(index, pupils, later(day)), { hasPlace, percentageFsm: fsm }),
      ),
    );

  test('the order depends on nothing but what is stated: not on the order in which the list is read', () => {
    fc.assert(
      fc.property(someClaims, fc.nat(200), (claims, day) => {
        const turn = inTurn(claims, by(later(day))).map(({ entry }) => entry.urn);
        expect(inTurn(claims.toReversed(), by(later(day))).map(({ entry }) => entry.urn)).toEqual(turn);
      }),
    );
  });

  test('nobody starves: whoever asked more than 50 days earlier is never passed over by one whose group is as large', () => {
    fc.assert(
      fc.property(someClaims, fc.nat(200), fc.nat(40), (claims, day, free) => {
        const next = nextInTurn(claims, free, by(later(100 + day)));
        if (!next) return;
        const passed = claims.filter(
          ({ entry }) => entry.pupils <= free && entry.askedAt < secondsAfter(next.entry.askedAt, -51 * 86_400),
        );
        expect(passed).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

type Step = { readonly what: 'ask' | 'give back' | 'accept' | 'decline' | 'wait'; readonly who: number; readonly pupils: number };
const steps = fc.array(
  fc.record({
    what: fc.constantFrom('ask' as const, 'give back' as const, 'accept' as const, 'decline' as const, 'wait' as const),
    who: fc.nat(7),
    pupils: fc.integer({ min: 1, max: 30 }),
  }),
  { maxLength: 60 },
);

/** A whole event: its counter, its bookings and its list, as the handlers keep them. */
class House {
  now: Instant = start;
  free = event.places;
  booked = new Map<number, number>();
  entries = new Map<number, WaitingEntry>();

  take(step: Step): void {
    const entry = this.entries.get(step.who);
    if (step.what === 'ask' && !this.booked.has(step.who) && entry?.state !== 'offered') {
      this.entries.set(step.who, entryOf(step.who, step.pupils, this.now));
    } else if (step.what === 'give back') {
      this.free += this.booked.get(step.who) ?? 0;
      this.booked.delete(step.who);
    } else if (step.what === 'wait') {
      this.now = secondsAfter(this.now, step.pupils * 7200);
    } else if (entry && (step.what === 'accept' || step.what === 'decline')) this.answer(step.who, entry, step.what);
    this.lapse();
    this.offer();
  }

  answer(who: number, entry: WaitingEntry, what: 'accept' | 'decline'): void {
    const form = { version: entry.version, answer: what === 'accept' ? 'accepted' : 'declined' } as const;
    if (what === 'accept' && entry.state !== 'offered') return;
    if (what === 'accept' && (entry.until ?? '') <= this.now) return;
    const { booking } = answerPlaces(entry, { event, form, now: this.now });
    if (booking) this.booked.set(who, booking.pupils);
    else if (entry.state === 'offered') this.free += entry.pupils;
    this.entries.delete(who);
  }

  lapse(): void {
    for (const [who, entry] of this.entries) {
      const { state, facts } = lapsePlaces(entry, this.now);
      if (facts.length > 0) this.free += entry.pupils;
      this.entries.set(who, state);
    }
  }

  offer(): void {
    const claims = () => [...this.entries.values()].map((entry) => claim(entry));
    for (let next = nextInTurn(claims(), this.free, by(this.now)); next; next = nextInTurn(claims(), this.free, by(this.now))) {
      const { urn } = next.entry;
      this.free -= next.entry.pupils;
      this.entries.set(Number(urn) - 800_001, offerPlaces(next.entry, { event, rules, now: this.now }).state);
    }
  }
}

test('whatever happens in whatever order, no place is given twice or lost, and none stays free that a waiting group fits', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const house = new House();
      for (const step of all) {
        house.take(step);
        const offered = [...house.entries.values()].filter(({ state }) => state === 'offered');
        const given = [...house.booked.values(), ...offered.map(({ pupils }) => pupils)].reduce((sum, pupils) => sum + pupils, 0);
        expect(house.free).toBeGreaterThanOrEqual(0);
        expect(given + house.free).toBe(event.places);
        expect([...house.entries.values()].some(({ state, pupils }) => state === 'waiting' && pupils <= house.free)).toBe(false);
      }
    }),
    { numRuns: 500 },
  );
});

describe('one group', () => {
  const school = { ...registration, state: 'confirmed' } as const;
  const asking = { event, school, booked: false, form: { cohorts: { year4: 20 } }, now: start };

  test.each([
    ['not-confirmed', { school: { ...school, state: 'pending' as const } }],
    ['already-booked', { booked: true }],
    ['event-closed', { event: { ...event, state: 'cancelled' as const } }],
    ['event-closed', { now: instant.parse('2025-12-01T08:00:00.000Z') }],
    ['too-many', { form: { cohorts: { year4: 41 } } }],
  ])('cannot ask: %s', (code, more) => {
    expect(() => askForPlaces(undefined, { ...asking, ...more })).toThrow(expect.objectContaining({ code }));
  });

  test('that asks for another number keeps its time of asking', () => {
    const first = askForPlaces(undefined, asking).state;
    const more = askForPlaces(first, { ...asking, form: { cohorts: { year4: 25 } }, now: later(3) }).state;
    expect(more).toMatchObject({ pupils: 25, askedAt: start, version: 2 });
    expect(askForPlaces(first, asking).facts).toEqual([]);
  });

  test('is offered places for two days, and never beyond the day before', () => {
    const entry = askForPlaces(undefined, asking).state;
    expect(offerPlaces(entry, { event, rules, now: start }).state.until).toBe(later(2));
    const late = instant.parse('2025-11-30T12:00:00.000Z');
    expect(offerPlaces(entry, { event, rules, now: late }).state.until).toBe('2025-12-01T00:00:00.000Z');
  });

  test('is offered places for as long as its edition holds them', () => {
    const entry = askForPlaces(undefined, asking).state;
    const shorter = offerPlaces(entry, { event, rules: { ...rules, holdHours: 6 }, now: start }).state;
    expect(shorter.until).toBe('2025-01-20T15:00:00.000Z');
  });

  test('that answers too late is told that the places went on', () => {
    const entry = offerPlaces(askForPlaces(undefined, asking).state, { event, rules, now: start }).state;
    const form = { version: entry.version, answer: 'accepted' } as const;
    expect(() => answerPlaces(entry, { event, form, now: later(2) })).toThrow(expect.objectContaining({ code: 'offer-over' }));
    expect(() => answerPlaces(entry, { event, form: { ...form, version: 1 }, now: later(1) })).toThrow(
      expect.objectContaining({ code: 'changed-meanwhile' }),
    );
    expect(answerPlaces(entry, { event, form, now: later(1) }).booking).toMatchObject({ pupils: 20, version: 1 });
  });
});
