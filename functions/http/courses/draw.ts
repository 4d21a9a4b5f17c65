import { drawCourse, type DrawnCourse } from '#shared/domain/courses/applications.ts';
import type { Course, CourseApplication } from '#shared/domain/courses/items.ts';
import type { Event } from '#shared/domain/event.ts';
import type { Registration } from '#shared/domain/registration.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { TableReader, Write } from '#shared/ports.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { PostCall } from '../../runtime/http.ts';
import { accept } from '../accept.ts';
import { findEvent } from '../organiser/find-event.ts';
import { coursePath } from './course.ts';
import { applicationsFor, findCourse, present } from './find.ts';

type Standing = {
  readonly applications: readonly CourseApplication[];
  readonly events: readonly Event[];
  readonly school: Registration;
};

/**
 * Draws the places, and books the school into each session for the children who have one: all of it in one transaction. Drawn
 * already, nothing changes.
 */
export async function draw(
  call: PostCall<'POST /organiser/editions/{edition}/courses/{course}/draw', 'courses'>,
): Promise<Answer> {
  const { ports, params, now } = call;
  let standing: Standing | undefined;
  let drawn: DrawnCourse | undefined;
  await accept<Course>(call, {
    edition: params.edition,
    find: async () => {
      const course = await findCourse(ports.read, params);
      standing = await standingOf(course, ports.read);
      return course;
    },
    decide: (current) => (drawn = drawCourse(present(current), { ...present(standing), now })),
    writes: (item, when) => [{ put: 'schoolCourse', item, when }, ...bookingWrites(present(drawn), present(standing))],
    reference: ({ course }) => course,
  });
  return { seeOther: coursePath(params.edition, params.course), data: { state: 'drawn' } };
}

async function standingOf(course: Course, read: TableReader): Promise<Standing> {
  const [applications, events, school] = await Promise.all([
    applicationsFor(course, read),
    Promise.all(course.sessions.map(({ event }) => findEvent(read, { edition: course.edition, event }))),
    read.get('registration', course),
  ]);
  if (!school) throw new AppError('conflict', 'not-confirmed', 'This school takes part no more.');
  return { applications, events, school };
}

function bookingWrites({ bookings }: DrawnCourse, { school: { edition, urn, registration } }: Standing): Write[] {
  return [
    ...bookings.flatMap((item): Write[] => [
      { put: 'booking', item, when: 'absent' },
      { reserve: 'event', key: item, counter: 'placesFree', by: item.pupils, when: { state: 'confirmed' } },
    ]),
    // Meets a withdrawal at the school's place: whichever comes second sees the first.
    { reserve: 'schoolPlace', key: { edition, urn }, counter: 'bookings', by: -bookings.length, when: { registration } },
  ];
}
