import { takesApplications } from '#shared/domain/courses/applications.ts';
import { drawOf } from '#shared/domain/courses/draw.ts';
import type { Course } from '#shared/domain/courses/items.ts';
import { addSession, planCourse, type Planned } from '#shared/domain/courses/plan.ts';
import { confirmCourse, lacksOf } from '#shared/domain/courses/ready.ts';
import type { SessionName } from '#shared/domain/courses/template.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { sameAnswers } from '#shared/kernel/text.ts';
import type { Condition, Write } from '#shared/ports.ts';
import { coursePage } from '#web/courses/course.ts';
import { coursesPage } from '#web/courses/list.ts';
import { sayLack } from '#web/courses/say.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { accept } from '../accept.ts';
import { findEdition } from '../find.ts';
import { findEvent } from '../organiser/find-event.ts';
import { applicationsFor, findCourse, present, standingSessions } from './find.ts';

type Path = '/organiser/editions/{edition}/courses';
type One = `${Path}/{course}`;

/** The courses of an edition, and the form for one. */
export async function showCourses(
  { ports: { read }, params, session, newId }: Call<`${'GET' | 'POST'} ${Path}`, 'courses'>,
  filled?: Filled,
): Promise<Answer> {
  const [found, courses, registrations] = await Promise.all([
    findEdition(read, params.edition, { drafts: true }),
    read.list('schoolCourse', params),
    read.list('registration', params),
  ]);
  const schools = registrations.filter(({ state }) => state === 'confirmed');
  const page = { ...found, organiser: session, courses, schools, requestKey: newId(), filled };
  return { page: coursesPage(page), data: { courses } };
}

/** Makes a course. The same again changes nothing; conflict `course-exists` for another under its short name. */
export async function makeCourse(call: PostCall<`POST ${Path}`, 'courses'>): Promise<Answer> {
  const { ports, params, body: form } = call;
  const { edition } = await findEdition(ports.read, params.edition, { drafts: true });
  const school = (await ports.read.list('registration', params)).find((one) => one.registration === form.registration);
  if (!school) {
    const message = 'Choose a school that has registered';
    throw new AppError('invalid', 'registration-unknown', `${message}.`, [{ path: 'registration', message }]);
  }
  const planned = planCourse({ edition, school, form });
  await accept<Course>(call, {
    edition: params.edition,
    find: () => ports.read.get('schoolCourse', { ...params, course: form.course }),
    decide: (current) => {
      if (!current) return planned;
      if (sameAnswers(Object.keys(planned.state), current, planned.state)) return { state: current, facts: [] };
      const message = 'Another course has this short name';
      throw new AppError('conflict', 'course-exists', `${message}.`, [{ path: 'course', message }]);
    },
    writes: (_, when) => plannedWrites(planned, when),
    reference: ({ course }) => course,
    explain: async () => {
      const message = 'An event has the name of one of the sessions. Choose another short name';
      throw new AppError('conflict', 'event-exists', `${message}.`, [{ path: 'course', message }]);
    },
  });
  return { status: 201, seeOther: coursePath(params.edition, form.course), data: { course: form.course } };
}

function plannedWrites({ state, events }: Planned, when: Condition): Write[] {
  return [{ put: 'schoolCourse', item: state, when }, ...events.map((item): Write => ({ put: 'event', item, when: 'absent' }))];
}

type Shown = `GET ${One}` | `POST ${One}/${'sessions' | 'confirm' | 'draw'}`;

/** One course as it stands: its days, who comes, what it lacks, who applied and how the draw came out. */
export async function showCourse(
  { ports: { read }, params, session, now, newId }: Call<Shown, 'courses'>,
  filled?: Filled,
): Promise<Answer> {
  const [found, course] = await Promise.all([findEdition(read, params.edition, { drafts: true }), findCourse(read, params)]);
  const [sessions, applications] = await Promise.all([standingSessions(course, read), applicationsFor(course, read)]);
  const lacks = lacksOf(course, sessions);
  const drawn = course.state === 'drawn' ? drawOf(course, applications) : undefined;
  const open = takesApplications(course, now);
  const page = { ...found, organiser: session, course, sessions, lacks, applications, drawn, now, requestKey: newId(), filled };
  const data = { course, sessions, lacks, applications: applications.length, open, drawn: drawn ?? null };
  return { page: coursePage(page), data };
}

/** Adds a session whose day was not known before. */
export async function addCourseSession(call: PostCall<`POST ${One}/sessions`, 'courses'>): Promise<Answer> {
  const { ports, params, body } = call;
  const { edition } = await findEdition(ports.read, params.edition, { drafts: true });
  let planned: Planned | undefined;
  let halfDays: ReadonlyMap<SessionName, string> = new Map();
  await accept<Course>(call, {
    edition: params.edition,
    find: async () => {
      const course = await findCourse(ports.read, params);
      const events = await Promise.all(course.sessions.map((one) => findEvent(ports.read, { ...params, event: one.event })));
      halfDays = new Map(course.sessions.map(({ session }, index) => [session, events[index]?.halfDay ?? '']));
      return course;
    },
    decide: (current) => (planned = addSession(present(current), { edition, ...body, halfDays })),
    writes: (_, when) => plannedWrites(present(planned), when),
    reference: ({ course }) => course,
  });
  return { seeOther: coursePath(params.edition, params.course), data: { session: body.session } };
}

/** Confirms a course. Conflict `course-not-ready` with each thing that it lacks. */
export async function confirm(call: PostCall<`POST ${One}/confirm`, 'courses'>): Promise<Answer> {
  const { ports, params } = call;
  const { edition } = await findEdition(ports.read, params.edition, { drafts: true });
  let lacks: string[] = [];
  await accept<Course>(call, {
    edition: params.edition,
    find: async () => {
      const course = await findCourse(ports.read, params);
      lacks = lacksOf(course, await standingSessions(course, ports.read)).map(sayLack);
      return course;
    },
    decide: (current) => confirmCourse(present(current), edition, lacks),
    writes: (item, when) => [{ put: 'schoolCourse', item, when }],
    reference: ({ course }) => course,
  });
  return { seeOther: coursePath(params.edition, params.course), data: { state: 'confirmed' } };
}

/** The organisers' page of a course. */
export function coursePath(edition: string, course: string): string {
  return `/organiser/editions/${edition}/courses/${course}`;
}
