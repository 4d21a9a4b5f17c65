import fc from 'fast-check';
import { expect, test } from 'vitest';
import { id } from '#shared/domain/fields.ts';
import { momentKey, timedIdOf } from '#shared/kernel/ids.ts';
import { instantOf } from '#shared/kernel/time.ts';

const moment = fc.date({ min: new Date('2000-01-01'), max: new Date('2200-01-01'), noInvalidDate: true });

test('ids of moments sort as the moments do, and are ids like any other', () => {
  fc.assert(
    fc.property(moment, moment, (one, other) => {
      const [first, second] = [one, other].map((date) => timedIdOf(instantOf(date), 'mail', 'a'));
      expect(id.safeParse(first).success).toBe(true);
      expect(first?.startsWith(momentKey(instantOf(one)))).toBe(true);
      if (one < other) expect((first ?? '') < (second ?? '')).toBe(true);
    }),
  );
});

test('within one moment, different parts make different ids', () => {
  const at = instantOf(new Date('2025-01-13T10:00:00Z'));
  const ids = Array.from({ length: 1000 }, (_, index) => timedIdOf(at, 'mail', String(index)));
  expect(new Set(ids).size).toBe(1000);
  expect(timedIdOf(at, 'ab', 'c')).not.toBe(timedIdOf(at, 'a', 'bc'));
});
