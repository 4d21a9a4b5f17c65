import { expect, test } from 'vitest';
import type { Event } from '#shared/domain/event.ts';
import { cancelEvent } from '#shared/domain/event-changes.ts';
import { instant } from '#shared/kernel/time.ts';
import { booking, event } from '../../web/examples.ts';

const now = instant.parse('2025-02-24T10:00:00.000Z');
const form = { version: event.version, placesFree: event.placesFree, reason: 'No power' };
const cancel = (current: Event = event, more: object = {}) => cancelEvent(current, { form, bookings: [booking], now, ...more });

test('a cancelled event keeps when and why, and the fact says neither', () => {
  const { state, facts } = cancel();
  expect(state).toMatchObject({
    state: 'cancelled',
    cancelledAt: now,
    cancellationReason: 'No power',
    version: 2,
    placesFree: 90,
  });
  const data = { event: event.event, kind: 'rotation', halfDay: event.halfDay, version: 2 };
  expect(facts).toEqual([{ type: 'event.cancelled.v1', data }]);
});

test('an event is cancelled once, and never after pupils came or its day is over in London', () => {
  expect(() => cancel(cancel().state)).toThrow('was cancelled on Monday 24 February 2025');
  const came = { bookings: [booking, { ...booking, attended: 1 }] };
  expect(() => cancel(event, came)).toThrow(expect.objectContaining({ code: 'event-held' }));
  expect(
    cancel(event, { bookings: [{ ...booking, attended: 0 }], now: instant.parse('2025-03-03T23:59:59.000Z') }).facts,
  ).toHaveLength(1);
  const late = { now: instant.parse('2025-03-04T00:00:00.000Z') };
  expect(() => cancel(event, late)).toThrow(expect.objectContaining({ code: 'event-over' }));
});

test('what changed after the organiser looked is not cancelled unseen', () => {
  for (const stale of [
    { ...form, version: 0 },
    { ...form, placesFree: 91 },
  ]) {
    expect(() => cancel(event, { form: stale })).toThrow(expect.objectContaining({ code: 'changed-meanwhile' }));
  }
});
