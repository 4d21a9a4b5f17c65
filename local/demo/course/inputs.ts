import { type CloudTheme, cloudThemes, sessionNames } from '#shared/domain/courses/template.ts';
import { pupilsTwice } from '#shared/domain/instruments/pupils.ts';
import { type Random, randomFrom } from '../random.ts';

/** What one child answers, by statement: before the course and, unless they are away, after it. */
export type PlannedChild = { readonly before: Answers; readonly after: Answers | undefined };
export type Answers = Readonly<Record<string, number>>;

/** A course at one school of the demo, with all that happens in it. */
export type PlannedCourse = {
  readonly course: string;
  readonly urn: string;
  readonly email: string;
  readonly seed: string;
  readonly places: number;
  readonly days: Readonly<Record<(typeof sessionNames)[number], string>>;
  /** The children who apply, by the school's own codes. */
  readonly applicants: readonly { readonly code: string; readonly year: 'year4' | 'year5' }[];
  readonly children: readonly PlannedChild[];
  /** How many children come to each session. */
  readonly attended: readonly number[];
  /** Which of the professionals' sessions somebody ticks afterwards, from 1. */
  readonly ticked: readonly number[];
  readonly cloud: Readonly<Record<CloudTheme, number>>;
  readonly assembly: { readonly children: number; readonly guests: number; readonly names: number; readonly photos: number };
};
export type CourseInputs = { readonly courses: readonly PlannedCourse[] };

/** The professionals, each of whom comes once to each school, and who stands in. */
export const professionals = ['senior-nurse', 'social-worker', 'school-nurse', 'doctor'] as const;
export const standIn = 'midwife';

/** The first Tuesday of the course, and its weeks; each school has a weekday of its own. */
const tuesdays = ['2025-03-04', '2025-03-11', '2025-03-18', '2025-03-25', '2025-04-01', '2025-04-08'];

/** Three schools of an invented city: which schools took part is not published. */
export function printedInputs(): CourseInputs {
  return inputsFrom(randomFrom(2025), () => 12);
}

/** Other schools, children and answers, which the seed decides. */
export function generatedInputs(seed: number): CourseInputs {
  const random = randomFrom(seed);
  return inputsFrom(random, () => random.between(8, 20));
}

/** The same with one answer changed: nobody ticks what the last professional of the first school covered. */
export function changedInputs({ courses }: CourseInputs): CourseInputs {
  return { courses: courses.map((one, index) => (index === 0 ? { ...one, ticked: one.ticked.slice(0, -1) } : one)) };
}

function inputsFrom(random: Random, placesOf: () => number): CourseInputs {
  const courses = ['900001', '900002', '900003'].map((urn, index): PlannedCourse => {
    const places = placesOf();
    const applying = random.between(Math.ceil(places / 2), places * 2);
    const taking = Math.min(places, applying);
    const children = Array.from({ length: taking }, () => childOf(random));
    const there = random.between(Math.ceil(taking / 2), taking);
    return {
      course: `school-${index + 1}`,
      urn,
      email: `office@school-${index + 1}.example`,
      seed: `Words said in February ${random.between(1, 99_999)}`,
      places,
      days: daysFrom(index),
      applicants: Array.from({ length: applying }, (_, child) => ({
        code: `k${child + 1}`,
        year: random.chance(0.5) ? 'year4' : 'year5',
      })),
      children,
      attended: sessionNames.map(() => random.between(Math.ceil(taking / 2), taking)),
      ticked: [1, 2, 3, 4],
      cloud: cloudOf(random, taking),
      assembly: {
        children: there,
        guests: random.between(10, 80),
        names: random.between(0, there),
        photos: random.between(0, there),
      },
    };
  });
  return { courses };
}

function daysFrom(weekday: number): PlannedCourse['days'] {
  const [first = '', one = '', two = '', three = '', four = '', last = ''] = tuesdays.map((day) => later(day, weekday));
  return {
    first,
    'professional-1': one,
    'professional-2': two,
    'professional-3': three,
    'professional-4': four,
    reflection: last,
  };
}

function later(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function childOf(random: Random): PlannedChild {
  const answers = (least: number): Answers =>
    Object.fromEntries(
      pupilsTwice.statements.map(({ id, scale }) => [
        id,
        scale === 'count' ? random.between(least, 12) : random.between(least, 3),
      ]),
    );
  return { before: answers(1), after: random.chance(0.9) ? answers(random.chance(0.6) ? 2 : 1) : undefined };
}

function cloudOf(random: Random, children: number): PlannedCourse['cloud'] {
  const [health = 0, care = 0, other = 0, home = 0, sea = 0, town = 0, family = 0, friends = 0, pets = 0] = cloudThemes.map(() =>
    random.between(0, children),
  );
  return {
    'health-job': health,
    'care-job': care,
    'other-job': other,
    'own-home': home,
    'by-the-sea': sea,
    'in-a-city': town,
    family,
    friends,
    pets,
  };
}
