import { roundedQuotient } from './rounding.ts';

/**
 * How many whole answers from 1 to 5 can have this mean at all, once it is rounded half up to two decimals: every such n
 * up to `most`, smallest first. A mean moves in steps of 1/n, so few answers can give only few means. The idea is the
 * GRIM test: Brown and Heathers (2017), “The GRIM test”, Social Psychological and Personality Science 8, 363–369.
 */
export function possibleAnswers(mean: number, most: number): number[] {
  return Array.from({ length: most }, (_, index) => index + 1).filter((n) => isPossibleMean(mean, n));
}

/** Whether n whole answers from 1 to 5 can have this mean to two decimals. */
export function isPossibleMean(mean: number, n: number): boolean {
  const near = Math.round(mean * n);
  // One step either way is enough: a further sum is at least 1/n away, which rounding bridges only where n is above 100.
  const reach = Math.ceil(n / 100) + 1;
  return Array.from({ length: 2 * reach + 1 }, (_, index) => near - reach + index).some(
    (sum) => sum >= n && sum <= 5 * n && roundedQuotient(sum, n) === mean,
  );
}
