import { AppError } from '../kernel/errors.ts';

/** The most pupils one adult leads: a class (School Admissions (Infant Class Sizes) (England) Regulations 2012). */
export const mostWithOneAdult = 30;

/** Refuses more pupils than so many adults can lead. Invalid `too-few-adults`. */
export function requireEnoughAdults(pupils: number, adults: number, path: 'adults' | 'cohorts'): void {
  if (pupils <= adults * mostWithOneAdult) return;
  const needed = Math.ceil(pupils / mostWithOneAdult);
  const message = `One adult leads at most ${mostWithOneAdult} pupils: ${pupils} pupils need at least ${needed} adults`;
  throw new AppError('invalid', 'too-few-adults', `${message}.`, [{ path, message }]);
}
