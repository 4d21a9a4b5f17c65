import { daysAfter, type EpochSeconds, epochSecondsOf, instant } from '../kernel/time.ts';
import type { Edition } from './edition.ts';

/** Until when a link or an address of an edition works: 30 days after the survey's last day, as epoch seconds. */
export function linkUntil({ surveyCloses }: Pick<Edition, 'surveyCloses'>): EpochSeconds {
  return epochSecondsOf(instant.parse(`${daysAfter(surveyCloses, 30)}T00:00:00.000Z`));
}
