import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CourseCity, people, professionalSessions, startCourseCity, term } from './course-city.ts';
import { openLink } from './larkford.ts';

let city: CourseCity;
beforeAll(async () => {
  city = await startCourseCity();
}, 120_000);
afterAll(() => city.larkford.stop());

const eventsOf = async (course: string) =>
  (await city.larkford.read.list('event', { edition: term })).filter(({ event }) => event.startsWith(`${course}-`));
const mailsTo = (name: string) =>
  city.larkford.system.inbox.list({ to: `${name}@volunteer.example` }).map(({ subject }) => subject);
/** What the calendar files of somebody's newest mail with such a subject say. */
const calendarsTo = (name: string, subject: string) => {
  const mails = city.larkford.system.inbox.list({ to: `${name}@volunteer.example` });
  const mail = mails.find((one) => one.subject.startsWith(subject));
  const files = mail?.attachments.filter(({ type }) => type === 'text/calendar') ?? [];
  return files.map(({ content }) => /METHOD:(\w+)/.exec(content.toString())?.[1]);
};
type Shown = { lacks: { what: string; session?: string }[]; sessions: { asked: { offer: { state: string } }[] }[] };

describe('making a course', () => {
  test.each([
    ['no places', { places: 0 }, 'whole number from 1'],
    ['a session before the one it follows', { 'professional-2': '2025-03-12' }, 'must come after Thursday 13 March'],
    ['two sessions on one day', { reflection: '2025-04-03' }, 'must come after Thursday 3 April'],
    ['applications that close before the assembly', { closes: '2025-02-21' }, 'comes after the opening assembly'],
    ['a first session while children can still apply', { closes: '2025-03-06' }, 'must come after Thursday 6 March'],
    ['a final assembly before the last session', { final: '2025-04-09' }, 'on Thursday 10 April 2025 at the earliest'],
    ['a session at a weekend', { 'professional-4': '2025-04-05' }, 'is at a weekend'],
    ['an assembly on a bank holiday', { reflection: '2025-04-17', final: '2025-04-18' }, 'bank holiday: Good Friday'],
    ['a session outside the edition', { reflection: '2025-05-08', final: '2025-05-09' }, 'is outside Larkford courses'],
    ['a day that does not exist', { first: '2025-02-30' }, 'a real date'],
    ['a year group that it is not for', { yearGroups: ['reception'] }, 'Years 3 to 6'],
    ['a school that has not registered', { registration: 'a'.repeat(20) }, 'has registered'],
  ])('refuses %s, and keeps nothing', async (_, wrong, says) => {
    const { status, text } = await city.ask('/courses', city.form(wrong));
    expect([status, text]).toEqual([422, expect.stringContaining(says)]);
    expect(await city.larkford.read.list('schoolCourse', { edition: term })).toEqual([]);
    expect(await city.larkford.read.list('event', { edition: term })).toEqual([]);
  });

  test('keeps it with its sessions as events; the same again changes nothing, and another is refused', async () => {
    const { 'professional-4': _, ...early } = city.form();
    expect((await city.ask('/courses', early)).status).toBe(201);
    expect((await city.ask('/courses', early)).status).toBe(201);
    expect(await city.ask('/courses', { ...early, places: 13 })).toMatchObject({ status: 409, code: 'course-exists' });
    expect((await eventsOf('alder')).map(({ event, places, host }) => [event, places, host])).toEqual(
      ['first', 'professional-1', 'professional-2', 'professional-3', 'reflection'].map((name) => [
        `alder-${name}`,
        12,
        '900001',
      ]),
    );
  });

  test('of which a session has the name of another event is refused whole', async () => {
    const [event] = await eventsOf('alder');
    if (!event) throw new Error('the course has events');
    const planted = { ...event, event: 'beech-reflection' };
    await city.larkford.write.transact([{ put: 'event', item: planted, when: 'absent' }]);
    expect(await city.ask('/courses', city.form({ course: 'beech' }))).toMatchObject({ status: 409, code: 'event-exists' });
    expect(await city.larkford.read.get('schoolCourse', { edition: term, course: 'beech' })).toBeUndefined();
    expect(await eventsOf('beech')).toHaveLength(1);
    expect((await city.ask('/courses', city.form({ course: 'second', first: undefined }))).status).toBe(201);
  });
});

