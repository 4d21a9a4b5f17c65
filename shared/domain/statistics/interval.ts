import { rounded } from './rounding.ts';

/** The two ends of an interval, in the unit of what it is about. */
export type Interval = { readonly low: number; readonly high: number };

/** The standard normal quantile for 95 %. */
const z = 1.959963984540054;

/**
 * A 95 % interval for a share, from 0 to 1. Wilson's score interval: Wilson, E. B. (1927), “Probable inference, the law of
 * succession, and statistical inference”, Journal of the American Statistical Association 22, 209–212; advised for small n
 * by Brown, Cai and DasGupta (2001), “Interval estimation for a binomial proportion”, Statistical Science 16, 101–133.
 * `share` may lie between two counts; `n` is at least 1.
 */
export function shareInterval(share: number, n: number): Interval {
  const middle = share + z ** 2 / (2 * n);
  const spread = z * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2));
  const whole = 1 + z ** 2 / n;
  return { low: Math.max(0, (middle - spread) / whole), high: Math.min(1, (middle + spread) / whole) };
}

/**
 * A 95 % interval, to two decimals, for the mean of n answers on a scale with two ends, 1 and 5 by default.
 *
 * Answers between two ends vary at most as much as answers at the ends only: the variance is at most (5 − m)(m − 1)
 * (Bhatia and Davis (2000), “A better bound on the variance”, The American Mathematical Monthly 107, 353–357). With that
 * largest variance the mean's place on the scale is a share, and Wilson's interval holds for it. So the interval stays on
 * the scale, is never of no width (as Student's is when all answer the same), and is rather too wide than too narrow; at
 * worst, where all answers are at the ends, it is Wilson's own, which holds the truth about 93 times in 100 for such n.
 *
 * It needs the mean and n alone. An interval from the answers' own spread would tell of the answers that are withheld.
 */
export function meanInterval(mean: number, n: number, [lowest, highest]: readonly [number, number] = [1, 5]): Interval {
  const length = highest - lowest;
  const { low, high } = shareInterval((mean - lowest) / length, n);
  return { low: rounded(lowest + low * length), high: rounded(lowest + high * length) };
}
