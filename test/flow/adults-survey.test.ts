import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parentsSurvey, volunteersSurvey } from '#shared/domain/instruments/adults.ts';
import { instrumentDigest } from '#shared/domain/instruments/in-use.ts';
import { instant } from '#shared/kernel/time.ts';
import { reportOf } from './impact-of.ts';
import { edition, postJson } from './larkford.ts';
import { guest, host, startSurveyed, type Surveyed } from './surveyed.ts';

let city: Surveyed;
const firm = 'team@engineering.example';

beforeAll(async () => {
  city = await startSurveyed();
  await city.answer('monday', { enjoyed: 5 }, await city.open(guest));
  // Back before the week, when visitors say that they come.
  await city.moveTo(instant.parse('2025-03-03T09:00:00.000Z'));
  const visitor = await city.open(firm);
  await city.larkford.client.post('/my/place/confirm', {}, visitor);
  for (const event of ['monday', 'online'])
    await postJson(city.larkford, `/my/offers/${event}`, { answer: 'accepted' }, { cookie: visitor });
  await city.larkford.system.settle();
}, 180_000);
afterAll(() => city.larkford.stop());

const mailsTo = (to: string, about: string) => city.mails(to).filter((subject) => subject.includes(about));

async function morning(day: string): Promise<void> {
  await city.moveTo(instant.parse(`${day}T09:05:00.000Z`));
  await city.run('remind-of-visits');
  await city.run('remind-of-visits');
}

function say(event: string, body: object, cookie: string) {
  return postJson(city.larkford, `/my/visits/${event}`, body, { cookie });
}

describe('visitors', () => {
  test('are asked by the thanks for each visit that was counted, by the version kept with the first', async () => {
    await morning('2025-03-15');
    const asked = await city.larkford.read.list('visitSurvey', { edition });
    expect(asked.map(({ event, answers }) => [event, answers])).toEqual([
      ['monday', {}],
      ['online', {}],
    ]);
    const [thanks] = city.larkford.system.inbox.list({ to: firm });
    expect(thanks?.text).toContain('four short questions');
    expect(await city.larkford.read.get('usedInstrument', { edition, instrument: 'volunteers' })).toMatchObject({
      version: 1,
      digest: instrumentDigest(volunteersSurvey),
    });
  });

  test('are led there from their own place, answer in part, come back and change', async () => {
    const visitor = await city.open(firm);
    expect((await city.html('/my/place', visitor)).text).toContain('href="/my/visits"');
    expect((await city.html('/my/visits', visitor)).text).toContain('Not answered yet');
    expect((await say('monday', {}, visitor)).status).toBe(422);
    expect((await say('monday', { ready: 4 }, visitor)).status).toBe(200);
    expect((await say('monday', { welcome: 5, ready: 5 }, visitor)).body).toMatchObject({ answers: { ready: 5, welcome: 5 } });
    const again = await city.open(firm);
    expect((await city.html('/my/visits/monday', again)).text).toMatch(/name="welcome" type="radio" value="5" checked/);
    expect((await city.html('/my/visits/monday?sent=1', again)).text).toContain('Thank you');
    expect((await say('nowhere', { ready: 5 }, again)).status).toBe(404);
  });

  test('count in the figures of the event, and twice the same is once', async () => {
    const visitor = await city.open(firm);
    await say('monday', { welcome: 5 }, visitor);
    await city.run('aggregate');
    const total = await city.larkford.read.get('eventTotal', { edition, event: 'monday' });
    expect(total?.visitors).toEqual({
      asked: 1,
      answered: 1,
      counts: { ready: [0, 0, 0, 0, 1], welcome: [0, 0, 0, 0, 1], questions: [0, 0, 0, 0, 0], again: [0, 0, 0, 0, 0] },
    });
    expect(await reportOf(city.larkford, 'live')).toMatchObject({
      adults: [{ instrument: 'volunteers', schools: 1, asked: 2, answered: 1 }],
    });
  });

  test('are reminded once of what they have not said, and never again', async () => {
    expect(mailsTo(firm, 'Still open')).toEqual([]);
    await morning('2025-03-18');
    expect(mailsTo(firm, 'Still open')).toEqual([]);
    await morning('2025-03-19');
    expect(mailsTo(firm, 'Still open')).toHaveLength(1);
    const [reminder] = city.larkford.system.inbox.list({ to: firm });
    expect(reminder?.text).toContain('about one event');
    await morning('2025-03-21');
    expect(mailsTo(firm, 'Still open')).toHaveLength(1);
  });

  test('cannot open a school’s survey, nor a school theirs', async () => {
    expect((await city.html('/my/visits', await city.open(host))).status).toBe(403);
    expect((await city.html('/my/survey', await city.open(firm))).status).toBe(403);
  });
});

