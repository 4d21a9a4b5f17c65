import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { whatGoes } from '#functions/http/trial/what-goes.ts';
import { localOrganisers } from '#local/identity.ts';
import { signInAsOrganiser } from '#local/sign-in-client.ts';
import { edition as running, type Larkford, organisationForm, postJson, schoolForm, startLarkford } from './larkford.ts';

const edition = 'larkford-trial';
const path = `/organiser/editions/${edition}`;
const pages = `/editions/${edition}`;

let larkford: Larkford;
let outsider: string;
beforeAll(async () => {
  larkford = await startLarkford();
  const now = await larkford.read.get('edition', { edition: running });
  if (!now) throw new Error('the city has an edition');
  const { name, starts, ends, registrationOpens, registrationCloses, surveyCloses } = now;
  const dates = { name, starts, ends, registrationOpens, registrationCloses, surveyCloses };
  await press('/next', { ...dates, edition, name: 'Larkford on trial' }, running);
  outsider = await signInAsOrganiser(larkford.system.origin, localOrganisers[1].id);
  const team = await larkford.read.get('team', { edition });
  // The second organiser is on the team of the running edition alone.
  if (team) await larkford.write.bulk([{ put: 'team', item: { ...team, members: team.members.slice(0, 1) }, when: 'any' }]);
});
afterAll(() => larkford.stop());

const press = (route: string, body: object = {}, of = edition) =>
  postJson(larkford, `/organiser/editions/${of}${route}`, body, { cookie: larkford.organiser });

async function see(address: string, cookie?: string) {
  const headers = { accept: 'text/html', ...(cookie === undefined ? {} : { cookie }) };
  const response = await fetch(`${larkford.system.origin}${address}`, { headers, redirect: 'manual' });
  return { status: response.status, cache: response.headers.get('cache-control'), text: await response.text() };
}

const mailed = () => larkford.system.inbox.list({ limit: 100 }).length;

async function everybody() {
  const [schools, organisations, volunteers] = await Promise.all([
    larkford.read.list('registration', { edition }),
    larkford.read.list('organisation', { edition }),
    larkford.read.list('volunteer', { edition }),
  ]);
  return [...schools, ...organisations, ...volunteers];
}

const forEverybody = [
  '',
  '/schools',
  '/schools?q=alder',
  '/schools/register?urn=999804',
  '/apply/school?urn=999804',
  '/apply/organisation',
  '/apply/volunteer',
  '/organisations/sign-up',
  '/volunteers/sign-up',
  '/lost-link',
  '/received/ABCD-EFGH',
  '/handed-over',
];

describe('a draft', () => {
  test('is there for nobody before it is tried, its team included', async () => {
    for (const one of forEverybody) expect((await see(`${pages}${one}`, larkford.organiser)).status, one).toBe(404);
  });

  test('mails nobody, whom its team invites included', async () => {
    const before = mailed();
    expect((await press('/team', { email: 'colleague@larkford.example', roles: [] })).status).toBe(200);
    await larkford.system.settle();
    expect(mailed()).toBe(before);
    expect(await larkford.read.list('mail', { edition })).toMatchObject([{ template: 'organiser-invited', state: 'held' }]);
  });

  test('is not filled or cleared by whoever is not its admin, nor is an open edition', async () => {
    const other = await postJson(larkford, `${path}/trial/fill`, {}, { cookie: outsider });
    expect(other).toMatchObject({ status: 404, body: { code: 'edition-unknown' } });
    expect(await press('/trial/fill', {}, running)).toMatchObject({ status: 409, body: { code: 'not-draft' } });
    expect(await press('/trial/open', { purpose: 'organisation', subject: 'a'.repeat(20) })).toMatchObject({
      status: 409,
      body: { code: 'no-trial' },
    });
  });

  test('that holds somebody real is not filled, so that clearing takes nobody real away', async () => {
    await larkford.write.bulk([{ put: 'event', item: realEvent, when: 'any' }]);
    expect(await press('/trial/fill')).toMatchObject({ status: 409, body: { code: 'draft-in-use' } });
    await larkford.write.bulk([{ remove: 'event', key: realEvent, when: 'any' }]);
  });
});

const realEvent = {
  edition,
  event: 'real',
  kind: 'online' as const,
  title: 'A real event',
  organisations: [],
  volunteers: [],
  halfDay: '2025-03-10-am',
  sessions: 1,
  places: 30,
  placesFree: 30,
  state: 'confirmed' as const,
  version: 1,
};

