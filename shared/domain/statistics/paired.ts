import { rounded } from './rounding.ts';
import type { Interval } from './interval.ts';

/** How the same people changed: the change, its 95 % interval, and from how many pairs. */
export type PairedChange = Interval & { readonly n: number; readonly change: number };

/** The standard normal quantile for 95 %. */
const z = 1.959963984540054;

/**
 * The change of a share, in points of a hundred (-100 to 100), of the same n people asked twice: `gained` said yes only the
 * second time, `lost` only the first. Interval: the adjusted Wald interval of Bonett, D. G. and Price, R. M. (2012),
 * “Adjusted Wald confidence interval for a difference of binomial proportions based on paired data”, Journal of Educational
 * and Behavioral Statistics 37, 479–488: one is added to each kind of changer, which makes it fit for small n. n at least 1.
 */
export function pairedShareChange({ n, gained, lost }: { n: number; gained: number; lost: number }): PairedChange {
  const [up, down] = [(gained + 1) / (n + 2), (lost + 1) / (n + 2)];
  const middle = up - down;
  const reach = z * Math.sqrt((up + down - middle ** 2) / (n + 2));
  const points = (share: number) => rounded(100 * share, 1);
  return {
    n,
    change: points((gained - lost) / n),
    low: points(Math.max(-1, middle - reach)),
    high: points(Math.min(1, middle + reach)),
  };
}

/**
 * The mean change, in steps of the scale, of the same n people asked twice, from the sum of their changes and of the squares
 * of these. Interval: Student's (1908), “The probable error of a mean”, Biometrika 6, 1–25. `effect` is the mean change in
 * standard deviations of the changes: d_z of Lakens, D. (2013), “Calculating and reporting effect sizes”, Frontiers in
 * Psychology 4, 863; none where all changed alike. n at least 3.
 */
export function pairedMeanChange({ n, sum, squares }: { n: number; sum: number; squares: number }) {
  const mean = sum / n;
  const deviation = Math.sqrt(Math.max(0, (squares - n * mean ** 2) / (n - 1)));
  const reach = (studentQuantile(n - 1) * deviation) / Math.sqrt(n);
  return {
    n,
    change: rounded(mean),
    low: rounded(mean - reach),
    high: rounded(mean + reach),
    effect: deviation > 0 ? rounded(mean / deviation) : undefined,
  };
}

/**
 * Student's t for 95 % in the middle, by the expansion of Fisher, R. A. and Cornish, E. A. (1960), “The percentile points of
 * distributions having known cumulants”, Technometrics 2, 209–225 (Abramowitz and Stegun 26.7.5). Good to a thousandth from
 * 4 degrees of freedom on; below that it is too small by at most a tenth.
 */
export function studentQuantile(freedom: number): number {
  const terms = [
    z,
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92_160,
  ];
  return terms.reduce((total, term, power) => total + term / freedom ** power, 0);
}
