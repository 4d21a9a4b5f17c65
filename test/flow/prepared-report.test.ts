import { afterAll, beforeAll, expect, test } from 'vitest';
import { localOrganisers } from '#local/identity.ts';
import { signInAsOrganiser } from '#local/sign-in-client.ts';
import { instant } from '#shared/kernel/time.ts';
import { edition, postJson } from './larkford.ts';
import { guest, startSurveyed, type Surveyed } from './surveyed.ts';

let city: Surveyed;
beforeAll(async () => {
  city = await startSurveyed();
}, 120_000);
afterAll(() => city.larkford.stop());

const impact = `/organiser/editions/${edition}/impact`;
const first = () => city.larkford.read.get('reportEdition', { edition, number: '0001' });

test('while the survey is open no report prepares itself', async () => {
  await city.answer('monday', { enjoyed: 5 }, await city.open(guest));
  await city.run('prepare-reports');
  expect(await first()).toBeUndefined();
});

test('the morning after it has closed the first report waits, with all that came in, and the public sees nothing', async () => {
  const closes = (await city.larkford.read.get('edition', { edition }))?.surveyCloses ?? '';
  await city.moveTo(instant.parse(`${closes}T23:30:00.000Z`));
  await city.larkford.system.runJob('prepare-reports');
  const waiting = await first();
  expect(waiting).toMatchObject({ state: 'prepared', preparedBy: 'system', version: 1 });
  expect(waiting?.document.figures.find(({ figure }) => figure === 'schools')?.value).toBe(2);
  expect(await city.larkford.read.get('report', { edition })).toBeUndefined();
  expect((await city.html(impact, city.larkford.organiser)).text).toContain('It prepared itself after the survey closed');
});

test('it prepares itself once, and gives way to what an organiser prepares with words', async () => {
  const before = await first();
  await city.run('prepare-reports');
  expect((await first())?.snapshot).toBe(before?.snapshot);
  const cookie = city.larkford.organiser;
  expect((await postJson(city.larkford, `${impact}/prepare`, { summary: '2 schools took part.' }, { cookie })).status).toBe(201);
  expect((await first())?.preparedBy).not.toBe('system');
  expect((await postJson(city.larkford, `${impact}/publish`, { version: 1 }, { cookie })).status).toBe(403);
  const second = await signInAsOrganiser(city.larkford.system.origin, localOrganisers[1].id);
  expect((await postJson(city.larkford, `${impact}/publish`, { version: 1 }, { cookie: second })).status).toBe(200);
});

test('once a report is published none prepares itself again', async () => {
  await city.run('prepare-reports');
  expect(await city.larkford.read.get('reportEdition', { edition, number: '0002' })).toBeUndefined();
});
