import { daysAfter, type Instant, londonDate } from '../../kernel/time.ts';
import type { Course } from '../courses/items.ts';

/** How one course of an edition stands. */
export type CourseStanding = Pick<Course, 'course' | 'schoolName' | 'state' | 'places'> & {
  /** Sessions of which it is written down what they covered, of all. */
  readonly recorded: number;
  readonly sessions: number;
  /** Children at the final assembly, once it was held. */
  readonly children: number | undefined;
  readonly attention: CourseAttention | undefined;
};

/** Why somebody must look at a course. */
export type CourseAttention = 'not-confirmed' | 'draw-waits' | 'no-assembly';

/** Days before its opening assembly by which a course is confirmed. */
const confirmedBefore = 14;

/** How a course stands at a moment. */
export function courseStanding(course: Course, now: Instant): CourseStanding {
  const { course: name, schoolName, state, places, sessions, assembly } = course;
  return {
    course: name,
    schoolName,
    state,
    places,
    recorded: sessions.filter(({ record }) => record !== undefined).length,
    sessions: sessions.length,
    children: assembly?.children,
    attention: attentionOf(course, now),
  };
}

function attentionOf({ state, opening, closes, final, assembly }: Course, now: Instant): CourseAttention | undefined {
  const today = londonDate(now);
  if (state === 'planned') return opening <= daysAfter(today, confirmedBefore) ? 'not-confirmed' : undefined;
  if (state === 'confirmed') return closes < today ? 'draw-waits' : undefined;
  return final < today && assembly === undefined ? 'no-assembly' : undefined;
}
