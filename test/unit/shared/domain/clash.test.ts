import { describe, expect, test } from 'vitest';
import { clashesOf, gatheringOf } from '#shared/domain/clash.ts';
import type { Position } from '#shared/domain/distance.ts';
import type { Hours } from '#shared/domain/hours.ts';
import type { Event } from '#shared/domain/event.ts';
import { moveEvent } from '#shared/domain/event-moves.ts';
import { offersOf } from '#shared/domain/offer.ts';
import { tasksOfEvent } from '#shared/domain/task.ts';
import { instant } from '#shared/kernel/time.ts';
import { booking, edition, event, volunteer } from '../../web/examples.ts';

const now = instant.parse('2025-02-24T10:00:00.000Z');
const first: Event = { ...event, volunteers: [volunteer.volunteer] };
const second: Event = { ...first, event: 'second', title: 'Second' };
const offers = offersOf(first, now);
const whats = (one: Event, other: Event, at = { mine: [booking], theirs: [booking] }) =>
  clashesOf(gatheringOf(one, offersOf(one, now), at.mine), [gatheringOf(other, offersOf(other, now), at.theirs)]).map(
    ({ what }) => what,
  );

test('two events of one half-day clash by organisation, volunteer, host and class, and an event never with itself', () => {
  expect(whats(first, second)).toEqual(['organisations', 'volunteers', 'host', 'schools']);
  expect(whats(first, first)).toEqual([]);
  expect(whats(first, { ...second, halfDay: '2025-03-03-pm' })).toEqual([]);
});

test('whoever declined, another hall and another year group of the same school do not clash', () => {
  const declined = offers.map((offer) => ({ ...offer, state: 'declined' as const }));
  const elsewhere = { ...second, host: undefined };
  const others = [gatheringOf(elsewhere, declined, [{ ...booking, cohorts: { year2: 20 } }])];
  expect(clashesOf(gatheringOf(first, offers, [booking]), others)).toEqual([]);
});

test('a clash waits for an organiser until the day is over in London', () => {
  const mine = gatheringOf(first, offers, []);
  const clashes = clashesOf(mine, [{ ...mine, event: 'second' }]);
  expect(tasksOfEvent(first, clashes, now, now)).toEqual([
    { edition: first.edition, kind: 'clash', subject: first.event, event: first.event, since: now },
  ]);
  expect(tasksOfEvent(first, clashes, now, instant.parse('2025-03-04T00:00:00.000Z'))).toEqual([]);
  expect(tasksOfEvent(first, [], now, now)).toEqual([]);
});

describe('two places on one day', () => {
  const town = { latitude: 52.4068, longitude: -1.5197 };
  const village = { latitude: 52.4968, longitude: -1.5197 };
  const at = (hours: Hours, position: Position | undefined, more: Partial<Event> = {}) =>
    gatheringOf({ ...first, host: undefined, hours, ...more }, offersOf(first, now), [booking], position);
  const early = { starts: '09:00', ends: '10:00' };
  const late = { starts: '10:30', ends: '11:30' };

  test('do not clash where the way between them fits into the time', () => {
    expect(clashesOf(at(early, town), [at(late, town, { event: 'second' })])).toEqual([]);
    expect(clashesOf(at(early, town), [at(late, undefined, { event: 'second' })])).toEqual([]);
  });

  test('clash where nobody gets there in time, with the way and the time, whichever of them is asked', () => {
    const [one, two] = [at(early, town), at(late, village, { event: 'second', title: 'Second' })];
    for (const clashes of [clashesOf(one, [two]), clashesOf(two, [one])]) {
      expect(clashes.map(({ what }) => what)).toEqual(['organisations', 'volunteers', 'schools']);
      expect(clashes[0]?.tooFar).toMatchObject({ minutes: 41, between: 30, earlier: early, later: late });
      expect(clashes[0]?.tooFar?.kilometres).toBeCloseTo(10, 0);
    }
    const afternoon = { halfDay: '2025-03-03-pm', event: 'second' };
    expect(clashesOf(one, [at({ starts: '13:00', ends: '14:00' }, village, afternoon)])).toEqual([]);
    expect(clashesOf(one, [at({ starts: '10:10', ends: '14:00' }, village, afternoon)])).toHaveLength(3);
  });

  test('of which one is online are as far apart as the clock says', () => {
    expect(clashesOf(at(early, town), [at(late, village, { event: 'second', kind: 'online' })])).toEqual([]);
    expect(clashesOf(at(early, town), [at(early, village, { event: 'second', kind: 'online' })])).toHaveLength(3);
  });

  test('of a draft clash by those it names', () => {
    const draft = gatheringOf({ ...second, state: 'draft' }, [], []);
    expect(clashesOf(gatheringOf(first, offers, []), [draft]).map(({ what }) => what)).toEqual([
      'organisations',
      'volunteers',
      'host',
    ]);
  });
});

const form = { version: event.version, halfDay: '2025-03-04-am', venue: event.venue };
const move = (more: object = {}, current: Event = first) =>
  moveEvent(current, { edition, form: { ...form, ...more }, offers, bookings: [booking], now });

test('a move to another half-day asks again whoever accepted, and keeps what was declined', () => {
  const [one, ...rest] = offers;
  if (!one) throw new Error('the example event offers places');
  const answered = [{ ...one, state: 'accepted' as const, answeredAt: now }, ...rest];
  const { state, facts, asked } = moveEvent(first, { edition, form, offers: answered, bookings: [], now });
  expect(state).toMatchObject({ halfDay: '2025-03-04-am', version: 2 });
  expect(facts[0]?.data).toMatchObject({ before: event.halfDay, halfDay: '2025-03-04-am', changed: ['halfDay'] });
  expect(asked[0]).toMatchObject({ state: 'offered', answeredAt: undefined, version: 2 });
  expect(move({ halfDay: event.halfDay, venue: 'The gym' })).toMatchObject({
    asked: [],
    facts: [{ data: { changed: ['venue'] } }],
  });
});

test('the same again changes nothing; what changed meanwhile, days outside the edition and days gone by are refused', () => {
  expect(move({ halfDay: event.halfDay, version: 0 })).toMatchObject({ facts: [], state: first });
  expect(() => move({ version: 0 })).toThrow(expect.objectContaining({ code: 'changed-meanwhile' }));
  expect(() => move({ halfDay: '2030-01-01-am' })).toThrow(expect.objectContaining({ kind: 'invalid' }));
  expect(() => move({}, { ...first, state: 'cancelled' })).toThrow(expect.objectContaining({ code: 'event-cancelled' }));
  const late = { edition, form, offers, bookings: [], now: instant.parse('2025-03-04T00:00:00.000Z') };
  expect(() => moveEvent(first, late)).toThrow(expect.objectContaining({ code: 'event-over' }));
  const noVenue = { ...first, host: undefined, venue: 'The gym' };
  expect(() => move({ venue: undefined }, noVenue)).toThrow(expect.objectContaining({ code: 'venue-missing' }));
});
