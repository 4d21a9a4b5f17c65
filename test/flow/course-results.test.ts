import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CourseCity, professionalSessions, startCourseCity, term, termPath } from './course-city.ts';
import { openLink, postJson } from './larkford.ts';

let city: CourseCity;
beforeAll(async () => {
  city = await startCourseCity();
  await city.ask('/courses', city.form());
  await city.staff('alder');
  await city.ask('/courses/alder/confirm');
  const codes = Array.from({ length: 12 }, (_, index) => `k${index + 1}`).join(' ');
  await city.bySchool('/my/courses/alder', { codes, year: 'year4' });
  await onDay('2025-03-05');
  await city.ask('/courses/alder/draw');
}, 120_000);
afterAll(() => city.larkford.stop());

/** Moves to the afternoon of a day; the teacher opens the newest link anew. */
async function onDay(day: string): Promise<void> {
  await city.moveTo(`${day}T15:00:00.000Z`);
  city.teacher = await openLink(city.larkford, 'office@course-school.example');
}

const courseNow = () => city.larkford.read.get('schoolCourse', { edition: term, course: 'alder' });
const tick = (session: string, body: object) => city.ask(`/courses/alder/sessions/${session}`, body);
type Report = {
  courses: { sessions: { session: string; covered?: string[]; attended?: number; booked: number }[]; assembly?: object }[];
  changes: { matched: number; changes: object[] } | null;
  cloud: object | null;
};
const report = () => city.read<Report>('/course-report');

describe('the children’s questions', () => {
  let code = '';
  let own: string[] = [];
  const answer = (child: string, listening: number, to = code) =>
    postJson(city.larkford, `/c/${to}`, { child, 'skill-listening': listening });

  test('are asked at the first session, under codes that only the school can read', async () => {
    const form = { event: 'alder-first', year: 'year4', pupils: 12, rounds: 'twice' };
    const opened = await postJson(city.larkford, '/my/classes', form, { cookie: city.teacher });
    code = String(opened.body['code']);
    const shown = await city.larkford.client.read(`/my/classes/${code}/codes`, city.teacher);
    own = Reflect.get(Object(shown), 'codes');
    expect(own).toHaveLength(12);
    for (const child of own) expect((await answer(child, 1)).status).toBe(200);
  });

  test('take no code of another class of the course, and none that a child applied with', async () => {
    const form = { event: 'alder-first', year: 'year5', pupils: 3, rounds: 'twice' };
    const other = await postJson(city.larkford, '/my/classes', form, { cookie: city.teacher });
    expect((await answer(own[0] ?? '', 3, String(other.body['code']))).status).toBe(422);
    expect((await answer('k1', 3)).status).toBe(422);
    await postJson(city.larkford, `/my/classes/${String(other.body['code'])}`, { state: 'closed' }, { cookie: city.teacher });
  });

  test('are asked again when the children look back, and compared child by child', async () => {
    await onDay('2025-04-10');
    await postJson(city.larkford, `/my/classes/${code}`, { round: 'endline' }, { cookie: city.teacher });
    for (const child of own.slice(0, 11)) expect((await answer(child, 3)).status).toBe(200);
    await city.larkford.system.settle();
    await city.larkford.system.runJob('aggregate');
    const { changes } = await report();
    expect(changes).toMatchObject({ matched: 11 });
    expect(changes?.changes, 'one school alone is never shown').toEqual([]);
  });
});

