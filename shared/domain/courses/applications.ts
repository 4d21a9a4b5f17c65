import { AppError } from '../../kernel/errors.ts';
import { dayInWords, type Instant, londonDate } from '../../kernel/time.ts';
import type { Decision } from '../decision.ts';
import { bookSchool, type Booking, type Event } from '../event.ts';
import type { YearGroup } from '../fields.ts';
import type { Registration } from '../registration.ts';
import { type Drawn, drawOf } from './draw.ts';
import { type Course, type CourseApplication, heldCode } from './items.ts';
import { changeFact } from './plan.ts';

/** At most so many children can apply for one course. */
const mostApplications = 300;

/** Whether children can apply by now: the course is confirmed, and its last day to apply has not passed. */
export function takesApplications({ state, closes }: Course, now: Instant): boolean {
  return state === 'confirmed' && londonDate(now) <= closes;
}

type Applying = {
  readonly year: YearGroup;
  readonly codes: string;
  readonly held: readonly CourseApplication[];
  readonly now: Instant;
};

/**
 * The applications of some codes as they were typed, all of them or none. Conflict `applications-closed`; invalid `codes` for a
 * code that is none, is there twice, or has applied already, `year` for a year group that the course is not for.
 */
export function applyFor(course: Course, { year, codes, held, now }: Applying): CourseApplication[] {
  requireOpen(course, now);
  if (!course.yearGroups.includes(year)) throw wrong('year', 'This course is not for that year group');
  const typed = codes
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter((one) => one !== '');
  if (typed.length === 0) throw wrong('codes', 'Enter the codes');
  const bad = typed.find((one) => !heldCode.safeParse(one).success);
  if (bad !== undefined) throw wrong('codes', 'A code has up to 3 letters and then a number, like k7. Never enter a name');
  const known = new Set(held.map(({ code }) => code));
  for (const code of typed) {
    if (known.has(code)) throw wrong('codes', `The code ${code} is there twice, or has applied already`);
    known.add(code);
  }
  if (known.size > mostApplications) throw wrong('codes', `At most ${mostApplications} children can apply`);
  return typed.map((code) => ({ edition: course.edition, course: course.course, code, year }));
}

/** The application that a school takes back. Conflict `applications-closed`; invalid `code` for a code that has not applied here. */
export function applicationOf(
  course: Course,
  { code, held, now }: { readonly code: string; readonly held: readonly CourseApplication[]; readonly now: Instant },
): CourseApplication {
  requireOpen(course, now);
  const found = held.find((one) => one.code === code.trim().toLowerCase());
  if (!found) throw wrong('code', 'No child has applied for this course with this code');
  return found;
}

function requireOpen(course: Course, now: Instant): void {
  if (takesApplications(course, now)) return;
  const message =
    course.state === 'planned'
      ? 'This course is not open for applications yet.'
      : `Applications closed after ${dayInWords(course.closes)}.`;
  throw new AppError('conflict', 'applications-closed', message);
}

type Drawing = {
  readonly applications: readonly CourseApplication[];
  readonly events: readonly Event[];
  readonly school: Registration;
  readonly now: Instant;
};

/** A course whose places are drawn, with the school's booking at each of its sessions. */
export type DrawnCourse = Decision<Course> & { readonly drawn: readonly Drawn[]; readonly bookings: readonly Booking[] };

/**
 * Draws the places once, after the last day to apply, and books the school for the children who have one. Done again it
 * changes nothing. Conflicts `too-early`, `nobody-applied`, `course-not-ready`.
 */
export function drawCourse(current: Course, { applications, events, school, now }: Drawing): DrawnCourse {
  const drawn = drawOf(current, applications);
  if (current.state === 'drawn') return { state: current, drawn, bookings: [], facts: [] };
  if (current.state === 'planned') throw new AppError('conflict', 'course-not-ready', 'Confirm the course first.');
  if (londonDate(now) <= current.closes) {
    throw new AppError('conflict', 'too-early', `Children can apply until ${dayInWords(current.closes)}.`);
  }
  if (drawn.length === 0) throw new AppError('conflict', 'nobody-applied', 'No child has applied for this course.');
  const cohorts: Partial<Record<YearGroup, number>> = {};
  for (const { year, result } of drawn) if (result === 'place') cohorts[year] = (cohorts[year] ?? 0) + 1;
  const booked = events.map((event) => bookSchool(event, school, { registration: school.registration, cohorts }, now));
  const state: Course = { ...current, state: 'drawn', drawnAt: now, version: current.version + 1 };
  return {
    state,
    drawn,
    bookings: booked.map((one) => one.state),
    facts: [changeFact(state, 'drawn'), ...booked.flatMap(({ facts }) => facts)],
  };
}

function wrong(path: string, message: string): AppError {
  return new AppError('invalid', path, `${message}.`, [{ path, message }]);
}
