import { expect, test } from 'vitest';
import { contrastOf } from '#shared/kernel/colour.ts';

// Known pairs: the extremes, and the greys and pure colours that accessibility guides give as examples.
test.for([
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#ffffff', 1],
  ['#767676', '#ffffff', 4.54],
  ['#777777', '#ffffff', 4.48],
  ['#ff0000', '#ffffff', 4],
  ['#0000ff', '#ffffff', 8.59],
  ['#FFFF00', '#0000ff', 8],
] as const)('the contrast of %s and %s is %f to 1', ([one, other, contrast]) => {
  expect(contrastOf(one, other)).toBeCloseTo(contrast, 2);
  expect(contrastOf(other, one)).toBe(contrastOf(one, other));
});
