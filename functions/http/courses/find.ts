import type { Course, CourseApplication } from '#shared/domain/courses/items.ts';
import { clearanceOn } from '#shared/domain/courses/clearance.ts';
import { dayOfEvent, type StandingSession } from '#shared/domain/courses/ready.ts';
import { type SessionName, sessionNames } from '#shared/domain/courses/template.ts';
import { slug } from '#shared/domain/fields.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { LocalDate } from '#shared/kernel/time.ts';
import type { TableReader } from '#shared/ports.ts';
import { findEvent, repliesTo } from '../organiser/find-event.ts';

type Key = { readonly edition: string; readonly course: string };

/** One course. Not found `course-unknown`. */
export async function findCourse(read: TableReader, { edition, course }: Key): Promise<Course> {
  const found = slug.safeParse(course).success ? await read.get('schoolCourse', { edition, course }) : undefined;
  if (!found) throw new AppError('not-found', 'course-unknown', 'There is no such course.');
  return found;
}

/** Who applied for a course. */
export function applicationsFor({ edition, course }: Key, read: TableReader): Promise<CourseApplication[]> {
  return read.list('courseApplication', { edition }, { startsWith: `${course}#` });
}

/** A course's sessions as they stand now, in their order. */
export async function standingSessions({ edition, sessions }: Course, read: TableReader): Promise<StandingSession[]> {
  return Promise.all(
    sessions.map(async (one) => {
      const key = { edition, event: one.event };
      const [at, replies] = await Promise.all([findEvent(read, key), repliesTo(key, read)]);
      const day = dayOfEvent(at);
      const asked = await Promise.all(
        replies.map(async ({ offer, name }) => ({
          offer,
          name,
          clearance: await clearedOn(day, { edition, volunteer: offer.visitor }, read),
        })),
      );
      return { ...one, at, day, asked, cover: await coverOf({ edition, day, substitute: one.substitute }, read) };
    }),
  );
}

async function clearedOn(day: LocalDate, key: { readonly edition: string; readonly volunteer: string }, read: TableReader) {
  return clearanceOn(await read.get('clearance', key), day);
}

type Cover = { readonly edition: string; readonly day: LocalDate; readonly substitute: string | undefined };

async function coverOf({ edition, day, substitute: volunteer }: Cover, read: TableReader) {
  if (volunteer === undefined) return undefined;
  const person = await read.get('volunteer', { edition, volunteer });
  if (!person || person.state === 'withdrawn') return undefined;
  return { name: person.contact.name, clearance: await clearedOn(day, { edition, volunteer }, read) };
}

/** The session that a path names. Not found `session-unknown`. */
export function sessionOf(course: Course, name: string) {
  const session: SessionName | undefined = sessionNames.find((one) => one === name);
  const found = course.sessions.find((one) => one.session === session);
  if (!found) throw new AppError('not-found', 'session-unknown', 'This course has no such session.');
  return found;
}

/** What is there when something must be. Not found `course-unknown`. */
export function present<T>(found: T | undefined): T {
  if (found === undefined) throw new AppError('not-found', 'course-unknown', 'There is no such course.');
  return found;
}
