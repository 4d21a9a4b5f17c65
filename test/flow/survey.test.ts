import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rebuildAll } from '#local/rebuild.ts';
import { instant } from '#shared/kernel/time.ts';
import { edition } from './larkford.ts';
import { guest, host, startSurveyed, type Surveyed } from './surveyed.ts';

let city: Surveyed;
let hostCookie = '';
let guestCookie = '';
let visitorCookie = '';
beforeAll(async () => {
  city = await startSurveyed();
  [hostCookie = '', guestCookie = '', visitorCookie = ''] = await Promise.all(
    [host, guest, 'team@engineering.example'].map((email) => city.open(email)),
  );
});
afterAll(() => city.larkford.stop());

describe('who is asked what', () => {
  test('one mail with one link, whatever the number of events, to each school that came or hosted', () => {
    for (const to of [host, guest]) expect(city.mails(to).filter((subject) => subject.startsWith('How was'))).toHaveLength(1);
  });

  test('the first invitation settles by which version of the survey the edition asks', async () => {
    expect(await city.larkford.read.list('usedInstrument', { edition })).toMatchObject([{ instrument: 'schools', version: 1 }]);
  });

  test('several events are one list; one event is its own page; hosting is asked of its host alone', async () => {
    expect(await city.listOf(hostCookie)).toMatchObject([
      { event: 'monday', host: true, state: 'not-started', open: ['hosting', 'enjoyed', 'again'], until: '2025-04-11' },
      { event: 'online', host: false, state: 'not-started', open: ['enjoyed', 'again'] },
    ]);
    expect((await city.html('/my/survey', hostCookie)).text).toContain('We ask you about 2 events.');
    const alone = await city.html('/my/survey', guestCookie);
    expect(alone.text).toContain('action="/my/survey/monday"');
    expect(alone.text).not.toContain('name="hosting"');
    expect((await city.answer('monday', { hosting: 5 }, guestCookie)).body).toMatchObject({ code: 'not-asked' });
  });

  test.each(['later', 'empty', 'No%20Such', '..%2fmonday'])('an event it was not asked about is not found: %s', async (event) => {
    expect((await city.answer(event, { enjoyed: 5 }, hostCookie)).status).toBe(404);
    expect((await city.html(`/my/survey/${event}`, hostCookie)).status).toBe(404);
  });

  test('an organisation’s link opens no school’s survey', async () => {
    expect(await city.answer('monday', { enjoyed: 5 }, visitorCookie)).toMatchObject({
      status: 403,
      body: { code: 'other-purpose' },
    });
    expect((await city.html('/my/survey', visitorCookie)).status).toBe(403);
  });
});

