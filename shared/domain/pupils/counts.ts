import { answersTaken } from './class.ts';
import { coursesTogether } from './course.ts';
import type { ChildrenInAll, ChildrenSaid, ClassTotal, CourseSaid, PlaceCounts, PlacesChosen, PupilClass } from './items.ts';

/** Whether a class has changed since it was counted. */
export function mustRecount({ left, version }: PupilClass, total: ClassTotal | undefined): boolean {
  return total?.left !== left || total.classVersion !== version;
}

/** Recounts one class from its answers and its tally. A class that was closed before anybody answered was not asked. */
export function countClass(
  of: PupilClass,
  answers: readonly { readonly answers: PlacesChosen }[],
  tally: { readonly present: number; readonly counts: PlaceCounts } | undefined,
  course?: CourseSaid,
): ClassTotal {
  const { edition, urn: school, event, code, left, version, pupils, instrument, state } = of;
  const counts = countsIn(answers, tally);
  const ofCourse = course ? course.matched + course.baselineOnly + course.endlineOnly : 0;
  const answered = answers.length + (tally?.present ?? 0) + ofCourse;
  const asked = state === 'open' || answersTaken(of) > 0 || answered > 0;
  return {
    edition,
    urn: school,
    event,
    code,
    left,
    classVersion: version,
    said: { instrument, classes: asked ? 1 : 0, asked: asked ? pupils : 0, answered, counts, ...(course ? { course } : {}) },
  };
}

function countsIn(
  answers: readonly { readonly answers: PlacesChosen }[],
  tally: { readonly counts: PlaceCounts } | undefined,
): PlaceCounts {
  const counts: Record<string, number[]> = {};
  const add = (statement: string, place: number, by: number) => {
    const places = (counts[statement] ??= []);
    while (places.length < place) places.push(0);
    places[place - 1] = (places[place - 1] ?? 0) + by;
  };
  for (const one of answers) for (const [statement, place] of Object.entries(one.answers)) add(statement, place, 1);
  for (const [statement, places] of Object.entries(tally?.counts ?? {}))
    for (const [index, by] of places.entries()) if (by > 0) add(statement, index + 1, by);
  return counts;
}

/** What several said together, instrument by instrument; nothing where nobody was asked. */
export function saidTogether(parts: readonly ChildrenSaid[]): ChildrenSaid[] {
  const byInstrument = Map.groupBy(
    parts.filter(({ classes }) => classes > 0),
    ({ instrument }) => instrument,
  );
  return [...byInstrument]
    .map(([instrument, each]) => ({
      instrument,
      ...courseOf(each),
      classes: sum(each.map(({ classes }) => classes)),
      asked: sum(each.map(({ asked }) => asked)),
      answered: sum(each.map(({ answered }) => answered)),
      counts: addedUp(each.map(({ counts }) => counts)),
    }))
    .sort((a, b) => a.instrument.localeCompare(b.instrument));
}

function courseOf(each: readonly ChildrenSaid[]): Pick<ChildrenSaid, 'course'> {
  const course = coursesTogether(each.flatMap((one) => one.course ?? []));
  return course ? { course } : {};
}

/** What the children of an edition said, from what those of each school said. */
export function saidByAll(schools: readonly { readonly children?: readonly ChildrenSaid[] | undefined }[]): ChildrenInAll[] {
  const ofSchools = schools.map(({ children = [] }) => children);
  return saidTogether(ofSchools.flat()).map((said) => ({
    ...said,
    schools: ofSchools.filter((each) => each.some((one) => one.instrument === said.instrument && one.answered > 0)).length,
  }));
}

function addedUp(all: readonly PlaceCounts[]): PlaceCounts {
  const names = [...new Set(all.flatMap((one) => Object.keys(one)))].sort();
  return Object.fromEntries(
    names.map((name) => {
      const length = Math.max(...all.map((one) => one[name]?.length ?? 0));
      return [name, Array.from({ length }, (_, index) => sum(all.map((one) => one[name]?.[index] ?? 0)))];
    }),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