describe('confirming a course', () => {
  test('with too few sessions and professionals is refused, and says each thing that it lacks', async () => {
    const { status, code, text } = await city.ask('/courses/alder/confirm');
    expect([status, code]).toEqual([409, 'course-not-ready']);
    expect(text).toContain('Fourth professional: it has no day yet');
    expect(text).toContain('First professional: no professional has said yes yet');
    expect(text).toContain('First professional: nobody stands in yet');
    expect(await city.larkford.read.get('schoolCourse', { edition: term, course: 'alder' })).toMatchObject({ state: 'planned' });
  });

  test('a session is added once, on a day in its order', async () => {
    const add = (session: string, day: string) => city.ask('/courses/alder/sessions', { session, day });
    expect(await add('professional-4', '2025-04-10')).toMatchObject({ status: 422, code: 'course-days' });
    expect(await add('professional-4', '2025-04-18')).toMatchObject({ status: 422, code: 'course-days' });
    expect(await eventsOf('alder')).toHaveLength(5);
    expect((await add('professional-4', '2025-04-03')).status).toBe(200);
    expect(await add('professional-4', '2025-04-03')).toMatchObject({ status: 409, code: 'session-there' });
  });

  test('a professional is asked once, by letter; one who is at another session then is not asked', async () => {
    const ask = (course: string, name: string) =>
      city.ask(`/courses/${course}/sessions/professional-1/ask`, { volunteer: city.idOf(name) });
    expect((await ask('alder', 'nurse')).status).toBe(200);
    expect(await ask('alder', 'nurse')).toMatchObject({ status: 422, code: 'volunteer' });
    expect(await ask('second', 'nurse')).toMatchObject({ status: 409, code: 'clash' });
    expect(mailsTo('nurse').some((subject) => subject.includes('first professional'))).toBe(true);
  });

  test('without a clearance that holds on the day is refused by name', async () => {
    expect(await city.accepts('alder-professional-1', 'nurse')).toBe('accepted');
    expect((await city.ask('/courses/alder/confirm')).text).toContain('First professional: V. nurse, not cleared yet');
    await city.ask('/clearances', { volunteer: city.idOf('nurse'), until: '2025-03-12' });
    expect((await city.ask('/courses/alder/confirm')).text).toContain('V. nurse, the clearance ends before that day');
  });

  test('with everything there stands, and again changes nothing', async () => {
    await city.staff('alder');
    expect((await city.read<Shown>('/courses/alder')).lacks).toEqual([]);
    expect((await city.ask('/courses/alder/confirm')).status).toBe(200);
    expect((await city.ask('/courses/alder/confirm')).status).toBe(200);
    expect(await city.larkford.read.get('schoolCourse', { edition: term, course: 'alder' })).toMatchObject({
      state: 'confirmed',
    });
  });
});