describe('a draft filled with test data', () => {
  test('holds made-up people only, is filled once however often it is pressed, and mails nobody', async () => {
    const before = mailed();
    expect(await press('/trial/fill')).toMatchObject({ status: 200, body: { state: 'filled' } });
    await larkford.system.settle();
    const [people, events] = [await everybody(), await larkford.read.list('event', { edition })];
    expect(people).toHaveLength(10);
    expect(events).toHaveLength(3);
    expect(people.every(({ contact }) => contact.email.endsWith('.example') && contact.name.endsWith('(fictional)'))).toBe(true);
    expect(await press('/trial/fill')).toMatchObject({ status: 200 });
    await larkford.system.settle();
    expect(await everybody()).toEqual(people);
    expect(await larkford.read.list('event', { edition })).toEqual(events);
    const mails = await larkford.read.list('mail', { edition });
    expect(mails.length).toBeGreaterThan(15);
    expect(new Set(mails.map(({ state }) => state))).toEqual(new Set(['held']));
    expect(mailed()).toBe(before);
  });

  test('shows each email to its team as its reader would see it, and sends none', async () => {
    const [mail] = (await larkford.read.list('mail', { edition })).filter(({ template }) => template === 'booking-for-school');
    const page = await see(`${path}/mails/${mail?.mail}/preview`, larkford.organiser);
    expect(page.text).toMatch(/Test (?:rotation|visit) \(fictional\)/);
    const sent = await press('/outbox/send', { mails: [mail?.mail] });
    expect(sent).toMatchObject({ status: 409, body: { code: 'edition-draft' } });
    const outbox = await see(`${path}/outbox`, larkford.organiser);
    expect(outbox.text).toContain('Nothing is mailed from a draft');
    expect(outbox.text).not.toContain('Send the ticked emails');
  });

  test.each(forEverybody)('shows /editions/…%s to its team, and to nobody else', async (one) => {
    const mine = await see(`${pages}${one}`, larkford.organiser);
    expect(mine.status).toBe(200);
    expect(mine.cache).toBe('no-store');
    expect((await see(`${pages}${one}`)).status).toBe(404);
    expect((await see(`${pages}${one}`, outsider)).status).toBe(404);
  });

  test('takes sign-ups from its team alone, and mails nobody', async () => {
    const before = mailed();
    const form = schoolForm({ urn: '999804', 'contact.email': 'somebody@real-school.example' });
    const nobody = await larkford.client.post(`${pages}/schools/register`, form);
    expect(nobody.status).toBe(404);
    const mine = await larkford.client.post(`${pages}/schools/register`, form, larkford.organiser);
    expect(mine.status).toBe(303);
    const organisation = await larkford.client.post(`${pages}/organisations/sign-up`, organisationForm(), larkford.organiser);
    expect(organisation.status).toBe(303);
    const link = await larkford.client.post(`${pages}/lost-link`, { email: 'office@alder-bank.example' }, larkford.organiser);
    expect(link.status).toBe(303);
    await larkford.system.settle();
    expect(mailed()).toBe(before);
  });

  test('can be seen and used as each of its people sees it', async () => {
    const [school] = await larkford.read.list('registration', { edition }, { startsWith: '999801' });
    const subject = school?.registration;
    const open = (body: object) => larkford.client.post(`${path}/trial/open`, { ...body }, larkford.organiser);
    const place = await open({ purpose: 'registration', subject, urn: '999801' });
    const shown = await see('/my/place', place.cookie);
    expect(shown).toMatchObject({ status: 200 });
    expect(shown.text).toContain('Alder Bank Primary School (fictional)');
    const survey = await open({ purpose: 'survey', subject, urn: '999801' });
    expect((await see('/my/survey', survey.cookie)).text).toContain('Test rotation (fictional)');
    const answered = await larkford.client.post('/my/survey/test-rotation', { enjoyed: 5 }, survey.cookie);
    expect(answered.status).toBe(303);
    for (const one of await larkford.read.list('organisation', { edition })) {
      const { cookie } = await open({ purpose: 'organisation', subject: one.organisation });
      expect((await see('/my/place', cookie)).status).toBe(200);
    }
    for (const one of await larkford.read.list('volunteer', { edition })) {
      const { cookie } = await open({ purpose: 'volunteer', subject: one.volunteer });
      expect((await see('/my/place', cookie)).status).toBe(200);
    }
    expect((await open({ purpose: 'volunteer', subject: 'a'.repeat(20) })).status).toBe(404);
  });

  test('does not open while test data is in it, and says why', async () => {
    expect(await press('/state', { state: 'open' })).toMatchObject({ status: 409, body: { code: 'trial-stands' } });
    expect((await larkford.read.get('edition', { edition }))?.state).toBe('draft');
    const page = await see(path, larkford.organiser);
    expect(page.text).toContain('This draft holds test data, so it cannot be opened yet.');
    expect(page.text).not.toContain('Move on to');
  });
});

describe('a draft that was cleared', () => {
  test('holds nothing of the trial, has mailed nobody, and opens', async () => {
    await larkford.system.settle();
    await larkford.system.runJob('aggregate');
    await larkford.system.runJob('find-tasks');
    const before = mailed();
    expect(await press('/trial/clear')).toMatchObject({ status: 200, body: { state: 'clear' } });
    expect(await press('/trial/clear')).toMatchObject({ status: 200, body: { state: 'clear' } });
    await larkford.system.settle();
    await larkford.system.runJob('aggregate');
    const gone = [
      ...(await Promise.all(
        (['registration', 'organisation', 'volunteer', 'event'] as const).map((one) => larkford.read.list(one, { edition })),
      )),
      ...(await Promise.all(
        (['mail', 'waitingMail', 'task', 'response'] as const).map((one) => larkford.read.list(one, { edition })),
      )),
      ...(await Promise.all(
        (['schoolPlace', 'linkRequest', 'eventTotal'] as const).map((one) => larkford.read.list(one, { edition })),
      )),
      await larkford.read.list('school', { la: '998' }),
      await larkford.read.list('booking', { edition, event: 'test-rotation' }),
      await larkford.read.list('offer', { edition, event: 'test-rotation' }),
      await larkford.read.list('history', { edition, subject: 'test-rotation' }),
    ];
    expect(gone.flat()).toEqual([]);
    expect((await see(pages, larkford.organiser)).status).toBe(404);
    expect((await press('/state', { state: 'open' })).status).toBe(200);
    await larkford.system.settle();
    expect(mailed()).toBe(before);
    expect((await see(pages)).text).toContain('Larkford on trial');
    expect((await see(`${pages}/schools?q=alder`)).text).not.toContain('999801');
    const audit = (await larkford.read.list('audit', { edition })).map(({ what }) => what);
    expect(audit).toEqual(expect.arrayContaining(['trial.started.v1', 'trial.ended.v1']));
  });

  test('leaves the edition that runs beside it as it was', async () => {
    expect((await larkford.read.get('edition', { edition: running }))?.state).toBe('open');
    expect(whatGoes.school).toBe('stays');
  });
});
