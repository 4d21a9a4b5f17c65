import { describe, expect, test } from 'vitest';
import type { Course } from '#shared/domain/courses/items.ts';
import { answersOf, cloudOf } from '#shared/domain/courses/results.ts';
import { courseTemplates, keyStagesOf, professionalSessions, skillSets } from '#shared/domain/courses/template.ts';
import { changesIn } from '#shared/domain/disclosure/course-changes.ts';
import { pupilsTwice } from '#shared/domain/instruments/pupils.ts';
import type { ClassTotal } from '#shared/domain/pupils/items.ts';
import { course } from '#test/unit/course-examples.ts';

const at = (urn: string, cloud?: Course['cloud']): Course => ({ ...course, urn, course: `c-${urn}`, cloud });
const schools = ['900001', '900002', '900003'];

describe('the cloud of several courses', () => {
  const each = (children: number, pets: number, family = 0) =>
    schools.map((urn) => at(urn, { children, themes: { pets, family } }));

  test('is shown from ten children of three schools on', () => {
    expect(cloudOf(each(4, 3))?.themes).toEqual([]);
    expect(cloudOf(each(3, 3))).toBeUndefined();
    expect(cloudOf(each(20, 10).slice(1))).toBeUndefined();
    expect(cloudOf(each(20, 10))).toEqual({ children: 60, schools: 3, themes: [{ theme: 'pets', count: 30 }], hidden: 8 });
  });

  test('leaves a theme out that only a few chose, or all but a few', () => {
    expect(cloudOf(each(20, 10, 2))?.themes.map(({ theme }) => theme)).toEqual(['pets']);
    expect(cloudOf(each(20, 10, 18))?.themes.map(({ theme }) => theme)).toEqual(['pets']);
    expect(cloudOf(each(20, 10, 12))?.themes.map(({ theme, count }) => [theme, count])).toEqual([
      ['family', 36],
      ['pets', 30],
    ]);
  });
});

describe('what children answered before and after', () => {
  const total = (urn: string, event: string, n: number): ClassTotal => ({
    edition: course.edition,
    urn,
    event,
    code: 'bcdfgh',
    left: 0,
    classVersion: 1,
    said: {
      instrument: pupilsTwice.instrument,
      classes: 1,
      asked: n,
      answered: n * 2,
      counts: {},
      course: {
        matched: n,
        baselineOnly: 0,
        endlineOnly: 0,
        changes: { 'skill-listening': { n, gained: 0, lost: 0, sum: n, squares: n } },
      },
    },
  });
  const courses = schools.map((urn) => ({ ...at(urn), sessions: [{ session: 'first' as const, event: `first-${urn}` }] }));

  test('is that of the classes at its sessions, and of no other', () => {
    const totals = [...schools.map((urn) => total(urn, `first-${urn}`, 4)), total('900004', 'another', 30)];
    const answers = answersOf(courses, totals);
    expect([answers?.schools, answers?.course?.matched]).toEqual([3, 12]);
    const { changes } = changesIn(pupilsTwice, answers ?? { ...total('9', 'x', 0).said, schools: 0 });
    expect(changes).toMatchObject([{ n: 12, change: 1, low: 1, high: 1, unit: 'steps' }]);
  });

  test('of nobody is nothing', () => {
    expect(answersOf(courses, [total('900001', 'another', 30)])).toBeUndefined();
  });
});

describe('every template', () => {
  test.each(Object.entries(courseTemplates))(
    '%s has eight skills that children are asked about, and four professionals',
    (_, one) => {
      const { skills } = skillSets[one.skills];
      expect(new Set(skills).size).toBe(8);
      const asked: readonly string[] = pupilsTwice.statements.map(({ id }) => id);
      for (const skill of skills) expect(asked).toContain(`skill-${skill}`);
      expect(professionalSessions(one)).toHaveLength(4);
      expect(keyStagesOf(one.yearGroups)).toEqual([2]);
    },
  );

  test('the key stages of an infant school are 1, and of a mixed one both', () => {
    expect(keyStagesOf(['reception', 'year1', 'year2'])).toEqual([1]);
    expect(keyStagesOf(['year2', 'year3'])).toEqual([1, 2]);
  });
});
