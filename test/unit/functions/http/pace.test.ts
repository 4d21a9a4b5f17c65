import { expect, test } from 'vitest';
import { filledTooFast, refuseTooFast } from '#functions/http/pace.ts';
import { instant, secondsAfter } from '#shared/kernel/time.ts';
import { minimumJourney } from '#shared/system/protections.ts';

const started = instant.parse('2025-01-13T10:00:00.000Z');

test('a form of several pages that ends at once was not filled in by a person', () => {
  expect(filledTooFast(started, started)).toBe(true);
  expect(filledTooFast(started, secondsAfter(started, minimumJourney - 0.001))).toBe(true);
  expect(() => refuseTooFast(started, started)).toThrow('Look at your answers');
});

test('a person who is quick is not refused', () => {
  expect(filledTooFast(started, secondsAfter(started, minimumJourney))).toBe(false);
  expect(() => refuseTooFast(started, secondsAfter(started, 3600))).not.toThrow();
});
