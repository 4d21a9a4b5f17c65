import type { Course } from './items.ts';

/** Who stands in at an event that is a course's session, if somebody is named. */
export function standsInAt(courses: readonly Pick<Course, 'sessions'>[], event: string): string | undefined {
  return courses.flatMap(({ sessions }) => sessions).find((one) => one.event === event)?.substitute;
}
