import * as z from 'zod/mini';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { instant } from '#shared/kernel/time.ts';
import { edition, organiserList, postJson } from './larkford.ts';
import { guest, host, startSurveyed, type Surveyed } from './surveyed.ts';

const late = 'office@canal-street.example';
const list = z.object({
  schools: z.object({ asked: z.int(), answered: z.int(), onPaper: z.int() }),
  rows: z.array(z.object({ urn: z.string(), event: z.string(), state: z.string(), onPaper: z.boolean() })),
});

let city: Surveyed;
const ids = new Map<string, string>();
beforeAll(async () => {
  city = await startSurveyed([{ urn: '900003', email: late }]);
  const { registrations = [] } = await organiserList(city.larkford, 'registrations');
  for (const { registration } of registrations) ids.set(registration['urn'] ?? '', registration['registration'] ?? '');
});
afterAll(() => city.larkford.stop());

const surveys = `/organiser/editions/${edition}/surveys`;
const sheetOf = (urn: string, event = 'monday') => `${surveys}/${event}/${urn}/${ids.get(urn)}`;
const type = (urn: string, body: object, event?: string) =>
  postJson(city.larkford, sheetOf(urn, event), body, { cookie: city.larkford.organiser });
const standing = async () => list.parse(await city.larkford.client.read(surveys, city.larkford.organiser));
const page = (path: string, cookie = city.larkford.organiser) => city.html(path, cookie);
const told = (to: string) => city.mails(to).filter((subject) => subject.startsWith('We typed in'));

describe('before anything came back', () => {
  test('the console shows who was asked about what, with a way to each sheet', async () => {
    expect(await standing()).toMatchObject({ schools: { asked: 3, answered: 0, onPaper: 0 } });
    const { text } = await page(surveys);
    expect(text).toContain('0 of 3');
    expect(text).toContain(`href="${sheetOf('900002')}"`);
  });

  test('there is a sheet for each school and event, and hosting is asked of the host alone', async () => {
    const all = (await page(`${surveys}/sheets`)).text;
    expect(all.match(/class="app-sheet"/g)).toHaveLength(4);
    expect(all.match(/Hosting an event was a positive experience/g)).toHaveLength(1);
    const one = (await page(`${surveys}/sheets?urn=900002`)).text;
    expect(one.match(/class="app-sheet"/g)).toHaveLength(1);
    expect((await page('/my/survey/monday/sheet', await city.open(guest))).text).toContain('Tick one box at each statement');
  });
});

describe('bad input', () => {
  test.each([
    [{}, 422, undefined],
    [{ version: 0, tookPart: true }, 422, 'nothing-answered'],
    [{ enjoyed: 6 }, 422, undefined],
    [{ enjoyed: 'Agree' }, 422, undefined],
    [{ enjoyed: 5, typedBy: 'somebody' }, 422, undefined],
    [{ enjoyed: 5, quote: 'x'.repeat(601) }, 422, undefined],
    [{ hosting: 5 }, 422, 'not-asked'],
  ])('is refused, and nothing is kept: %j', async (body, status, code) => {
    expect(await type('900002', body)).toMatchObject({ status, ...(code && { body: { code } }) });
    expect((await standing()).schools.answered).toBe(0);
  });

  test.each([
    ['900002', 'online', 404, 'not-asked'],
    ['900002', 'nowhere', 404, 'not-asked'],
    ['900009', 'monday', 404, 'record-unknown'],
  ])('a school or an event that was not asked is not found: %s, %s', async (urn, event, status, code) => {
    expect(await type(urn, { enjoyed: 5 }, event)).toMatchObject({ status, body: { code } });
  });

  test('a sheet sent empty by a browser comes back with what there is to mend', async () => {
    const { status, text } = await city.larkford.client.post(
      sheetOf('900002'),
      { version: 0, tookPart: 'yes' },
      city.larkford.organiser,
    );
    expect(status).toBe(422);
    expect(text).toContain('Answer at least one statement, or say that you did not take part');
  });
});

