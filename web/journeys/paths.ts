import type { Edition } from '#shared/domain/edition.ts';
import type { JourneyKind, StepName } from '#shared/domain/journeys.ts';
import { pathOf } from '../paths.ts';

/** The address of a journey's first page, or of one of its pages. */
export function applyPath(
  { edition }: Pick<Edition, 'edition'>,
  journey: JourneyKind,
  step?: StepName | 'check' | 'sent',
): string {
  if (step === undefined) return pathOf('/editions/{edition}/apply/{journey}', { edition, journey });
  return pathOf('/editions/{edition}/apply/{journey}/{step}', { edition, journey, step });
}

/** Where somebody begins who has chosen nothing yet: a school finds itself in the list first. */
export function entryPath({ edition }: Pick<Edition, 'edition'>, journey: JourneyKind): string {
  return journey === 'school' ? pathOf('/editions/{edition}/schools', { edition }) : applyPath({ edition }, journey);
}
