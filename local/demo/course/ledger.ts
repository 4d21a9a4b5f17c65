import { createHash } from 'node:crypto';
import { cloudThemes } from '#shared/domain/courses/template.ts';
import { pupilsTwice } from '#shared/domain/instruments/pupils.ts';
import type { CourseInputs, PlannedCourse } from './inputs.ts';

/** The client's own count of what it sent, by its own arithmetic, never read back from the system. */
export type CourseCount = {
  /** The codes that have a place, by course, in the order of the draw. */
  readonly places: ReadonlyMap<string, readonly string[]>;
  readonly attended: number;
  readonly held: readonly number[];
  readonly matched: number;
  readonly once: number;
  /** By the wording of each statement on a scale of skill, or counted: pairs and mean change in hundredths. */
  readonly changes: ReadonlyMap<string, string>;
  /** Themes that are shown, with their counts, the most chosen first. */
  readonly cloud: string;
  readonly guests: number;
};

const few = 8;

/** Counts what is sent. */
export function countOf({ courses }: CourseInputs): CourseCount {
  const children = courses.flatMap((one) => one.children);
  const pairs = children.flatMap(({ before, after }) => (after ? [{ before, after }] : []));
  const steps = pupilsTwice.statements.filter(({ scale }) => scale !== 'sure');
  return {
    places: new Map(courses.map((one) => [one.course, placesIn(one)])),
    attended: sum(courses.flatMap(({ attended }) => attended)),
    held: courses.map(({ ticked }) => ticked.length),
    matched: pairs.length,
    once: children.length - pairs.length,
    changes: new Map(
      steps.map(({ id, text }) => [text, changeOf(pairs.map(({ before, after }) => (after[id] ?? 0) - (before[id] ?? 0)))]),
    ),
    cloud: cloudOf(courses, children.length),
    guests: sum(courses.map(({ assembly }) => assembly.guests)),
  };
}

function placesIn({ course, seed, applicants, places }: PlannedCourse): string[] {
  const lots = applicants.map(({ code }) => ({
    code,
    lot: createHash('sha256').update(`${course}|${seed}|${code}`).digest('hex'),
  }));
  return lots
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, places)
    .map(({ code }) => code);
}

function cloudOf(courses: readonly PlannedCourse[], children: number): string {
  if (children < 10) return 'hidden';
  const counted = cloudThemes.map((theme) => ({ theme, count: sum(courses.map(({ cloud }) => cloud[theme])) }));
  const shown = counted.filter(({ count }) => count >= few && (count === children || children - count >= few));
  const ordered = shown.sort((a, b) => b.count - a.count || (a.theme < b.theme ? -1 : 1));
  return ordered.map(({ theme, count }) => `${theme} ${count}`).join(', ');
}

/** How many pairs, and their mean change in hundredths, half away from zero, by whole numbers. */
function changeOf(changes: readonly number[]): string {
  const n = changes.length;
  const total = sum(changes);
  const thousandths = n === 0 ? 0 : Math.trunc((Math.abs(total) * 1000) / n);
  const hundredths = Math.trunc(thousandths / 10) + (thousandths % 10 >= 5 ? 1 : 0);
  return `${n}: ${total < 0 ? -hundredths : hundredths}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