describe('a sheet of paper that is typed in', () => {
  test('counts like an answer by the link, and shows as on paper', async () => {
    const form = { version: 0, tookPart: 'yes', enjoyed: 4, again: 5, quote: 'They still sing it', quoteConsent: 'yes' };
    const sent = await city.larkford.client.post(sheetOf('900002'), form, city.larkford.organiser);
    expect(sent).toMatchObject({ status: 303, location: `${surveys}?done=typed` });
    expect(await city.figureOf('enjoyed')).toMatchObject({ n: 1, respondents: 1, invited: 3, mean: 4 });
    expect((await standing()).schools).toEqual({ asked: 3, answered: 1, onPaper: 1 });
    expect((await page(surveys)).text).toContain('On paper');
  });

  test('is told to the school once, and who typed it in stands in the audit', async () => {
    expect(told(guest)).toEqual(['We typed in your answers about Monday rotation']);
    const { text } = await page(`/organiser/editions/${edition}/audit?subject=${ids.get('900002')}`);
    expect(text).toMatch(/organiser@larkford\.example[\s\S]*Typed in answers to the survey from paper/);
  });

  test('sent again is one answer; other answers need the page as it is now', async () => {
    const same = { version: 0, enjoyed: 4, again: 5, quote: 'They still sing it', quoteConsent: true };
    expect((await type('900002', same)).body).toMatchObject({ state: 'done', version: 1 });
    expect(await type('900002', { ...same, enjoyed: 1 })).toMatchObject({ status: 409, body: { code: 'typed-already' } });
    expect(await city.figureOf('enjoyed')).toMatchObject({ n: 1, mean: 4 });
    expect(told(guest)).toHaveLength(1);
  });

  test('can be put right, and the school is not told again', async () => {
    expect((await page(sheetOf('900002'))).text).toMatch(/name="enjoyed" type="radio" value="4" checked/);
    const looked = await page(`/organiser/editions/${edition}/audit?subject=${ids.get('900002')}`);
    expect(looked.text).toContain('Looked at a page with personal data');
    const right = { version: 1, enjoyed: 3, again: 5, quote: 'They still sing it', quoteConsent: true };
    expect((await type('900002', right)).body).toMatchObject({ version: 2 });
    expect(await city.figureOf('enjoyed')).toMatchObject({ n: 1, mean: 3 });
    expect(told(guest)).toHaveLength(1);
  });

  test('two organisers at once make one answer, and the other is told so', async () => {
    const both = await Promise.all([
      type('900001', { version: 0, hosting: 5, enjoyed: 5 }),
      type('900001', { version: 0, hosting: 4, enjoyed: 2 }),
    ]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(await city.figureOf('hosting')).toMatchObject({ n: 1, respondents: 1, invited: 1 });
  });
});

describe('the school itself', () => {
  test('sees that its answers were typed in, and what they are', async () => {
    const cookie = await city.open(guest);
    const { text } = await page('/my/survey', cookie);
    expect(text).toContain('An organiser typed these answers in from your sheet on paper');
    expect(text).toMatch(/name="enjoyed" type="radio" value="3" checked/);
  });

  test('can change them, and from then on they are its own', async () => {
    const cookie = await city.open(guest);
    expect(await city.answer('monday', { enjoyed: 5 }, cookie)).toMatchObject({ status: 200, body: { version: 3 } });
    expect(await city.figureOf('enjoyed')).toMatchObject({ n: 2, respondents: 2 });
    expect((await page('/my/survey/monday', cookie)).text).not.toContain('An organiser typed');
    expect(await type('900002', { version: 3, enjoyed: 1 })).toMatchObject({ status: 409, body: { code: 'answered-already' } });
    expect((await page(sheetOf('900002'))).text).toContain('This school has answered about this event itself');
    expect(city.mails(guest).filter((subject) => subject.startsWith('Thank you'))).toEqual([]);
  });

  test('that answered by its link is never typed over, not even with the same', async () => {
    await city.answer('online', { enjoyed: 5, again: 5 }, await city.open(host));
    const refused = await city.larkford.client.post(
      sheetOf('900001', 'online'),
      { version: 1, tookPart: 'yes', enjoyed: 5, again: 5 },
      city.larkford.organiser,
    );
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('This school has answered about this event itself. Its own answers stand');
    // What it answered is not shown to who wanted to type.
    const seen = await city.larkford.client.read(sheetOf('900001', 'online'), city.larkford.organiser);
    expect(seen).not.toHaveProperty('answers');
  });
});

describe('the reminder', () => {
  test('goes to who has not answered, and not to who did on paper', async () => {
    await city.moveTo(instant.parse('2025-03-18T09:00:00.000Z'));
    await city.run('invite-schools');
    const reminded = (to: string) => city.mails(to).filter((subject) => subject.startsWith('Still open'));
    expect(reminded(late)).toHaveLength(1);
    expect([...reminded(host), ...reminded(guest)]).toEqual([]);
  });
});

describe('a school that did not take part', () => {
  test('says so by one press on its sheet, and counts nowhere', async () => {
    const before = await city.figureOf('enjoyed');
    const sent = await city.larkford.client.post(sheetOf('900003'), { tookPart: 'no' }, city.larkford.organiser);
    expect(sent.status).toBe(303);
    expect(await city.figureOf('enjoyed')).toMatchObject({ n: before?.n });
    expect((await standing()).rows).toContainEqual(expect.objectContaining({ urn: '900003', state: 'not-there', onPaper: true }));
  });
});

describe('once the survey is over', () => {
  test('nothing can be typed in, and the page says since when', async () => {
    await city.moveTo(instant.parse('2025-04-12T09:00:00.000Z'));
    expect(await type('900003', { version: 1, tookPart: true, enjoyed: 5 })).toMatchObject({
      status: 409,
      body: { code: 'survey-closed' },
    });
    expect((await page(surveys)).text).toContain('The survey closed on Friday 11 April 2025');
    expect((await page(sheetOf('900003'))).text).toContain('These answers could be changed until');
  });
});
