import { drawOf } from '#shared/domain/courses/draw.ts';
import type { Enquiry } from '#shared/domain/courses/items.ts';
import type { Course } from '#shared/domain/courses/items.ts';
import { lacksOf, type StandingSession } from '#shared/domain/courses/ready.ts';
import { checklist, sessionNames } from '#shared/domain/courses/template.ts';
import type { Event } from '#shared/domain/event.ts';
import { organiserRoles } from '#shared/domain/vocabulary.ts';
import { daysAfter, instant, localDate } from '#shared/kernel/time.ts';
import { assemblyPage } from '#web/courses/assembly.ts';
import { clearancesPage } from '#web/courses/clearances.ts';
import { cloudPage } from '#web/courses/cloud.ts';
import { coursePage } from '#web/courses/course.ts';
import { invitationPage } from '#web/courses/invitation.ts';
import { coursesPage } from '#web/courses/list.ts';
import { myCoursePage, myCoursesPage } from '#web/courses/my.ts';
import { enquiriesPage, enquiryPage, enquiryThanksPage } from '#web/courses/enquiries.ts';
import { noticePage } from '#web/courses/notice.ts';
import { offeredPage } from '#web/courses/offered.ts';
import { courseReportPage, type Outline } from '#web/courses/report.ts';
import { sessionPage } from '#web/courses/session.ts';
import { course as planned } from '#test/unit/course-examples.ts';
import { booking, event, registration, setting, volunteer } from './examples.ts';
import { offer } from './visitor-pages.ts';

const console = { ...setting, organiser: { name: 'Fictional Organiser', roles: organiserRoles } };
const viewer = { ...console, organiser: { ...console.organiser, roles: [] } };
const requestKey = 'request-key-0001';
const before = instant.parse('2025-02-25T10:00:00.000Z');
const after = instant.parse('2025-03-03T10:00:00.000Z');
const late = instant.parse('2025-04-30T10:00:00.000Z');
const first = localDate.parse('2025-03-06');
const events: Event[] = sessionNames.map((session, index) => ({
  ...event,
  event: `alder-${session}`,
  halfDay: `${daysAfter(first, index * 7)}-am`,
  volunteers: [],
}));
const standing: StandingSession[] = planned.sessions.flatMap((one, index) => {
  const at = events[index];
  return at ? [{ ...one, at, day: localDate.parse(at.halfDay.slice(0, 10)), asked: [], cover: undefined }] : [];
});
const staffed: StandingSession[] = standing.map((one, index) => ({
  ...one,
  asked: [
    { offer: { ...offer, state: index === 1 ? 'waiting' : 'accepted' }, name: 'Fictional Nurse', clearance: 'holds' as const },
  ],
  cover: { name: 'Fictional Stand-in', clearance: 'none' as const },
  record: { covered: [...checklist], task: 'Taking a pulse', at: after },
}));
const applications = ['k1', 'k2', 'k3'].map((code) => ({
  edition: planned.edition,
  course: 'alder',
  code,
  year: 'year4' as const,
}));
const confirmed: Course = { ...planned, state: 'confirmed' };
const drawnCourse: Course = {
  ...planned,
  places: 2,
  state: 'drawn',
  cloud: { children: 12, themes: { pets: 9 } },
  assembly: { children: 11, guests: 40, names: 9, photos: 7 },
};
const drawn = drawOf(drawnCourse, applications);
const wrong = (path: string, message = 'Mend this answer') => ({ values: {}, issues: [{ path, message }] });
const one = { ...console, course: planned, sessions: standing, lacks: lacksOf(planned, standing), now: before, requestKey };
const mine = { ...setting, school: registration, events, now: before, requestKey, drawn: undefined };
const [, professional] = standing;
const [, withPerson] = staffed;
const session = { ...console, course: planned, free: [volunteer], bookings: [], now: before, requestKey };
const outline: Outline = {
  course: 'alder',
  schoolName: planned.schoolName,
  keyStages: [2],
  skills: 'universal-2025',
  steps: 4,
  sessions: events.map(({ halfDay }, index) => ({
    session: sessionNames[index] ?? 'first',
    halfDay,
    booked: 12,
    attended: index < 3 ? 11 : undefined,
    covered: index === 1 ? checklist : undefined,
    task: index === 1 ? 'Taking a pulse' : undefined,
  })),
  assembly: drawnCourse.assembly,
};
const changes = {
  matched: 31,
  baselineOnly: 2,
  endlineOnly: 1,
  changes: [
    {
      statement: 'skill-listening',
      text: 'I listen to others.',
      unit: 'steps' as const,
      n: 31,
      change: 0.5,
      low: 0.2,
      high: 0.8,
    },
  ],
};
const themes = [
  { theme: 'health-job' as const, count: 26 },
  { theme: 'family' as const, count: 20 },
  { theme: 'pets' as const, count: 15 },
  { theme: 'own-home' as const, count: 12 },
];
const cloud = { children: 36, schools: 3, themes, hidden: 4 };
const clearance = { edition: planned.edition, volunteer: volunteer.volunteer, at: after, by: 'system', version: 1 };
const until = (day: string) => [{ ...clearance, until: localDate.parse(day) }];
const clearing = { ...console, volunteers: [volunteer], now: before, requestKey };

