import { AppError } from '../../kernel/errors.ts';
import { type LocalDate, localDate } from '../../kernel/time.ts';
import { requireNotReported } from '../closed-days.ts';
import type { Decision } from '../decision.ts';
import type { Edition } from '../edition.ts';
import type { Event } from '../event.ts';
import type { Offer } from '../offer.ts';
import type { Volunteer } from '../volunteer.ts';
import type { ClearanceState } from './clearance.ts';
import type { Course, CourseSession } from './items.ts';
import { changeFact, orderFaults } from './plan.ts';
import { courseTemplates, isProfessional, professionalSessions, type SessionName } from './template.ts';

/** One session as it stands: its event, and the professionals who were asked with their answers and clearances. */
export type StandingSession = CourseSession & {
  readonly at: Event;
  readonly day: LocalDate;
  readonly asked: readonly { readonly offer: Offer; readonly name: string; readonly clearance: ClearanceState }[];
  readonly cover: { readonly name: string; readonly clearance: ClearanceState } | undefined;
};

/** What a course still lacks before it can be confirmed. */
export type Lack =
  | { readonly what: 'session'; readonly session: SessionName }
  | { readonly what: 'cancelled' | 'professional' | 'waiting' | 'substitute'; readonly session: SessionName }
  | { readonly what: 'clearance'; readonly session: SessionName; readonly name: string; readonly state: ClearanceState }
  | { readonly what: 'order'; readonly message: string };

/** What a course lacks: its sessions, their order, and for each professional's session somebody who is cleared, and a substitute. */
export function lacksOf(course: Course, sessions: readonly StandingSession[]): Lack[] {
  const template = courseTemplates[course.template];
  const wanted = template.steps.flatMap((step): readonly SessionName[] => step.sessions);
  const there = new Map(sessions.map((one) => [one.session, one]));
  const days = sessions.map(({ session, day }) => ({ session, day }));
  return [
    ...wanted.filter((session) => !there.has(session)).map((session): Lack => ({ what: 'session', session })),
    ...orderFaults(course, days).map(({ message }): Lack => ({ what: 'order', message })),
    ...sessions.flatMap((one) => (one.at.state === 'cancelled' ? [{ what: 'cancelled' as const, session: one.session }] : [])),
    ...professionalSessions(template).flatMap((session) => {
      const one = there.get(session);
      return one ? lacksAt(one) : [];
    }),
  ];
}

function lacksAt({ session, asked, cover }: StandingSession): Lack[] {
  const coming = asked.filter(({ offer }) => offer.state === 'accepted');
  const cleared = coming.some((one) => one.clearance === 'holds');
  const waits = asked.some(({ offer }) => offer.state === 'waiting');
  const unclear = coming.map(({ name, clearance: state }): Lack => ({ what: 'clearance', session, name, state }));
  return [
    ...(coming.length === 0 ? [{ what: waits ? ('waiting' as const) : ('professional' as const), session }] : []),
    ...(coming.length > 0 && !cleared ? unclear : []),
    ...(cover ? [] : [{ what: 'substitute' as const, session }]),
    ...(cover && cover.clearance !== 'holds'
      ? [{ what: 'clearance' as const, session, name: cover.name, state: cover.clearance }]
      : []),
  ];
}

/** Confirms a course that lacks nothing: from now on children can apply. Conflict `course-not-ready`. */
export function confirmCourse(current: Course, edition: Edition, lacks: readonly string[]): Decision<Course> {
  requireNotReported(edition);
  if (current.state !== 'planned') return { state: current, facts: [] };
  if (lacks.length > 0) {
    const issues = lacks.map((message, index) => ({ path: `lacks.${index}`, message }));
    throw new AppError('conflict', 'course-not-ready', 'This course cannot be confirmed yet.', issues);
  }
  const state: Course = { ...current, state: 'confirmed', version: current.version + 1 };
  return { state, facts: [changeFact(state, 'confirmed')] };
}

type Naming = { readonly session: SessionName; readonly event: Event; readonly volunteer: Volunteer | undefined };

/**
 * Names who comes to a session if whoever was to come cannot. Invalid `substitute` for somebody who does not take part, is
 * asked to the session already, or did not offer its half-day. Gone again by nobody: the last one named stands, and whoever
 * was named before is told.
 */
export function nameSubstitute(current: Course, { session, event, volunteer }: Naming): Decision<Course> {
  requireAvailable(event, volunteer, 'substitute');
  const known = current.sessions.find((one) => one.session === session);
  if (!known || !isProfessional(session)) throw new AppError('not-found', 'session-unknown', 'There is no such session.');
  if (known.substitute === volunteer.volunteer) return { state: current, facts: [] };
  const sessions = current.sessions.map((one) => (one.session === session ? { ...one, substitute: volunteer.volunteer } : one));
  const state = { ...current, sessions, version: current.version + 1 };
  const { course, version } = state;
  const { substitute: before } = known;
  const data = { course, event: event.event, visitor: volunteer.volunteer, ...(before && { before }), version };
  return { state, facts: [changeFact(state, 'substitute'), { type: 'substitute.named.v1', data }] };
}

/** Refuses somebody who cannot be asked to a session. Invalid, with `path` as its code. */
export function requireAvailable(event: Event, one: Volunteer | undefined, path: string): asserts one is Volunteer {
  const message =
    one?.state !== 'confirmed'
      ? 'Choose a volunteer who has confirmed'
      : event.volunteers.includes(one.volunteer)
        ? 'This person is asked for the session already'
        : one.halfDays.includes(event.halfDay)
          ? undefined
          : 'This person did not offer that half-day';
  if (message !== undefined) throw new AppError('invalid', path, `${message}.`, [{ path, message }]);
}

/** The day of an event. */
export function dayOfEvent({ halfDay }: Pick<Event, 'halfDay'>): LocalDate {
  return localDate.parse(halfDay.slice(0, 10));
}
