import { expect, test } from 'vitest';
import { together } from '#functions/runtime/together.ts';

function doubling() {
  const runs: (readonly number[])[] = [];
  const double = together(async (asked: readonly number[]) => {
    runs.push(asked);
    if (asked.includes(0)) throw new Error('nothing to double');
    return (one) => (one < 0 ? Promise.reject(new Error('below nothing')) : one * 2);
  });
  return { double, runs };
}

test('what is asked in one turn is done as one, and each gets its own answer', async () => {
  const { double, runs } = doubling();
  expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6]);
  expect(runs).toEqual([[1, 2, 3]]);
});

test('what is asked later is done later', async () => {
  const { double, runs } = doubling();
  await double(1);
  await double(2);
  expect(runs).toEqual([[1], [2]]);
});

test('what fails as a whole fails for everybody, and the next turn begins anew', async () => {
  const { double } = doubling();
  const [one, none] = await Promise.allSettled([double(1), double(0)]);
  expect([one.status, none.status]).toEqual(['rejected', 'rejected']);
  expect(await double(4)).toBe(8);
});

test('one answer may fail alone', async () => {
  const { double } = doubling();
  const [one, below] = await Promise.allSettled([double(1), double(-1)]);
  expect([one.status, below.status]).toEqual(['fulfilled', 'rejected']);
});
