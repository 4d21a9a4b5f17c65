import type { Course } from '#shared/domain/courses/items.ts';
import { courseTemplates, keyStagesOf, skillSets } from '#shared/domain/courses/template.ts';
import type { TableReader } from '#shared/ports.ts';
import { noticePage } from '#web/courses/notice.ts';
import { invitationPage } from '#web/courses/invitation.ts';
import { offeredPage } from '#web/courses/offered.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled } from '../../runtime/http.ts';
import { findEdition } from '../find.ts';
import { findEvent } from '../organiser/find-event.ts';
import { findCourse, present } from './find.ts';

/** What a course is, and which schools hold one, for everybody. No results: those of a single school are never published. */
export async function showOffered(
  { ports: { read }, params }: Call<`${'GET' | 'POST'} /editions/{edition}/courses`, 'courses'>,
  filled?: Filled,
): Promise<Answer> {
  const found = await findEdition(read, params.edition);
  const courses = (await read.list('schoolCourse', params)).filter(({ state }) => state !== 'planned');
  const templates = Object.entries(courseTemplates).map(([template, { skills, steps, ...one }]) => ({
    template,
    ...one,
    keyStages: keyStagesOf(one.yearGroups),
    steps: steps.map(({ step }) => step),
    framework: skills,
    skills: skillSets[skills].skills,
  }));
  const held = courses.map(({ course, schoolName, opening, final }) => ({ course, schoolName, opening, final }));
  return { page: offeredPage({ ...found, courses, filled }), data: { templates, courses: held } };
}

type Printed = Call<
  'GET /editions/{edition}/courses/{course}/notice' | 'GET /editions/{edition}/courses/{course}/invitation',
  'courses'
>;

/** The notice for parents about one course, to print. */
export async function showNotice({ ports: { read }, params }: Printed): Promise<Answer> {
  const found = await openCourse(read, params);
  const { course, events } = found;
  const days = events.map(({ halfDay }) => halfDay);
  return { page: noticePage(found), data: { course: course.course, places: course.places, closes: course.closes, days } };
}

/** The school's invitation to families for the final assembly, to print. */
export async function showInvitation({ ports: { read }, params }: Printed): Promise<Answer> {
  const found = await openCourse(read, params);
  return { page: invitationPage(found), data: { course: found.course.course, final: found.course.final } };
}

/** A course that has been confirmed, with the events of its sessions. Not found `course-unknown`. */
async function openCourse(read: TableReader, params: Printed['params']) {
  const found = await findEdition(read, params.edition);
  const course: Course = await findCourse(read, params);
  present(course.state === 'planned' ? undefined : course);
  const events = await Promise.all(course.sessions.map(({ event }) => findEvent(read, { edition: course.edition, event })));
  return { ...found, course, events };
}