describe('a substitute', () => {
  test('is told once what they stand in for, without a calendar entry; whoever was named before, that they need not', async () => {
    const told = () => mailsTo('stand-in').filter((subject) => subject.startsWith('You stand in'));
    expect(told()).toHaveLength(professionalSessions.length);
    const name = (one: string) => city.ask('/courses/alder/sessions/professional-4/substitute', { substitute: city.idOf(one) });
    for (const _ of [1, 2]) expect((await name('stand-in')).status).toBe(200);
    expect(told()).toHaveLength(professionalSessions.length);
    expect((await name('nurse')).status).toBe(200);
    expect(mailsTo('nurse')[0]).toMatch(/^You stand in .*fourth professional/);
    expect(mailsTo('stand-in')[0]).toMatch(/^You need not stand in: .*fourth professional/);
    expect((await name('stand-in')).status).toBe(200);
    expect(mailsTo('nurse')[0]).toMatch(/^You need not stand in/);
    expect([
      ...calendarsTo('stand-in', 'You '),
      ...calendarsTo('nurse', 'You stand'),
      ...calendarsTo('nurse', 'You need'),
    ]).toEqual([]);
  });

  test('who takes over from somebody who has not answered: they are told that they are not needed', async () => {
    const ask = { volunteer: city.idOf('doctor') };
    expect((await city.ask('/courses/alder/sessions/professional-2/ask', ask)).status).toBe(200);
    expect(mailsTo('doctor')[0]).toContain('Can you come?');
  });

  test('takes a session over in one step: one need not come, the other does', async () => {
    expect((await city.ask('/courses/alder/sessions/professional-2/take-over')).status).toBe(200);
    const offers = await city.larkford.read.list('offer', { edition: term, event: 'alder-professional-2' });
    const states = Object.fromEntries(offers.map(({ visitor, state }) => [visitor, state]));
    const [midwife, doctor, standIn] = ['midwife', 'doctor', 'stand-in'].map((one) => city.idOf(one));
    expect(states).toEqual({ [midwife ?? '']: 'declined', [doctor ?? '']: 'declined', [standIn ?? '']: 'accepted' });
    expect(mailsTo('stand-in')[0]).toMatch(/^Please come now: .*second professional/);
    expect(mailsTo('midwife')[0]).toContain('Taken out of your calendar');
    expect(mailsTo('doctor')[0]).toContain('We have enough people now');
    const [taking] = city.larkford.system.inbox.list({ to: 'stand-in@volunteer.example', limit: 1 });
    expect(taking?.text).toContain('Is this a mistake?');
    expect(taking?.text).not.toContain('Was this not you');
    expect(calendarsTo('stand-in', 'Please come now')).toEqual(['REQUEST']);
    expect(calendarsTo('midwife', 'Taken out')).toEqual(['CANCEL']);
    expect(await city.ask('/courses/alder/sessions/professional-2/take-over')).toMatchObject({
      status: 409,
      code: 'no-substitute',
    });
  });

  test('who comes week after week is over the safeguarding line by it, and waits for the lead', async () => {
    expect((await city.ask('/courses/alder/sessions/professional-3/take-over')).status).toBe(200);
    expect((await city.ask('/courses/alder/sessions/professional-4/take-over')).status).toBe(200);
    const last = await city.larkford.read.get('offer', {
      edition: term,
      event: 'alder-professional-4',
      visitor: city.idOf('stand-in'),
    });
    expect(last?.state).toBe('waiting');
    expect(mailsTo('stand-in')[0]).toMatch(/^You may be needed, .*fourth professional/);
    const { lacks } = await city.read<Shown>('/courses/alder');
    expect(lacks).toContainEqual({ what: 'waiting', session: 'professional-4' });
    const tasks = (await city.larkford.read.list('task', { edition: term })).filter(({ kind }) => kind === 'line');
    expect(tasks).toMatchObject([{ visitor: city.idOf('stand-in') }]);
  });

  test('cannot be somebody who is asked already, or did not offer the half-day', async () => {
    const name = (session: string, one: string) =>
      city.ask(`/courses/alder/sessions/${session}/substitute`, { substitute: city.idOf(one) });
    expect(await name('professional-1', 'nurse')).toMatchObject({ status: 422, code: 'substitute' });
    expect(await name('first', 'nurse')).toMatchObject({ status: 404 });
    expect(people).toHaveLength(professionalSessions.length + 1);
  });
});