describe('answers in parts', () => {
  test('are refused only while there is nothing at all, and then what was typed stays', async () => {
    const empty = await city.larkford.client.post(
      '/my/survey/monday',
      { version: 0, tookPart: 'yes', quoteConsent: 'yes' },
      hostCookie,
    );
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('Answer at least one statement, or say that you did not take part');
    expect(empty.text).toMatch(/name="quoteConsent"[^>]*value="yes"[^>]* checked/);
    expect(await city.partOf('monday', hostCookie)).toMatchObject({ state: 'not-started', version: 0 });
  });

  test('are kept, count at once, and the page names what is open', async () => {
    const sent = await city.larkford.client.post('/my/survey/monday', { version: 0, tookPart: 'yes', enjoyed: 4 }, hostCookie);
    expect(sent).toMatchObject({ status: 303, location: '/my/survey/monday?sent=1' });
    const said = (await city.html('/my/survey/monday?sent=1', hostCookie)).text;
    expect(said).toContain('We have your answers so far');
    expect(said).toContain('href="/my/survey/monday#hosting"');
    expect(await city.figureOf('enjoyed')).toMatchObject({ n: 1, respondents: 1, invited: 2, mean: 4 });
    expect(await city.figureOf('hosting')).toMatchObject({ n: 0, respondents: 0, invited: 1 });
  });

  test('go on another day by the same link, and lose nothing', async () => {
    const again = await city.open(host);
    expect((await city.answer('monday', { hosting: 5, again: 0 }, again)).body).toMatchObject({ state: 'done', open: [] });
    expect((await city.html('/my/survey/monday', again)).text).toMatch(/name="enjoyed" type="radio" value="4" checked/);
    expect(await city.figureOf('again')).toMatchObject({ n: 0, respondents: 0, invited: 2 });
    expect(await city.figureOf('hosting')).toMatchObject({ n: 1, mean: 5 });
  });

  test('sent twice, or together by two browsers, are one answer each', async () => {
    const { version } = await city.partOf('monday', hostCookie);
    for (const _ of [1, 2]) expect((await city.answer('monday', { enjoyed: 4 }, hostCookie)).status).toBe(200);
    expect(await city.partOf('monday', hostCookie)).toMatchObject({ version });
    const both = await Promise.all([
      city.answer('online', { enjoyed: 3 }, hostCookie),
      city.answer('online', { again: 2 }, hostCookie),
    ]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(await city.partOf('online', hostCookie)).toMatchObject({ state: 'done', version: 2 });
    expect(await city.figureOf('enjoyed')).toMatchObject({ n: 2, respondents: 1, mean: 3.5 });
  });

  test('about several events are thanked for once', async () => {
    await city.larkford.system.settle();
    expect(city.mails(host).filter((subject) => subject.startsWith('Thank you'))).toHaveLength(1);
    expect(city.mails(guest).filter((subject) => subject.startsWith('Thank you'))).toEqual([]);
  });

  test('of a school that was not there count nowhere, and are back if that was a slip', async () => {
    const skipped = await city.larkford.client.post('/my/survey/online', { tookPart: 'no' }, hostCookie);
    expect(skipped.status).toBe(303);
    expect((await city.html('/my/survey/online?sent=1', hostCookie)).text).toContain('that your school did not take part');
    expect(await city.figureOf('enjoyed')).toMatchObject({ n: 1, mean: 4 });
    await city.answer('online', { tookPart: true }, hostCookie);
    expect(await city.figureOf('enjoyed')).toMatchObject({ n: 2, respondents: 1, mean: 3.5 });
  });
});

describe('bad answers', () => {
  test.each([
    [{ enjoyed: 6 }, 'enjoyed'],
    [{ enjoyed: -1 }, 'enjoyed'],
    [{ enjoyed: 2.5 }, 'enjoyed'],
    [{ enjoyed: 'Agree' }, 'enjoyed'],
    [{ enjoyed: [4, 5] }, 'enjoyed'],
    [{ enjoyed: null }, 'enjoyed'],
    [{ tookPart: 'maybe' }, 'tookPart'],
    [{ enjoyed: 5, quote: 'x'.repeat(601) }, 'quote'],
    [{ enjoyed: 5, improve: 'x'.repeat(401) }, 'improve'],
    [{ enjoyed: 5, improve: 'a\u202eb' }, 'improve'],
    [{ enjoyed: 5, version: 'latest' }, 'version'],
    [{ enjoyed: 5, firstAnsweredAt: '2020-01-01T00:00:00.000Z' }, 'body'],
  ])('are refused at their field, and nothing is kept: %j', async (body, path) => {
    const before = await city.partOf('monday', hostCookie);
    expect(await city.answer('monday', body, hostCookie)).toMatchObject({
      status: 422,
      body: { errors: [expect.objectContaining({ path })] },
    });
    expect(await city.partOf('monday', hostCookie)).toEqual(before);
  });

  test('one among good ones comes back with all that was typed', async () => {
    const form = { version: 1, tookPart: 'yes', enjoyed: 1, again: 9, quote: 'Typed words' };
    const { status, text } = await city.larkford.client.post('/my/survey/online', form, hostCookie);
    expect(status).toBe(422);
    expect(text).toMatch(/name="enjoyed" type="radio" value="1" checked/);
    expect(text).toContain('Typed words');
    expect(text).toContain('<title>Error: ');
  });
});

describe('a lost link', () => {
  test('leads to the school’s place, and from there to the survey and its answers', async () => {
    await city.larkford.client.post(`/editions/${edition}/lost-link`, { email: host });
    await city.larkford.system.settle();
    const found = await city.open(host);
    expect((await city.html('/my/place', found)).text).toContain('href="/my/survey"');
    expect((await city.listOf(found)).map(({ state }) => state)).toEqual(['done', 'done']);
    expect((await city.answer('monday', { enjoyed: 5 }, found)).status).toBe(200);
    expect(await city.figureOf('enjoyed')).toMatchObject({ n: 2, mean: 4 });
  });

  test('a link to the survey opens no school’s place', async () => {
    expect((await city.html('/my/place', hostCookie)).status).toBe(403);
  });
});

describe('an event whose pupils are counted late', () => {
  test('joins the list of a school that was asked before, without another mail', async () => {
    await city.asOrganiser('events/later/attendance', { urn: '900002', attended: 12 });
    await city.run('aggregate');
    await city.run('invite-schools');
    expect((await city.listOf(guestCookie)).map(({ event }) => event)).toEqual(['monday', 'later']);
    expect(city.mails(guest).filter((subject) => subject.startsWith('How was'))).toHaveLength(1);
    expect(await city.figureOf('enjoyed')).toMatchObject({ invited: 2 });
  });
});

describe('after fourteen days', () => {
  test('an answer can be changed until the end of the day in London, and the figures follow', async () => {
    await city.moveTo(instant.parse('2025-03-28T23:59:30.000Z'));
    hostCookie = await city.open(host);
    expect(await city.partOf('monday', hostCookie)).toMatchObject({ accepts: true, until: '2025-03-28' });
    expect((await city.answer('monday', { enjoyed: 2 }, hostCookie)).status).toBe(200);
    expect(await city.figureOf('enjoyed')).toMatchObject({ n: 2, mean: 2.5 });
  });

  test('it is closed, with whom to write to, and what was kept stands', async () => {
    await city.moveTo(instant.parse('2025-03-29T00:00:30.000Z'));
    hostCookie = await city.open(host);
    const closed = await city.html('/my/survey/monday', hostCookie);
    expect(closed.status).toBe(200);
    expect(closed.text).toContain('This survey has closed');
    expect(closed.text).toContain('mailto:programme@larkford.example');
    expect(await city.answer('monday', { enjoyed: 5 }, hostCookie)).toMatchObject({
      status: 409,
      body: { code: 'survey-closed' },
    });
    const typed = await city.larkford.client.post('/my/survey/monday', { enjoyed: 5 }, hostCookie);
    expect([typed.status, typed.text.includes('This survey has closed')]).toEqual([409, true]);
    expect(await city.figureOf('enjoyed')).toMatchObject({ n: 2, mean: 2.5 });
  });

  test('a school that has not answered yet still can', async () => {
    guestCookie = await city.open(guest);
    expect((await city.answer('monday', { enjoyed: 5 }, guestCookie)).status).toBe(200);
    expect(await city.partOf('monday', guestCookie)).toMatchObject({ until: '2025-04-12' });
    expect(await city.figureOf('enjoyed')).toMatchObject({ n: 3, respondents: 2, mean: 3.33 });
  });

  test('and everything counted again gives the same figures', async () => {
    const lines: string[] = [];
    const { read, write } = city.larkford;
    expect(await rebuildAll({ read, write, newId: randomUUID }, (line) => lines.push(line))).toBe(true);
    expect(lines.join()).toContain('equal to the byte');
  });
});
