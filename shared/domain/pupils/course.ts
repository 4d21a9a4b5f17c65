import { keyedIdOf } from '../../kernel/ids.ts';
import type { Instrument } from '../instruments/instrument.ts';
import type { Changed, CourseAnswer, CourseSaid } from './items.ts';

// Letters that look like no other and make no word: a child types four of them.
const letters = 'bcdfghjkmnpqrstvwxz';

/** The own codes of so many children, always the same from the same key. The school writes names beside them; we never know. */
export function childCodes(key: string, children: number): string[] {
  const codes = new Set<string>();
  for (let number = 1; codes.size < children; number += 1) {
    const made = keyedIdOf(key, 'child', String(number));
    codes.add([0, 2, 4, 6].map((at) => letters[(made.charCodeAt(at) * 31 + made.charCodeAt(at + 1)) % letters.length]).join(''));
  }
  return [...codes];
}

/** What a child's answers are kept under: it cannot be made from the code without the key, nor the code from it. */
export function pairOf(key: string, child: string): string {
  return keyedIdOf(key, 'pair', child);
}

/** Sets what the same children answered before and after beside each other; who answered only once is counted apart. */
export function countCourse({ statements }: Instrument, answers: readonly CourseAnswer[]): CourseSaid {
  const of = (round: CourseAnswer['round']) =>
    new Map(answers.filter((one) => one.round === round).map((one) => [one.pair, one.answers]));
  const [before, after] = [of('baseline'), of('endline')];
  const matched = [...before].flatMap(([pair, first]) => {
    const second = after.get(pair);
    return second ? [{ first, second }] : [];
  });
  const changes = statements.map(({ id, scale }) => {
    const both = matched.flatMap(({ first, second }) => {
      const [from, to] = [first[id], second[id]];
      return from === undefined || to === undefined ? [] : [{ from, to }];
    });
    // Yes is the third and last place of its scale.
    const yes = (place: number) => scale === 'sure' && place === 3;
    const steps = both.map(({ from, to }) => to - from);
    return [
      id,
      {
        n: both.length,
        gained: both.filter(({ from, to }) => !yes(from) && yes(to)).length,
        lost: both.filter(({ from, to }) => yes(from) && !yes(to)).length,
        sum: total(steps),
        squares: total(steps.map((step) => step ** 2)),
      },
    ] as const;
  });
  return {
    matched: matched.length,
    baselineOnly: before.size - matched.length,
    endlineOnly: after.size - matched.length,
    changes: Object.fromEntries(changes),
  };
}

/** Several courses together. */
export function coursesTogether(courses: readonly CourseSaid[]): CourseSaid | undefined {
  if (courses.length === 0) return undefined;
  const names = [...new Set(courses.flatMap(({ changes }) => Object.keys(changes)))].sort();
  const added = (name: string): Changed => {
    const each = courses.flatMap(({ changes }) => changes[name] ?? []);
    const sumOf = (field: keyof Changed) => total(each.map((one) => one[field]));
    return { n: sumOf('n'), gained: sumOf('gained'), lost: sumOf('lost'), sum: sumOf('sum'), squares: sumOf('squares') };
  };
  return {
    matched: total(courses.map(({ matched }) => matched)),
    baselineOnly: total(courses.map(({ baselineOnly }) => baselineOnly)),
    endlineOnly: total(courses.map(({ endlineOnly }) => endlineOnly)),
    changes: Object.fromEntries(names.map((name) => [name, added(name)])),
  };
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
