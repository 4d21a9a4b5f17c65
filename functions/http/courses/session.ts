import { isProfessional } from '#shared/domain/courses/template.ts';
import { sessionPage } from '#web/courses/session.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled } from '../../runtime/http.ts';
import { findEdition } from '../find.ts';
import { findCourse, sessionOf, standingSessions } from './find.ts';

type Path = '/organiser/editions/{edition}/courses/{course}/sessions/{session}';
type Shown = `${'GET' | 'POST'} ${Path}` | `POST ${Path}/${'ask' | 'substitute' | 'take-over'}`;

/** One session: who is asked, their answers and clearances, the substitute, and what it covered. */
export async function showSession(
  { ports: { read }, params, session: organiser, now, newId }: Call<Shown, 'courses'>,
  filled?: Filled,
): Promise<Answer> {
  const [found, course] = await Promise.all([findEdition(read, params.edition, { drafts: true }), findCourse(read, params)]);
  const named = sessionOf(course, params.session);
  const [all, volunteers] = await Promise.all([
    standingSessions({ ...course, sessions: [named] }, read),
    read.list('volunteer', params),
  ]);
  const [one] = all;
  if (!one) throw new Error('a session that was found stands');
  const free = isProfessional(one.session)
    ? volunteers.filter(
        ({ state, volunteer, halfDays }) =>
          state === 'confirmed' && !one.at.volunteers.includes(volunteer) && halfDays.includes(one.at.halfDay),
      )
    : [];
  const bookings = await read.list('booking', one.at);
  const page = { ...found, organiser, course, one, free, bookings, now, requestKey: newId(), filled };
  return { page: sessionPage(page), data: { session: one, bookings } };
}
