import { applicationOf, applyFor, takesApplications } from '#shared/domain/courses/applications.ts';
import { drawOf } from '#shared/domain/courses/draw.ts';
import type { Course } from '#shared/domain/courses/items.ts';
import { keepCloud } from '#shared/domain/courses/records.ts';
import { slug } from '#shared/domain/fields.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { TableReader, Write } from '#shared/ports.ts';
import { cloudPage } from '#web/courses/cloud.ts';
import { myCoursePage, myCoursesPage } from '#web/courses/my.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { outboxWrite } from '../../runtime/outbox.ts';
import { accept } from '../accept.ts';
import { findPlace } from '../my/find-place.ts';
import { findEvent } from '../organiser/find-event.ts';
import { applicationsFor, present, sessionOf } from './find.ts';

/** A school's courses. */
export async function showMyCourses({ ports: { read }, session }: Call<'GET /my/courses', 'courses'>): Promise<Answer> {
  const found = await findPlace(read, session);
  const courses = (await read.list('schoolCourse', found.edition)).filter(({ urn }) => urn === found.school.urn);
  return { page: myCoursesPage({ ...found, courses }), data: { courses } };
}

type One = '/my/courses/{course}';
type Own = Pick<Call<`GET ${One}`, 'courses'>, 'session' | 'params'>;

/** A course of the school whose link it is. Not found `course-unknown`. */
async function ownCourse(read: TableReader, { session, params }: Own) {
  const found = await findPlace(read, session);
  const key = { edition: found.edition.edition, course: params.course };
  const course = slug.safeParse(params.course).success ? await read.get('schoolCourse', key) : undefined;
  const own = present(course?.urn === found.school.urn ? course : undefined);
  return { ...found, course: own };
}

/** One course: who applies, and how the draw came out. */
export async function showMyCourse(
  call: Call<`${'GET' | 'POST'} ${One}` | `POST ${One}/take-back`, 'courses'>,
  filled?: Filled,
): Promise<Answer> {
  const { read } = call.ports;
  const found = await ownCourse(read, call);
  const { course } = found;
  const [applications, events] = await Promise.all([
    applicationsFor(course, read),
    Promise.all(course.sessions.map((one) => findEvent(read, { edition: course.edition, event: one.event }))),
  ]);
  const drawn = course.state === 'drawn' ? drawOf(course, applications) : undefined;
  const page = { ...found, applications, events, drawn, now: call.now, requestKey: call.newId(), filled };
  const data = { course, open: takesApplications(course, call.now), applications, drawn: drawn ?? null };
  return { page: myCoursePage(page), data };
}

/** Enters children who apply: all of the codes, or none. */
export async function apply(call: PostCall<`POST ${One}`, 'courses'>): Promise<Answer> {
  const { ports, body, now } = call;
  const { course } = await ownCourse(ports.read, call);
  const held = await applicationsFor(course, ports.read);
  const added = applyFor(course, { ...body, held, now });
  await keep(
    call,
    course,
    added.map((item) => ({ put: 'courseApplication', item, when: 'absent' })),
    held.length + added.length,
  );
  return { seeOther: `/my/courses/${course.course}`, data: { applications: held.length + added.length } };
}

/** Takes one application back. */
export async function takeBack(call: PostCall<`POST ${One}/take-back`, 'courses'>): Promise<Answer> {
  const { ports, body, now } = call;
  const { course } = await ownCourse(ports.read, call);
  const held = await applicationsFor(course, ports.read);
  const key = applicationOf(course, { ...body, held, now });
  await keep(call, course, [{ remove: 'courseApplication', key, when: 'any' }], held.length - 1);
  return { seeOther: `/my/courses/${course.course}`, data: { applications: held.length - 1 } };
}

/** Writes with the course's own row, so that what comes at the same moment as the draw meets it. Conflict `changed-meanwhile`. */
async function keep(
  call: PostCall<`POST ${One}` | `POST ${One}/take-back`, 'courses'>,
  course: Course,
  writes: readonly Write[],
  applications: number,
): Promise<void> {
  const { version, edition } = course;
  const { ok } = await call.ports.write.transact([
    { put: 'schoolCourse', item: { ...course, version: version + 1 }, when: { version } },
    ...writes,
    ...outboxWrite(
      edition,
      [{ type: 'applications.changed.v1', data: { course: course.course, urn: course.urn, applications } }],
      call,
    ),
  ]);
  if (!ok) throw new AppError('conflict', 'changed-meanwhile', 'This course changed while you were typing. Send it again.');
}

/** The form for a count of the children's clouds. */
export async function showCloud(call: Call<`${'GET' | 'POST'} ${One}/cloud`, 'courses'>, filled?: Filled): Promise<Answer> {
  const found = await ownCourse(call.ports.read, call);
  return { page: cloudPage({ ...found, requestKey: call.newId(), filled }), data: { cloud: found.course.cloud ?? null } };
}

/** Keeps or corrects a count of the children's clouds. */
export async function keepClouds(call: PostCall<`POST ${One}/cloud`, 'courses'>): Promise<Answer> {
  const { ports, params, body, now } = call;
  const found = await ownCourse(ports.read, call);
  const { edition } = found.course;
  const { event } = sessionOf(found.course, 'reflection');
  const at = await findEvent(ports.read, { edition, event });
  await accept<Course>(call, {
    edition,
    find: async () => (await ownCourse(ports.read, call)).course,
    decide: (current) => keepCloud(present(current), at, body, now),
    writes: (item, when) => [{ put: 'schoolCourse', item, when }],
    reference: ({ course }) => course,
  });
  return { seeOther: `/my/courses/${params.course}`, data: { children: body.children } };
}
