import type { Course } from '#shared/domain/courses/items.ts';
import { sessionNames } from '#shared/domain/courses/template.ts';
import { localDate } from '#shared/kernel/time.ts';

/** A course that has been planned at a school of no city, for pages and rules to show. */
export const course: Course = {
  edition: 'larkford-2025',
  course: 'alder',
  urn: '999001',
  registration: 'r'.repeat(20),
  schoolName: 'Alder Bank Primary School',
  template: 'health-and-care-1',
  yearGroups: ['year4', 'year5'],
  places: 12,
  seed: 'Larkford spring',
  half: 'am',
  opening: localDate.parse('2025-02-24'),
  closes: localDate.parse('2025-02-28'),
  final: localDate.parse('2025-04-11'),
  sessions: sessionNames.map((session) => ({ session, event: `alder-${session}` })),
  state: 'planned',
  version: 1,
};
