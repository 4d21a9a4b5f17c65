import { AppError } from '../kernel/errors.ts';
import { type Cohorts, pupilsIn } from './fields.ts';
import type { School } from './school.ts';

/** How many more pupils than the register counts a school may have: the count can be a year old, and a school grows by classes. */
const grown = 30;

/**
 * Refuses more pupils than a school can have by the register, or than its organiser agreed to, whichever is more. Invalid
 * `above-roll`. A school without a count there is taken at its word.
 */
export function requireOnRoll(school: Pick<School, 'pupils'> | undefined, cohorts: Cohorts, agreed = 0): void {
  if (school?.pupils === undefined) return;
  const pupils = pupilsIn(cohorts);
  if (pupils <= Math.max(school.pupils + grown, agreed)) return;
  const message = `The register of schools has ${school.pupils} pupils at this school, and you entered ${pupils}. Enter fewer, or ask the organiser`;
  throw new AppError('invalid', 'above-roll', `${message}.`, [{ path: 'cohorts', message }]);
}
