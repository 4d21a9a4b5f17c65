import { expect, test } from 'vitest';
import { changesIn } from '#shared/domain/disclosure/course-changes.ts';
import { pupilsTwice } from '#shared/domain/instruments/pupils.ts';
import type { ChildrenInAll } from '#shared/domain/pupils/items.ts';

const said = (n: number, schools: number): ChildrenInAll => ({
  instrument: 'pupils-twice',
  schools,
  classes: 3,
  asked: 60,
  answered: 55,
  counts: {},
  course: {
    matched: n,
    baselineOnly: 4,
    endlineOnly: 1,
    changes: {
      'any-job': { n, gained: 6, lost: 1, sum: 5, squares: 9 },
      'skill-planning': { n, gained: 0, lost: 0, sum: n, squares: 2 * n },
    },
  },
});

test('shares change in points, skills in steps, each with n and a range', () => {
  expect(changesIn(pupilsTwice, said(50, 3))).toMatchObject({
    matched: 50,
    baselineOnly: 4,
    changes: [
      { text: 'I can do any job.', unit: 'points', n: 50, change: 10 },
      { text: 'I make a plan.', unit: 'steps', n: 50, change: 1 },
    ],
  });
});

test('nothing is shown of fewer than ten pairs, or of fewer than three schools', () => {
  expect(changesIn(pupilsTwice, said(9, 3)).changes).toEqual([]);
  expect(changesIn(pupilsTwice, said(50, 2)).changes).toEqual([]);
});
