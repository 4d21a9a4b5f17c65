import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { trapField } from '#shared/system/protections.ts';
import { type CourseCity, startCourseCity, term, termPath } from './course-city.ts';
import { postJson } from './larkford.ts';

let city: CourseCity;
beforeAll(async () => {
  city = await startCourseCity();
}, 120_000);
afterAll(() => city.larkford.stop());

const all = () => city.larkford.read.list('enquiry', { edition: term });
const form = (more: object = {}) => ({
  asks: 'school',
  school: 'Dovecote Junior School (fictional)',
  contact: { name: 'D. Fictional', email: 'office@dovecote.example' },
  message: 'Do you come to Year 5?',
  ...more,
});
const ask = (more: object = {}) => postJson(city.larkford, `/editions/${term}/courses`, form(more));

describe('a school that asks for a course', () => {
  test('is kept once, with its newest words', async () => {
    expect((await ask()).status).toBe(201);
    expect((await ask({ message: 'Do you come to Year 6 too?' })).status).toBe(201);
    expect(await all()).toMatchObject([{ state: 'new', message: 'Do you come to Year 6 too?', version: 2 }]);
  });

  test('that says nothing of itself is refused, and so is a robot', async () => {
    expect((await ask({ school: '', contact: { name: 'X', email: 'nowhere' } })).status).toBe(422);
    const robot = { asks: 'school', school: 'Robot', 'contact.name': 'R', 'contact.email': 'r@robot.example', [trapField]: 'x' };
    expect((await city.larkford.client.post(`/editions/${term}/courses`, robot)).status).toBe(422);
    expect(await all()).toHaveLength(1);
  });

  test('a parent is pointed to their school, and nothing is kept of them', async () => {
    const { status, body } = await ask({ asks: 'parent', contact: { name: 'P. Fictional', email: 'parent@home.example' } });
    expect([status, body['code'], JSON.stringify(body)]).toEqual([
      422,
      'parent',
      expect.stringContaining('ask your child’s school'),
    ]);
    expect(JSON.stringify(await all())).not.toContain('parent@home.example');
  });
});

describe('the organiser', () => {
  test('notes how talking goes on; who looked at an older state is told', async () => {
    const [one] = await all();
    const path = `/enquiries/${one?.enquiry}`;
    const talk = { version: one?.version, state: 'talking', notes: 'Rang them on Monday' };
    expect((await city.ask(path, talk)).status).toBe(200);
    expect(await city.ask(path, { ...talk, state: 'declined' })).toMatchObject({ status: 409, code: 'changed-meanwhile' });
    expect(await city.ask(path, { ...talk, version: 3, state: 'won' })).toMatchObject({ status: 422 });
    expect(await all()).toMatchObject([{ state: 'talking', notes: 'Rang them on Monday' }]);
    expect((await ask({ message: 'And Year 4?' })).status).toBe(201);
    expect(await all(), 'asking again does not lose what was noted').toMatchObject([
      { state: 'talking', notes: 'Rang them on Monday', message: 'And Year 4?' },
    ]);
  });

  test('removes it with the name, the address and the notes', async () => {
    const [one] = await all();
    expect((await city.ask(`/enquiries/${one?.enquiry}/remove`)).status).toBe(200);
    expect((await city.ask(`/enquiries/${one?.enquiry}/remove`)).status).toBe(200);
    expect(await all()).toEqual([]);
    const audit = await fetch(`${city.larkford.system.origin}${termPath}/audit`, {
      headers: { accept: 'text/html', ...city.cookie },
    });
    const page = await audit.text();
    expect(page).toContain('Removed what a school asked');
    expect(page).not.toContain('Rang them');
  });
});

describe('a clearance that ends soon', () => {
  const mails = () =>
    city.larkford.system.inbox
      .list({ to: 'nurse@volunteer.example' })
      .map(({ subject }) => subject)
      .filter((subject) => subject.startsWith('Your clearance ends'));
  const morning = async (day: string) => {
    await city.moveTo(`${day}T09:05:30.000Z`);
    await city.larkford.system.runJob('remind-of-visits');
    await city.larkford.system.settle();
  };

  test('is told 28 days before, once; recorded anew, it is told again before its new end', async () => {
    await city.ask('/clearances', { volunteer: city.idOf('nurse'), until: '2025-03-31' });
    await morning('2025-03-02');
    expect(mails()).toEqual([]);
    await morning('2025-03-03');
    await morning('2025-03-04');
    expect(mails()).toEqual(['Your clearance ends on Monday 31 March 2025']);
    await city.ask('/clearances', { volunteer: city.idOf('nurse'), until: '2025-05-30' });
    await morning('2025-04-01');
    expect(mails()).toHaveLength(1);
    await morning('2025-05-05');
    expect(mails()).toHaveLength(2);
  });
});