const enquiry: Enquiry = {
  edition: planned.edition,
  enquiry: 'e'.repeat(20),
  school: 'Dovecote Junior School (fictional)',
  contact: { name: 'D. Fictional', jobTitle: 'Careers lead', email: 'office@dovecote.example' },
  message: 'Do you come to Year 5?\nWhen?',
  state: 'agreed',
  notes: 'Rang them on Monday.',
  askedAt: before,
  version: 1,
};

/** The pages of courses in every state, by name. */
export const coursePages: Readonly<Record<string, () => string>> = {
  courses: () => offeredPage({ ...setting, courses: [confirmed] }),
  'courses-none': () => offeredPage({ ...setting, courses: [] }),
  'courses-asked-errors': () => offeredPage({ ...setting, courses: [], filled: wrong('asks', 'Please ask your child’s school') }),
  'courses-reported': () => offeredPage({ ...setting, edition: { ...setting.edition, state: 'reported' }, courses: [confirmed] }),
  'course-asked': () => enquiryThanksPage(setting),
  'organiser-enquiries': () => enquiriesPage({ ...console, enquiries: [enquiry] }),
  'organiser-enquiries-none': () => enquiriesPage({ ...console, enquiries: [] }),
  'organiser-enquiry': () => enquiryPage({ ...console, enquiry, requestKey }),
  'organiser-enquiry-viewer': () =>
    enquiryPage({ ...viewer, enquiry: { ...enquiry, notes: undefined, message: undefined }, requestKey }),
  'organiser-enquiry-errors': () => enquiryPage({ ...console, enquiry, requestKey, filled: wrong('state') }),
  'course-notice': () => noticePage({ ...setting, course: confirmed, events }),
  'course-invitation': () => invitationPage({ ...setting, course: confirmed }),
  'organiser-courses': () => coursesPage({ ...console, courses: [planned, drawnCourse], schools: [registration], requestKey }),
  'organiser-courses-empty': () => coursesPage({ ...console, courses: [], schools: [], requestKey }),
  'organiser-courses-viewer': () => coursesPage({ ...viewer, courses: [planned], schools: [registration], requestKey }),
  'organiser-courses-errors': () =>
    coursesPage({ ...console, courses: [], schools: [registration], requestKey, filled: wrong('professional-2') }),
  'organiser-course-planned': () => coursePage({ ...one, applications: [], drawn: undefined }),
  'organiser-course-viewer': () => coursePage({ ...one, ...viewer, applications: [], drawn: undefined }),
  'organiser-course-short-refused': () =>
    coursePage({
      ...one,
      course: { ...planned, sessions: planned.sessions.slice(0, 4) },
      sessions: staffed.slice(0, 4),
      applications: [],
      drawn: undefined,
      filled: wrong('day'),
    }),
  'organiser-course-refused': () =>
    coursePage({
      ...one,
      applications: [],
      drawn: undefined,
      filled: wrong('lacks.0', 'Fourth professional: it has no day yet'),
    }),
  'organiser-course-ready': () => coursePage({ ...one, lacks: [], sessions: staffed, applications: [], drawn: undefined }),
  'organiser-course-confirmed': () => coursePage({ ...one, course: confirmed, applications, drawn: undefined }),
  'organiser-course-closed': () => coursePage({ ...one, course: confirmed, applications, drawn: undefined, now: after }),
  'organiser-course-drawn': () => coursePage({ ...one, course: drawnCourse, sessions: staffed, applications, drawn, now: late }),
  ...(professional && withPerson
    ? {
        'organiser-course-session': () => sessionPage({ ...session, one: professional }),
        'organiser-course-session-staffed': () => sessionPage({ ...session, one: withPerson, bookings: [booking], now: late }),
        'organiser-course-session-viewer': () => sessionPage({ ...session, ...viewer, one: withPerson, now: late }),
        'organiser-course-session-nobody-refused': () =>
          sessionPage({ ...session, one: professional, free: [], filled: wrong('volunteer') }),
        'organiser-course-session-errors': () =>
          sessionPage({ ...session, one: withPerson, now: late, filled: wrong('covered') }),
      }
    : {}),
  ...(standing[0] ? { 'organiser-course-session-plain': standingFirst(standing[0]) } : {}),
  'organiser-course-assembly': () => assemblyPage({ ...console, course: drawnCourse, requestKey }),
  'organiser-course-assembly-empty': () => assemblyPage({ ...viewer, course: confirmed, requestKey }),
  'organiser-course-assembly-errors': () => assemblyPage({ ...console, course: confirmed, requestKey, filled: wrong('names') }),
  'organiser-course-report': () => courseReportPage({ ...console, outlines: [outline], changes, cloud }),
  'organiser-course-report-few': () =>
    courseReportPage({ ...console, outlines: [{ ...outline, assembly: undefined }], changes: undefined, cloud: undefined }),
  'organiser-course-report-none': () => courseReportPage({ ...console, outlines: [], changes: undefined, cloud: undefined }),
  'organiser-clearances': () =>
    clearancesPage({ ...clearing, clearances: [...until('2025-12-31'), ...until('2025-03-01'), ...until('2025-01-31')] }),
  'organiser-clearances-empty': () => clearancesPage({ ...clearing, volunteers: [], clearances: [] }),
  'organiser-clearances-errors': () => clearancesPage({ ...clearing, clearances: [], filled: wrong('until') }),
  'my-courses': () => myCoursesPage({ ...setting, school: registration, courses: [confirmed] }),
  'my-courses-none': () => myCoursesPage({ ...setting, school: registration, courses: [] }),
  'my-course-planned': () => myCoursePage({ ...mine, course: planned, applications: [] }),
  'my-course-open': () => myCoursePage({ ...mine, course: confirmed, applications }),
  'my-course-errors': () => myCoursePage({ ...mine, course: confirmed, applications, filled: wrong('codes') }),
  'my-course-closed': () => myCoursePage({ ...mine, course: confirmed, applications: [], now: after }),
  'my-course-drawn': () => myCoursePage({ ...mine, course: drawnCourse, applications, drawn }),
  'my-course-drawn-all': () => myCoursePage({ ...mine, course: planned, applications, drawn: drawOf(planned, applications) }),
  'my-course-cloud': () => cloudPage({ ...setting, school: registration, course: drawnCourse, requestKey }),
  'my-course-cloud-empty': () => cloudPage({ ...setting, school: registration, course: confirmed, requestKey }),
  'my-course-cloud-errors': () =>
    cloudPage({ ...setting, school: registration, course: confirmed, requestKey, filled: wrong('themes.pets') }),
};

function standingFirst(one: StandingSession) {
  return () => sessionPage({ ...session, one });
}
