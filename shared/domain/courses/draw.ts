import { tokenHash } from '../../kernel/ids.ts';
import type { Course, CourseApplication } from './items.ts';

/** How one child's code came out of the draw. */
export type Drawn = CourseApplication & {
  /** From 1: the place in the order that the draw gave. */
  readonly order: number;
  /** The first eight signs of its hash, by which it was ordered. */
  readonly lot: string;
  readonly result: 'place' | 'next';
};

/**
 * Puts the codes in an order that anybody can work out again: by the SHA-256 of course, seed and code, in hexadecimal,
 * parted by a vertical bar. The first have places, the others are next in that order.
 */
export function drawOf(
  { course, seed, places }: Pick<Course, 'course' | 'seed' | 'places'>,
  applications: readonly CourseApplication[],
): Drawn[] {
  return applications
    .map((one) => ({ ...one, hash: tokenHash([course, seed, one.code].join('|')) }))
    .sort((a, b) => a.hash.localeCompare(b.hash))
    .map(({ hash, ...one }, index) => ({
      ...one,
      order: index + 1,
      lot: hash.slice(0, 8),
      result: index < places ? 'place' : 'next',
    }));
}
