import { expect, test } from 'vitest';
import { course as aCourse } from '#shared/domain/courses/items.ts';
import { courseStanding } from '#shared/domain/portfolio/course-standing.ts';
import { idOf } from '#shared/kernel/ids.ts';
import { instant } from '#shared/kernel/time.ts';

const course = aCourse.parse({
  edition: 'larkford-2025',
  course: 'alder',
  urn: '999001',
  registration: idOf('registration'),
  schoolName: 'Alder Bank Primary School',
  template: 'health-and-care-1',
  yearGroups: ['year5'],
  places: 24,
  seed: 'larkford-2025-alder',
  half: 'am',
  opening: '2025-03-03',
  closes: '2025-03-07',
  final: '2025-05-09',
  sessions: [
    { session: 'first', event: 'alder-1', record: { covered: [], at: '2025-03-12T15:00:00.000Z' } },
    { session: 'reflection', event: 'alder-6' },
  ],
  state: 'planned',
  version: 1,
});
const at = (day: string) => instant.parse(`${day}T09:00:00.000Z`);

test.each([
  ['one that is planned, three weeks before it opens', {}, '2025-02-10', undefined],
  ['one that is still planned two weeks before', {}, '2025-02-17', 'not-confirmed'],
  ['one whose applications are open', { state: 'confirmed' }, '2025-03-07', undefined],
  ['one whose places are not drawn after that', { state: 'confirmed' }, '2025-03-08', 'draw-waits'],
  ['one that runs', { state: 'drawn' }, '2025-05-09', undefined],
  ['one that is over, without a count', { state: 'drawn' }, '2025-05-10', 'no-assembly'],
  [
    'one that is over and counted',
    { state: 'drawn', assembly: { children: 20, guests: 9, names: 12, photos: 11 } },
    '2025-05-10',
    undefined,
  ],
] as const)('what a course needs: %s', (_, more, day, expected) => {
  expect(courseStanding({ ...course, ...more }, at(day)).attention).toBe(expected);
});

test('a course says how many places it has, who came and what was written down', () => {
  const over = { ...course, assembly: { children: 20, guests: 9, names: 12, photos: 11 } };
  expect(courseStanding(over, at('2025-05-10'))).toMatchObject({ places: 24, children: 20, recorded: 1, sessions: 2 });
});
