import { checklist, sessionNames } from '#shared/domain/courses/template.ts';
import { listIn, numberIn, textIn } from '../browsing.ts';
import { type Desk, organiserPath, publicPath } from './desk.ts';
import { type Answers, type CourseInputs, type PlannedCourse, professionals, standIn } from './inputs.ts';

const half = 'am';
const final = '2025-04-11';
const coursesPath = `${organiserPath}/courses`;
const addressOf = (person: string) => `${person}@volunteer.example`;
const eventOf = ({ course }: PlannedCourse, session: string) => `${course}-${session}`;
const agreed = {
  'safeguarding.rules': 'yes',
  'safeguarding.neverAlone': 'yes',
  'safeguarding.photoId': 'yes',
  'safeguarding.noDbsCopy': 'yes',
};

/** What was seen on the way: how each school's draw came out, and what should not have happened. */
export type Seen = { readonly drawn: ReadonlyMap<string, readonly string[]>; readonly problems: readonly string[] };

/** Runs the courses from the schools' enquiries to the final assemblies. */
export async function goThrough(desk: Desk, { courses }: CourseInputs, report: (line: string) => void): Promise<Seen> {
  report('January: an edition opens, schools ask for a course and register, and professionals sign up');
  await openEdition(desk);
  for (const one of courses) await asks(desk, one);
  for (const one of courses) await registers(desk, one);
  const people = await signsUp(desk, courses);
  report('February: courses are made, professionals asked, cleared and confirmed');
  await desk.moveTo('2025-02-03T10:00:00.000Z');
  for (const one of courses) await staffs(desk, one, people);
  report('Children apply through their schools, and the places are drawn');
  await desk.moveTo('2025-02-25T10:00:00.000Z');
  for (const one of courses) await applies(desk, one);
  await desk.moveTo('2025-03-03T10:00:00.000Z');
  const drawn = new Map<string, string[]>();
  const problems: string[] = [];
  for (const one of courses) {
    const [first, again] = [await draws(desk, one), await draws(desk, one)];
    if (first.join() !== again.join()) problems.push(`${one.course}: the draw done again came out otherwise`);
    drawn.set(one.course, first);
  }
  report('Week by week: the first session, four professionals, and looking back');
  await takesOver(desk, courses);
  await weekByWeek(desk, courses);
  report('The final assembly');
  await desk.moveTo(`${final}T15:00:00.000Z`);
  for (const one of courses) await desk.post(`${coursesPath}/${one.course}/assembly`, one.assembly);
  await desk.settle();
  return { drawn, problems };
}

async function openEdition({ post }: Desk): Promise<void> {
  await post('/organiser/editions', {
    edition: publicPath.split('/').at(-1),
    programme: 'larkford',
    name: 'Courses in health and care (replay)',
    starts: '2025-02-24',
    ends: final,
    registrationOpens: '2025-01-06',
    registrationCloses: '2025-02-21',
    surveyCloses: '2025-05-30',
  });
  await post(`${organiserPath}/state`, { state: 'open' });
}

/** The school asks for a course, and the organiser agrees. */
async function asks({ asAnybody, post, read }: Desk, { course, email }: PlannedCourse): Promise<void> {
  const school = `The school of ${course} (simulated)`;
  const contact = { 'contact.name': 'School office (simulated)', 'contact.email': email };
  await asAnybody(`${publicPath}/courses`, { asks: 'school', school, ...contact });
  const list = listIn(await read(`${organiserPath}/enquiries`), 'enquiries');
  const own = list.find((one) => textIn(one, 'school') === school);
  await post(`${organiserPath}/enquiries/${textIn(own, 'enquiry')}`, { version: numberIn(own, 'version'), state: 'agreed' });
}

async function registers({ asAnybody, byLink, settle }: Desk, { urn, email, days }: PlannedCourse): Promise<void> {
  await asAnybody(`${publicPath}/schools/register`, {
    urn,
    roles: ['attending'],
    'contact.name': 'School office (simulated)',
    'contact.email': email,
    'cohorts.year4': 30,
    'cohorts.year5': 30,
    halfDays: Object.values(days).map((day) => `${day}-${half}`),
  });
  await settle();
  await byLink(email, '/my/place/confirm', {});
  await settle();
}

/** Everybody offers every day; gives their ids. */
async function signsUp({ asAnybody, byLink, read, settle }: Desk, courses: readonly PlannedCourse[]) {
  const halfDays = courses.flatMap(({ days }) => Object.values(days).map((day) => `${day}-${half}`));
  const everybody = [...professionals, standIn];
  for (const person of everybody) {
    const contact = { 'contact.name': `The ${person} (simulated)`, 'contact.email': addressOf(person) };
    await asAnybody(`${publicPath}/volunteers/sign-up`, { ...contact, 'contact.jobTitle': person, halfDays, ...agreed });
  }
  await settle();
  for (const person of everybody) await byLink(addressOf(person), '/my/place/confirm', {});
  await settle();
  const list = listIn(await read(`${organiserPath}/volunteers`), 'volunteers');
  return new Map(list.map((one) => [textIn(one, 'contact', 'email'), textIn(one, 'volunteer')]));
}

