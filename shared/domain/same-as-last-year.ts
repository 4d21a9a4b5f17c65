import { type JourneyKind, journeys, type Progress, type StepName, stepsOf, type Typed } from './journeys.ts';
import type { Organisation } from './organisation.ts';
import type { Registration } from './registration.ts';
import type { Volunteer } from './volunteer.ts';

/** Pages about what changes from year to year, or is agreed to each time: asked again, with the earlier answer where it fits. */
const askedAgain: ReadonlySet<StepName> = new Set(['pupils', 'half-days', 'people', 'safeguarding', 'credit'] as const);
/** Answers that are never taken over: days of another year, promises, and other people. */
const leftOut: ReadonlySet<string> = new Set(['halfDays', 'safeguarding', 'colleagues', 'organisation']);

/**
 * A form begun with the answers of an earlier year: pages count as answered where their answers still fit, but for what
 * is asked each year anew. `fits` says whether a page's answers fit its questions.
 */
export function sameAsLastYear(
  kind: JourneyKind,
  record: Registration | Organisation | Volunteer,
  fits: (step: StepName, values: Typed) => boolean,
): Progress {
  const own = Object.keys(journeys[kind].form.shape).filter((field) => !leftOut.has(field));
  const values = Object.fromEntries(own.flatMap((field) => typedAs(field, Reflect.get(record, field))));
  return { values, done: stepsOf(kind, values).filter((step) => !askedAgain.has(step) && fits(step, values)) };
}

/** A kept answer as it would be typed into its form. */
function typedAs(field: string, value: unknown): [string, string[]][] {
  if (Array.isArray(value)) return value.length === 0 ? [] : [[field, value.map(String)]];
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([part, inner]: [string, unknown]) => typedAs(`${field}.${part}`, inner));
  }
  if (typeof value === 'boolean') return [[field, [value ? 'yes' : 'no']]];
  return typeof value === 'string' || typeof value === 'number' ? [[field, [String(value)]]] : [];
}