describe('applications', () => {
  const apply = (codes: string, year = 'year4') => city.bySchool('/my/courses/alder', { codes, year });
  const held = async () => (await city.larkford.read.list('courseApplication', { edition: term })).map(({ code }) => code);

  test('take the school’s own codes, all or none: no name, no code twice, no other year', async () => {
    expect((await apply('k1 K2, k3\nk4')).status).toBe(200);
    expect(await apply('k5 k5')).toMatchObject({ status: 422, code: 'codes' });
    expect(await apply('k6 k1')).toMatchObject({ status: 422, code: 'codes' });
    expect(await apply('k7 Ada')).toMatchObject({ status: 422, code: 'codes' });
    expect(await apply('k8', 'year6')).toMatchObject({ status: 422, code: 'year' });
    expect(await held()).toEqual(['k1', 'k2', 'k3', 'k4']);
  });

  test('are taken back by a code that has applied here, and by no other', async () => {
    expect(await city.bySchool('/my/courses/alder/take-back', { code: 'z9' })).toMatchObject({ status: 422, code: 'code' });
    expect((await city.bySchool('/my/courses/alder/take-back', { code: 'K4' })).status).toBe(200);
    expect(await held()).toEqual(['k1', 'k2', 'k3']);
    expect((await city.bySchool('/my/courses/nowhere', { codes: 'k1', year: 'year4' })).status).toBe(404);
  });

  test('for a course that is only planned, or after the last day, are refused with the reason', async () => {
    const planned = await city.bySchool('/my/courses/second', { codes: 'k1', year: 'year4' });
    expect(planned).toMatchObject({ status: 409, code: 'applications-closed' });
    expect(await city.ask('/courses/alder/draw')).toMatchObject({ status: 409, code: 'too-early' });
    await apply(Array.from({ length: 15 }, (_, index) => `y${index + 1}`).join(' '), 'year5');
    await city.moveTo('2025-03-01T10:00:00.000Z');
    city.teacher = await openLink(city.larkford, 'office@course-school.example');
    const late = await apply('k9');
    expect([late.status, late.text]).toEqual([409, expect.stringContaining('closed after Friday 28 February')]);
    expect(await held()).toHaveLength(18);
  });
});

describe('the draw', () => {
  type Drawn = { drawn: { code: string; order: number; result: string; year: string }[] };
  const shown = () => city.read<Drawn>('/courses/alder');

  test('gives the places by a lot that anybody can work out again, and books the school for them', async () => {
    expect((await city.ask('/courses/alder/draw')).status).toBe(200);
    const { drawn } = await shown();
    expect(drawn).toHaveLength(18);
    expect(drawn.filter(({ result }) => result === 'place').map(({ order }) => order)).toEqual(
      Array.from({ length: 12 }, (_, index) => index + 1),
    );
    const { createHash } = await import('node:crypto');
    const lot = (code: string) => createHash('sha256').update(`alder|Larkford spring|${code}`).digest('hex');
    const again = drawn.map(({ code }) => code).toSorted((a, b) => (lot(a) < lot(b) ? -1 : 1));
    expect(drawn.map(({ code }) => code)).toEqual(again);
    const cohorts = Object.fromEntries(
      ['year4', 'year5'].map((year) => [year, drawn.filter((one) => one.result === 'place' && one.year === year).length]),
    );
    for (const { event, placesFree } of await eventsOf('alder').then((all) =>
      all.filter((one) => !one.event.startsWith('alder-first-')),
    )) {
      const booking = await city.larkford.read.get('booking', { edition: term, event, urn: '900001' });
      expect(booking, event).toMatchObject({ pupils: 12, cohorts });
      expect(placesFree).toBe(0);
    }
  });

  test('done again gives the same, and changes nothing', async () => {
    const before = await shown();
    const version = (await city.larkford.read.get('schoolCourse', { edition: term, course: 'alder' }))?.version;
    expect((await city.ask('/courses/alder/draw')).status).toBe(200);
    expect(await shown()).toEqual(before);
    expect((await city.larkford.read.get('schoolCourse', { edition: term, course: 'alder' }))?.version).toBe(version);
  });

  test('is shown to the school with a reason for each code', async () => {
    const headers = { accept: 'text/html', cookie: city.teacher };
    const page = await (await fetch(`${city.larkford.system.origin}/my/courses/alder`, { headers })).text();
    expect(page).toContain('A place: number 1 of the draw');
    expect(page).toContain('Next in line: number 13 of the draw');
  });
});
