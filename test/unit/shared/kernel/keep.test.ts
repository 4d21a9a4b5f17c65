import { expect, test } from 'vitest';
import { keepFor } from '#shared/kernel/keep.ts';

function counted(milliseconds: number, answers: readonly (string | undefined)[]) {
  let loads = 0;
  const load = keepFor(milliseconds, async (_: object, key: string) => {
    const answer = answers[loads];
    loads += 1;
    return answer && `${key}: ${answer}`;
  });
  return { load, loads: () => loads };
}

test('what was found is given again without loading, apart for each owner and key', async () => {
  const { load, loads } = counted(60_000, ['one', 'two', 'three']);
  const [table, other] = [{}, {}];
  expect([await load(table, 'a'), await load(table, 'a')]).toEqual(['a: one', 'a: one']);
  expect([await load(other, 'a'), await load(table, 'b')]).toEqual(['a: two', 'b: three']);
  expect(loads()).toBe(3);
});

test('what was not found is looked for again', async () => {
  const { load } = counted(60_000, [undefined, 'found']);
  const table = {};
  expect([await load(table, 'a'), await load(table, 'a')]).toEqual([undefined, 'a: found']);
});

test('after its time it is loaded anew', async () => {
  const { load } = counted(0, ['old', 'new']);
  const table = {};
  expect([await load(table, 'a'), await load(table, 'a')]).toEqual(['a: old', 'a: new']);
});