describe('what a session covered', () => {
  test('is ticked from its day on, with its task; nothing ticked is refused', async () => {
    const all = ['role', 'career-path', 'maths', 'english', 'eight-skills', 'hands-on-task'];
    expect((await tick('professional-1', { covered: [] })).status).toBe(422);
    expect(await tick('professional-1', { covered: all })).toMatchObject({ status: 422, code: 'task' });
    expect((await tick('professional-1', { covered: all, task: 'Taking a pulse' })).status).toBe(200);
    expect(await tick('first', { covered: ['role'] })).toMatchObject({ status: 404, code: 'session-unknown' });
    const [shown] = (await report()).courses;
    expect(shown?.sessions.find(({ session }) => session === 'professional-1')?.covered).toEqual(all);
    expect(professionalSessions.filter((one) => shown?.sessions.find(({ session }) => session === one)?.covered)).toHaveLength(1);
  });

  test('stands beside how many children came', async () => {
    const path = '/events/alder-professional-1/attendance';
    expect((await city.ask(path, { urn: '900001', attended: 11 })).status).toBe(200);
    const [shown] = (await report()).courses;
    expect(shown?.sessions[1]).toMatchObject({ session: 'professional-1', booked: 12, attended: 11 });
  });
});

describe('the cloud', () => {
  const count = (children: number, themes: object) => city.bySchool('/my/courses/alder/cloud', { children, themes });

  test('is a count of themes, none of more children than were there', async () => {
    expect(await count(13, {})).toMatchObject({ status: 422, code: 'cloud' });
    expect(await count(12, { pets: 13 })).toMatchObject({ status: 422, code: 'cloud' });
    expect((await courseNow())?.cloud).toBeUndefined();
    expect((await count(12, { pets: 10, 'care-job': 9 })).status).toBe(200);
    expect((await courseNow())?.cloud).toMatchObject({ children: 12, themes: { pets: 10, 'care-job': 9, family: 0 } });
  });

  test('of one school alone is not shown', async () => {
    expect((await report()).cloud).toBeNull();
    const headers = { accept: 'text/html', ...city.cookie };
    const page = await (await fetch(`${city.larkford.system.origin}${termPath}/course-report`, { headers })).text();
    expect(page).toContain('shown from 10 children of 3 schools on');
    expect(page).not.toContain('Pets');
  });
});

describe('the final assembly', () => {
  const keep = (more: object = {}) =>
    city.ask('/courses/alder/assembly', { children: 11, guests: 40, names: 9, photos: 7, ...more });

  test('is counted from its day on, with no more consents than children', async () => {
    expect(await keep()).toMatchObject({ status: 409, code: 'too-early' });
    await onDay('2025-04-11');
    expect(await keep({ names: 12 })).toMatchObject({ status: 422, code: 'assembly' });
    expect(await keep({ children: 13 })).toMatchObject({ status: 422, code: 'assembly' });
    expect((await courseNow())?.assembly).toBeUndefined();
    expect((await keep()).status).toBe(200);
    expect((await report()).courses[0]?.assembly).toEqual({ children: 11, guests: 40, names: 9, photos: 7 });
  });
});

describe('everybody', () => {
  const open = async (path: string) =>
    fetch(`${city.larkford.system.origin}/editions/${term}/courses${path}`, { headers: { accept: 'text/html' } });

  test('reads what a course is and the notice for parents, and no result', async () => {
    const page = await (await open('')).text();
    expect(page).toContain('Alder Bank');
    expect(page).toContain('Children apply through their school');
    const notice = await (await open('/alder/notice')).text();
    for (const part of ['Friday 28 February', '12 places', 'Larkford spring']) expect(notice).toContain(part);
    expect(await (await open('/alder/invitation')).text()).toContain('Friday 11 April 2025');
    expect(page + notice).not.toContain('k1');
  });

  test('reads nothing of a course that is not confirmed', async () => {
    await city.ask('/courses', city.form({ course: 'later', half: 'pm' }));
    expect((await open('/later/notice')).status).toBe(404);
    expect(await (await open('')).text()).not.toContain('/later/');
  });
});

test('a month after closing the codes that applied are gone', async () => {
  expect(await city.larkford.read.list('courseApplication', { edition: term })).toHaveLength(12);
  await city.moveTo('2025-07-02T06:00:00.000Z');
  await city.larkford.system.runJob('apply-retention');
  expect(await city.larkford.read.list('courseApplication', { edition: term })).toEqual([]);
});
