import { afterAll, beforeAll, expect, test } from 'vitest';
import { localOrganisers } from '#local/identity.ts';
import { signInAsOrganiser } from '#local/sign-in-client.ts';
import { bookedMonday, countMonday, publishReport, reportOf } from './impact-of.ts';
import { edition, type Larkford, postJson, startLarkford } from './larkford.ts';

const impact = `/organiser/editions/${edition}/impact`;
const publicImpact = `/editions/${edition}/impact`;
let larkford: Larkford;
let second: string;

/** A city in which one school brought 24 pupils to one event. */
beforeAll(async () => {
  larkford = await startLarkford();
  second = await signInAsOrganiser(larkford.system.origin, localOrganisers[1].id);
  await bookedMonday(larkford);
  await countMonday(larkford, 24);
});
afterAll(() => larkford.stop());

async function get(path: string, cookie = '', accept = 'application/json') {
  const response = await fetch(larkford.system.origin + path, { headers: { accept, cookie } });
  return { status: response.status, text: await response.text(), type: response.headers.get('content-type') ?? '' };
}

const whatWaits = async () => (await get(`/organiser/editions/${edition}`, second, 'text/html')).text;

test('a sentence that the figures contradict keeps a report from being prepared, and says so at its field', async () => {
  const wrong = await postJson(
    larkford,
    `${impact}/prepare`,
    { summary: '2 schools took part.' },
    { cookie: larkford.organiser },
  );
  expect(wrong).toMatchObject({ status: 422, body: { code: 'claims', errors: [{ path: 'summary' }] } });
  const page = await larkford.client.post(`${impact}/prepare`, { summary: '2 schools took part.' }, larkford.organiser);
  expect(page.status).toBe(422);
  expect(page.text).toContain('2 schools took part.');
});

test('whoever prepared a report cannot publish it, and nobody sees it until somebody else has', async () => {
  const body = { summary: '1 school took part.', actions: 'Do it again' };
  expect((await postJson(larkford, `${impact}/prepare`, body, { cookie: larkford.organiser })).status).toBe(201);
  expect((await postJson(larkford, `${impact}/publish`, { version: 1 }, { cookie: larkford.organiser })).body['code']).toBe(
    'second-person-needed',
  );
  expect((await get(publicImpact)).status).toBe(404);
  expect((await get(`${publicImpact}/1`)).status).toBe(404);
  expect(await whatWaits()).toContain('A report that waits for a second person');
  expect((await postJson(larkford, `${impact}/publish`, { version: 1 }, { cookie: second })).status).toBe(200);
  expect(await whatWaits()).not.toContain('A report that waits for a second person');
  expect(await reportOf(larkford, 'public')).toMatchObject({ schools: 1, 'pupils-face-to-face': 24 });
  expect((await postJson(larkford, `${impact}/publish`, { version: 1 }, { cookie: second })).body['code']).toBe(
    'already-published',
  );
});

test('a published report stays as it is when the figures move; a new version says what changed', async () => {
  await countMonday(larkford, 30);
  expect(await reportOf(larkford, 'public')).toMatchObject({ 'pupils-face-to-face': 24 });
  expect(await publishReport(larkford, 2)).toEqual([303, 303]);
  expect(await reportOf(larkford, 'public')).toMatchObject({ 'pupils-face-to-face': 30 });
  const before = JSON.parse((await get(`${publicImpact}/1`)).text);
  expect(before).toMatchObject({ version: 1, summary: ['1 school took part.'] });
  const after = JSON.parse((await get(`${publicImpact}/2`)).text);
  expect(after.changes).toContainEqual({
    figure: 'pupils-face-to-face',
    before: 24,
    after: 30,
    added: 1,
    removed: 1,
    rulesChanged: false,
  });
});

test('a passport is public, its rows are for those who publish, and they count to the figure', async () => {
  const passport = JSON.parse((await get(`${publicImpact}/2/figures/pupils-face-to-face`)).text);
  expect(passport).toMatchObject({ value: 30, rows: 1, version: 2, rules: 1 });
  expect(JSON.stringify(passport)).not.toContain('900001');
  const rows = await get(`${impact}/2/figures/pupils-face-to-face?as=csv`, second, 'text/html');
  expect(rows.type).toBe('text/csv; charset=utf-8');
  expect(rows.text).toBe('event,urn,yearGroups,pupils\r\nmonday,900001,year4,30\r\n');
  expect((await get(`${impact}/2/figures/pupils-face-to-face`)).status).toBe(401);
  expect((await get(`${publicImpact}/2/figures/cats`)).status).toBe(404);
  expect((await get(`${publicImpact}/3/figures/schools`)).status).toBe(404);
});

test('open data are files that name no school', async () => {
  for (const file of ['figures.csv', 'pupils-by-day.csv', 'children.csv', 'report.json', 'schema.json', 'report.ods']) {
    const data = await get(`${publicImpact}/2/data/${file}`, '', '*/*');
    expect([file, data.status]).toEqual([file, 200]);
    expect(data.text).not.toContain('900001');
  }
  expect((await get(`${publicImpact}/2/data/rows.csv`)).status).toBe(404);
  const pdf = await get(`${publicImpact}/2/report.pdf`, '', '*/*');
  expect([pdf.status, pdf.type, pdf.text.slice(0, 8)]).toEqual([200, 'application/pdf', '%PDF-1.7']);
  expect((await get(`${publicImpact}/3/report.pdf`)).status).toBe(404);
});

test('figures printed elsewhere stand beside ours in the next version', async () => {
  const printed = { reference: 'news', source: 'News (fictional)', address: 'https://news.example/', figures: 'schools: 2' };
  expect((await postJson(larkford, `${impact}/printed`, printed, { cookie: larkford.organiser })).status).toBe(201);
  await publishReport(larkford, 3);
  const page = await get(`${publicImpact}/3`, '', 'text/html');
  expect(page.text).toContain('They cannot both be true.');
});

test('the box says what is wrong with a sentence, by the figures or by a table', async () => {
  const check = async (body: object) => (await postJson(larkford, `${impact}/check`, body, { cookie: larkford.organiser })).body;
  expect(await check({ sentence: '1 school took part. 2 schools hosted.' })).toMatchObject({
    checked: [{ claims: [{ verdict: 'holds' }] }, { claims: [{ verdict: 'wrong', says: '1' }] }],
  });
  const table = 'standard; England; 2023; 59.6%\nstandard; England; 2024; 61.3%';
  expect(await check({ sentence: 'England rose by 1 point.', table })).toMatchObject({
    checked: [{ claims: [{ verdict: 'wrong', says: '59.6 in 2023, 61.3 in 2024: +1.7' }] }],
  });
  expect(await check({ sentence: 'England rose.', table: 'England 2024' })).toMatchObject({ code: 'table-line' });
});