async function staffs(desk: Desk, one: PlannedCourse, people: ReadonlyMap<string, string>): Promise<void> {
  const { post, byLink, read, settle } = desk;
  const registrations = listIn(await read(`${organiserPath}/registrations`), 'registrations');
  const own = registrations.find((each) => textIn(each, 'registration', 'urn') === one.urn);
  await post(coursesPath, {
    course: one.course,
    registration: textIn(own, 'registration', 'registration'),
    template: 'health-and-care-1',
    yearGroups: ['year4', 'year5'],
    places: one.places,
    seed: one.seed,
    half,
    opening: '2025-02-24',
    closes: '2025-02-28',
    ...one.days,
    final,
  });
  const cover = people.get(addressOf(standIn)) ?? '';
  for (const volunteer of people.values()) await post(`${organiserPath}/clearances`, { volunteer, until: '2025-12-31' });
  for (const [index, person] of professionals.entries()) {
    const session = `${coursesPath}/${one.course}/sessions/professional-${index + 1}`;
    await post(`${session}/ask`, { volunteer: people.get(addressOf(person)) ?? '' });
    await settle();
    await byLink(addressOf(person), `/my/offers/${eventOf(one, `professional-${index + 1}`)}`, { answer: 'accepted' });
    await post(`${session}/substitute`, { substitute: cover });
  }
  await settle();
  await post(`${coursesPath}/${one.course}/confirm`, {});
}

async function applies({ byLink }: Desk, { course, email, applicants }: PlannedCourse): Promise<void> {
  for (const year of ['year4', 'year5'] as const) {
    const codes = applicants.filter((one) => one.year === year).map(({ code }) => code);
    if (codes.length > 0) await byLink(email, `/my/courses/${course}`, { year, codes: codes.join(' ') });
  }
}

/** Draws, and gives the codes that have a place, in the order of the draw. */
async function draws({ post, read, settle }: Desk, { course }: PlannedCourse): Promise<string[]> {
  await post(`${coursesPath}/${course}/draw`, {});
  await settle();
  const drawn = listIn(await read(`${coursesPath}/${course}`), 'drawn');
  return drawn.filter((one) => textIn(one, 'result') === 'place').map((one) => textIn(one, 'code'));
}

/** At the first school the second professional cannot come, so that the substitute takes over. */
async function takesOver({ post, settle }: Desk, [first]: readonly PlannedCourse[]): Promise<void> {
  if (first) await post(`${coursesPath}/${first.course}/sessions/professional-2/take-over`, {});
  await settle();
}

async function weekByWeek(desk: Desk, courses: readonly PlannedCourse[]): Promise<void> {
  const classes = new Map<string, string>();
  const dated = courses.flatMap((one) => sessionNames.map((session, index) => ({ one, session, index, day: one.days[session] })));
  for (const { one, session, index, day } of dated.toSorted((a, b) => a.day.localeCompare(b.day))) {
    await desk.moveTo(`${day}T15:00:00.000Z`);
    const attended = one.attended[index] ?? 0;
    await desk.post(`${organiserPath}/events/${eventOf(one, session)}/attendance`, { urn: one.urn, attended });
    if (session === 'first') classes.set(one.course, await asksBefore(desk, one));
    else if (session === 'reflection') await looksBack(desk, one, classes.get(one.course) ?? '');
    else await ticks(desk, one, index);
  }
}

async function ticks({ post }: Desk, { course, ticked }: PlannedCourse, professional: number): Promise<void> {
  if (!ticked.includes(professional)) return;
  const path = `${coursesPath}/${course}/sessions/professional-${professional}`;
  await post(path, { covered: checklist, task: 'A task of the day (simulated)' });
}

async function asksBefore(desk: Desk, one: PlannedCourse): Promise<string> {
  const form = { event: eventOf(one, 'first'), year: 'year4', pupils: one.children.length, rounds: 'twice' };
  const { location } = await desk.byLink(one.email, '/my/classes', form);
  const code = location.split('/').at(-1) ?? '';
  await answer(desk, one, code, ({ before }) => before);
  return code;
}

async function looksBack(desk: Desk, one: PlannedCourse, code: string): Promise<void> {
  await desk.byLink(one.email, `/my/classes/${code}`, { round: 'endline' });
  await answer(desk, one, code, ({ after }) => after);
  const themes = Object.fromEntries(Object.entries(one.cloud).map(([theme, count]) => [`themes.${theme}`, count]));
  await desk.byLink(one.email, `/my/courses/${one.course}/cloud`, { children: one.children.length, ...themes });
}

type Said = (child: PlannedCourse['children'][number]) => Answers | undefined;

async function answer({ asAnybody, read }: Desk, { email, children }: PlannedCourse, code: string, said: Said): Promise<void> {
  const codes = listIn(await read(`/my/classes/${code}/codes`, email), 'codes').map(String);
  for (const [index, child] of children.entries()) {
    const answers = said(child);
    if (answers) await asAnybody(`/c/${code}`, { child: codes[index], ...answers });
  }
}
