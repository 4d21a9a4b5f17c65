import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mutations } from '../mutations/list.ts';

const root = join(import.meta.dirname, '../..');

test.for(mutations)('the mutation “$why” still has its line to break and its tests to notice', ({ file, from, to, tests }) => {
  expect(readFileSync(join(root, file), 'utf8').split(from)).toHaveLength(2);
  expect(to).not.toBe(from);
  expect(tests.filter((one) => !existsSync(join(root, one)))).toEqual([]);
});
