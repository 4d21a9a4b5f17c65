import { expect, test } from 'vitest';
import type { Event } from '#shared/domain/event.ts';
import { stageOf } from '#shared/domain/event-stage.ts';
import type { Offer } from '#shared/domain/offer.ts';
import { instant } from '#shared/kernel/time.ts';
import { event as anEvent } from '../../web/examples.ts';

const event: Event = { ...anEvent, halfDay: '2025-03-31-am', hours: { starts: '09:15', ends: '11:45' }, state: 'confirmed' };
const before = instant.parse('2025-03-30T12:00:00.000Z');
const stage = (states: readonly Offer['state'][], now = before, more: { held?: boolean; state?: Event['state'] } = {}) =>
  stageOf(
    { ...event, state: more.state ?? 'confirmed' },
    { offers: states.map((state) => ({ state })), held: more.held ?? false, now },
  );

test('an event is offered until every place is answered and one is taken', () => {
  expect(stage(['offered', 'accepted'])).toBe('offered');
  expect(stage(['waiting', 'accepted'])).toBe('offered');
  expect(stage(['declined', 'declined'])).toBe('offered');
  expect(stage(['declined', 'accepted'])).toBe('confirmed');
  expect(stage([])).toBe('confirmed');
});

test('it runs within its hours by the clocks of London, in summer time too, and is held once pupils are counted', () => {
  expect(stage(['accepted'], instant.parse('2025-03-31T08:14:59.000Z'))).toBe('confirmed');
  expect(stage(['accepted'], instant.parse('2025-03-31T08:15:00.000Z'))).toBe('running');
  expect(stage(['accepted'], instant.parse('2025-03-31T10:45:00.000Z'))).toBe('over');
  expect(stage(['accepted'], instant.parse('2025-03-31T10:45:00.000Z'), { held: true })).toBe('held');
});

test('a draft and a cancelled event stay what they are', () => {
  const late = instant.parse('2025-04-01T10:00:00.000Z');
  expect(stage(['accepted'], late, { state: 'draft' })).toBe('draft');
  expect(stage(['accepted'], late, { state: 'cancelled', held: true })).toBe('cancelled');
});