describe('schools', () => {
  test('that have said nothing are reminded once, and one that answered is not', async () => {
    for (const day of ['2025-03-17', '2025-03-18', '2025-03-19', '2025-03-21']) {
      await city.moveTo(instant.parse(`${day}T16:20:00.000Z`));
      await city.run('invite-schools');
    }
    expect(mailsTo(host, 'Still open')).toHaveLength(1);
    expect(mailsTo(guest, 'Still open')).toEqual([]);
  });
});

describe('parents', () => {
  const all = { told: 4, 'more-jobs': 5, 'any-job': 5, talk: 4 };
  const send = (code: string, answers: object, key: string) =>
    postJson(city.larkford, `/c/${code}`, answers, { 'idempotency-key': key });
  let code = '';

  test('get a link that their school hands out, with nothing to sign in to', async () => {
    const teacher = await city.open(host);
    const form = { event: 'monday', year: 'year4', pupils: 10, who: 'parents' };
    const { status, body } = await postJson(city.larkford, '/my/classes', form, { cookie: teacher });
    expect([status, body['code']]).toEqual([200, expect.any(String)]);
    code = String(body['code']);
    expect((await city.html(`/my/classes/${code}`, teacher)).text).toContain('The link to hand out');
    expect((await city.html(`/my/classes/${code}/sheet`, teacher)).text).toContain('My child told me about the visitors');
    const { text } = await city.html(`/c/${code}`, '');
    for (const { text: statement } of parentsSurvey.statements) expect(text).toContain(statement);
    expect(text).not.toMatch(/type="(?:text|email|tel)"/);
    expect(await city.larkford.read.get('usedInstrument', { edition, instrument: 'parents' })).toMatchObject({ version: 1 });
  });

  test('answer on one page, once however often it is sent, and nothing else of them is kept', async () => {
    expect((await send(code, {}, 'a'.repeat(20))).body['code']).toBe('nothing-answered');
    for (let times = 0; times < 2; times += 1) expect((await send(code, all, 'b'.repeat(20))).status).toBe(200);
    const kept = await city.larkford.read.list('pupilAnswer', { edition, code });
    expect(kept.map((one) => Object.keys(one).sort())).toEqual([['answer', 'answers', 'code', 'edition']]);
    expect((await city.html(`/c/${code}/thanks?from=parents`, '')).text).toContain('We have your answers');
  });

  test('may answer on paper: the counts of each statement add up to the sheets', async () => {
    const teacher = await city.open(host);
    const counts = (five: number) => ({ '4': 1, '5': five });
    const tally = { present: 3, told: counts(2), 'more-jobs': counts(2), 'any-job': counts(2), talk: counts(1) };
    const wrong = await postJson(city.larkford, `/my/classes/${code}/tally`, tally, { cookie: teacher });
    expect(wrong.body['code']).toBe('does-not-add-up');
    const right = await postJson(city.larkford, `/my/classes/${code}/tally`, { ...tally, talk: counts(2) }, { cookie: teacher });
    expect(right.status).toBe(200);
  });

  test('are counted apart from children, and refused beyond one for each child and a tenth', async () => {
    const refused = [];
    for (let parent = 0; parent < 8; parent += 1) refused.push((await send(code, all, `parent-number-${parent}`)).body['code']);
    expect(refused.filter((one) => one === 'class-full')).toHaveLength(1);
    await city.run('aggregate');
    const total = await city.larkford.read.get('schoolTotal', { edition, urn: '900001' });
    expect(total?.children).toBeUndefined();
    expect(total?.parents).toMatchObject({ asked: 10, answered: 11, counts: { told: [0, 0, 0, 9, 2], talk: [0, 0, 0, 9, 2] } });
  });

  test('stop being asked when the school closes the class', async () => {
    const teacher = await city.open(host);
    await postJson(city.larkford, `/my/classes/${code}`, { state: 'closed' }, { cookie: teacher });
    expect((await city.html(`/c/${code}`, '')).text).toContain('This survey has closed');
  });
});
