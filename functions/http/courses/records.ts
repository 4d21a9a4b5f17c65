import { changesIn } from '#shared/domain/disclosure/course-changes.ts';
import type { Course } from '#shared/domain/courses/items.ts';
import { keepAssembly, recordSession } from '#shared/domain/courses/records.ts';
import { answersOf, cloudOf } from '#shared/domain/courses/results.ts';
import { courseTemplates, keyStagesOf } from '#shared/domain/courses/template.ts';
import { pupilsTwice } from '#shared/domain/instruments/pupils.ts';
import type { TableReader } from '#shared/ports.ts';
import { assemblyPage } from '#web/courses/assembly.ts';
import { courseReportPage, type Outline } from '#web/courses/report.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { accept } from '../accept.ts';
import { findEdition } from '../find.ts';
import { findEvent } from '../organiser/find-event.ts';
import { coursePath } from './course.ts';
import { findCourse, present, sessionOf } from './find.ts';

type One = '/organiser/editions/{edition}/courses/{course}';

/** Keeps what a session covered. */
export async function keepRecord(call: PostCall<`POST ${One}/sessions/{session}`, 'courses'>): Promise<Answer> {
  const { ports, params, body: form, now } = call;
  const named = sessionOf(await findCourse(ports.read, params), params.session);
  const event = await findEvent(ports.read, { edition: params.edition, event: named.event });
  await accept<Course>(call, {
    edition: params.edition,
    find: () => findCourse(ports.read, params),
    decide: (current) => recordSession(present(current), { session: named.session, event, form, now }),
    writes: (item, when) => [{ put: 'schoolCourse', item, when }],
    reference: ({ course }) => course,
  });
  return { seeOther: `${coursePath(params.edition, params.course)}/sessions/${named.session}`, data: { covered: form.covered } };
}

/** Who was at the final assembly. */
export async function showAssembly(
  { ports: { read }, params, session, newId }: Call<`${'GET' | 'POST'} ${One}/assembly`, 'courses'>,
  filled?: Filled,
): Promise<Answer> {
  const [found, course] = await Promise.all([findEdition(read, params.edition, { drafts: true }), findCourse(read, params)]);
  const page = { ...found, organiser: session, course, requestKey: newId(), filled };
  return { page: assemblyPage(page), data: { assembly: course.assembly ?? null } };
}

/** Keeps or corrects who was at the final assembly. */
export async function keepAssemblyCounts(call: PostCall<`POST ${One}/assembly`, 'courses'>): Promise<Answer> {
  const { ports, params, body, now } = call;
  await accept<Course>(call, {
    edition: params.edition,
    find: () => findCourse(ports.read, params),
    decide: (current) => keepAssembly(present(current), body, now),
    writes: (item, when) => [{ put: 'schoolCourse', item, when }],
    reference: ({ course }) => course,
  });
  return { seeOther: coursePath(params.edition, params.course), data: { ...body } };
}

/** What the courses of an edition came to, to print. What children said passes the gate: over all the courses together. */
export async function showCourseReport({
  ports: { read },
  params,
  session,
}: Call<'GET /organiser/editions/{edition}/course-report', 'courses'>): Promise<Answer> {
  const found = await findEdition(read, params.edition, { drafts: true });
  const [courses, totals] = await Promise.all([read.list('schoolCourse', params), read.list('classTotal', params)]);
  const held = courses.filter(({ state }) => state !== 'planned');
  const outlines = await Promise.all(held.map((one) => outlineOf(one, read)));
  const answers = answersOf(held, totals);
  const changes = answers && changesIn(pupilsTwice, answers);
  const cloud = cloudOf(held);
  const page = { ...found, organiser: session, outlines, changes, cloud };
  return { page: courseReportPage(page), data: { courses: outlines, changes: changes ?? null, cloud: cloud ?? null } };
}

/** What one course came to, of what may be said of a single school: days, counts and what was covered. */
async function outlineOf(course: Course, read: TableReader): Promise<Outline> {
  const { skills, steps } = courseTemplates[course.template];
  const sessions = await Promise.all(
    course.sessions.map(async ({ session, event, record }) => {
      const [at, booking] = await Promise.all([
        findEvent(read, { edition: course.edition, event }),
        read.get('booking', { edition: course.edition, event, urn: course.urn }),
      ]);
      const { halfDay } = at;
      return {
        session,
        halfDay,
        booked: booking?.pupils ?? 0,
        attended: booking?.attended,
        covered: record?.covered,
        task: record?.task,
      };
    }),
  );
  const { course: name, schoolName, yearGroups, assembly } = course;
  return { course: name, schoolName, keyStages: keyStagesOf(yearGroups), skills, steps: steps.length, sessions, assembly };
}
