import { AppError, type Issue } from '../../kernel/errors.ts';
import { dayInWords, localDate, type LocalDate } from '../../kernel/time.ts';
import type { NewFact } from '../../system/events.ts';
import { closedReason, requireNotReported } from '../closed-days.ts';
import type { Decision } from '../decision.ts';
import type { Edition } from '../edition.ts';
import { type Event, recordEvent } from '../event.ts';
import type { Registration } from '../registration.ts';
import type { courseChanges } from '../vocabulary.ts';
import type { CourseForm } from './forms.ts';
import type { Course } from './items.ts';
import { courseTemplates, type SessionName, sessionNames } from './template.ts';

/** A course with the events that are its sessions. */
export type Planned = Decision<Course> & { readonly events: readonly Event[] };

type Planning = { readonly edition: Edition; readonly school: Registration; readonly form: CourseForm };

/**
 * Makes a course at a school: its sessions become events there. Invalid `course-days` for days that are out of order or on
 * which the school is closed, `course-years` for year groups it is not made for. Conflict `not-confirmed`.
 */
export function planCourse({ edition, school, form }: Planning): Planned {
  requireNotReported(edition);
  if (school.state !== 'confirmed') {
    throw new AppError('conflict', 'not-confirmed', 'This school has not confirmed its registration yet.');
  }
  requireYears(form);
  const dated = sessionNames.flatMap((session) => {
    const day = form[session];
    return day === undefined ? [] : [{ session, day }];
  });
  requireDays(edition, form, dated);
  const { first: _, reflection: __, ...rest } = form;
  const state: Course = {
    edition: edition.edition,
    course: rest.course,
    urn: school.urn,
    registration: school.registration,
    schoolName: school.schoolName,
    template: rest.template,
    yearGroups: rest.yearGroups,
    places: rest.places,
    seed: rest.seed,
    half: rest.half,
    opening: rest.opening,
    closes: rest.closes,
    final: rest.final,
    sessions: dated.map(({ session }) => ({ session, event: eventOf(form.course, session) })),
    state: 'planned',
    version: 1,
  };
  const recorded = dated.map(({ session, day }) => sessionEvent(edition, state, session, day));
  return {
    state,
    events: recorded.map((one) => one.state),
    facts: [changeFact(state, 'made'), ...recorded.flatMap(({ facts }) => facts)],
  };
}

type Adding = {
  readonly edition: Edition;
  readonly session: SessionName;
  readonly day: LocalDate;
  /** The half-days of the sessions that stand. */
  readonly halfDays: ReadonlyMap<SessionName, string>;
};

/** Adds a session whose day was not known before. Conflict `session-there`; invalid `course-days`. */
export function addSession(current: Course, { edition, session, day, halfDays }: Adding): Planned {
  requireNotReported(edition);
  if (current.sessions.some((one) => one.session === session)) {
    throw new AppError('conflict', 'session-there', 'This session has its day already. Move its event instead.');
  }
  const days = sessionNames.flatMap((name) => {
    const known = name === session ? day : dayOf(halfDays.get(name));
    return known === undefined ? [] : [{ session: name, day: known }];
  });
  const issues = [...closedFaults(edition, current, [{ session, day }]), ...orderFaults(current, days)];
  const [first] = issues;
  if (first) throw new AppError('invalid', 'course-days', `${first.message}.`, [{ path: 'day', message: first.message }]);
  const recorded = sessionEvent(edition, current, session, day);
  const added = [...current.sessions, { session, event: eventOf(current.course, session) }];
  const sessions = added.toSorted((a, b) => sessionNames.indexOf(a.session) - sessionNames.indexOf(b.session));
  const state: Course = { ...current, sessions, version: current.version + 1 };
  return { state, events: [recorded.state], facts: [changeFact(state, 'session'), ...recorded.facts] };
}

/** What is said of each change of a course. */
export function changeFact(
  { course, urn: school, version }: Pick<Course, 'course' | 'urn' | 'version'>,
  what: (typeof courseChanges)[number],
): NewFact {
  return { type: 'course.changed.v1', data: { course, urn: school, what, version } };
}

/** The days of a course out of order, from first to last; of two the later is at fault. */
export function orderFaults(
  { opening, closes, final }: Pick<Course, 'opening' | 'closes' | 'final'>,
  sessions: readonly { readonly session: SessionName; readonly day: LocalDate }[],
): Issue[] {
  const faults: Issue[] = [];
  if (closes < opening) faults.push({ path: 'closes', message: 'The last day to apply comes after the opening assembly' });
  let before: LocalDate = closes > opening ? closes : opening;
  for (const { session, day } of sessions) {
    if (day > before) before = day;
    else faults.push({ path: session, message: `This session must come after ${dayInWords(before)}` });
  }
  if (final < before || final <= closes)
    faults.push({ path: 'final', message: `The final assembly comes on ${dayInWords(before)} at the earliest` });
  return faults;
}

type Day = { readonly session: SessionName; readonly day: LocalDate };
type Days = Pick<Course, 'half' | 'opening' | 'closes' | 'final'>;

function requireDays(edition: Edition, days: Days, sessions: readonly Day[]): void {
  const issues = [...closedFaults(edition, days, sessions), ...orderFaults(days, sessions)];
  for (const [path, day] of [['opening', days.opening] as const, ['final', days.final] as const]) {
    // An assembly is the school's own: it may be before or after the edition, but on no closed day.
    const fault = closedReason({ ...edition, starts: day, ends: day }, `${day}-am`);
    if (fault !== undefined) issues.push({ path, message: fault });
  }
  const [first] = issues;
  if (first) throw new AppError('invalid', 'course-days', `${first.message}.`, issues);
}

function closedFaults(edition: Edition, { half }: Pick<Course, 'half'>, sessions: readonly Day[]): Issue[] {
  return sessions.flatMap(({ session, day }) => {
    const message = closedReason(edition, `${day}-${half}`);
    return message === undefined ? [] : [{ path: session, message }];
  });
}

function requireYears({ template, yearGroups }: CourseForm): void {
  const fits = new Set<string>(courseTemplates[template].yearGroups);
  if (yearGroups.every((year) => fits.has(year))) return;
  const message = 'This course is made for Years 3 to 6';
  throw new AppError('invalid', 'course-years', `${message}.`, [{ path: 'yearGroups', message }]);
}

function sessionEvent(edition: Edition, { course, urn, places, half, template }: Course, session: SessionName, day: LocalDate) {
  return recordEvent(edition, {
    reference: eventOf(course, session),
    kind: 'special',
    title: `${courseTemplates[template].title}: ${sessionTitles[session]}`,
    organisations: [],
    volunteers: [],
    host: urn,
    halfDay: `${day}-${half}`,
    sessions: 1,
    places,
  });
}

const sessionTitles: Readonly<Record<SessionName, string>> = {
  first: 'first session',
  'professional-1': 'first professional',
  'professional-2': 'second professional',
  'professional-3': 'third professional',
  'professional-4': 'fourth professional',
  reflection: 'looking back',
};

function eventOf(course: string, session: SessionName): string {
  return `${course}-${session}`;
}

function dayOf(halfDay: string | undefined): LocalDate | undefined {
  return halfDay === undefined ? undefined : localDate.parse(halfDay.slice(0, 10));
}
