import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishReport, reportOf } from './impact-of.ts';
import {
  confirmedSchool,
  edition,
  halfDay,
  type Larkford,
  openLink,
  organiserList,
  postJson,
  schoolForm,
  schoolJson,
  signedUpOrganisation,
  startLarkford,
} from './larkford.ts';

let larkford: Larkford;
beforeAll(async () => {
  larkford = await startLarkford();
});
afterAll(() => larkford.stop());

const register = `/editions/${edition}/schools/register`;
const organiserPath = `/organiser/editions/${edition}`;
const recount = async () => {
  await larkford.system.settle();
  await larkford.system.runJob('aggregate');
  await larkford.system.settle();
};

test('a form gives a receipt, and its mail holds a link', async () => {
  const posted = await larkford.client.post(register, schoolForm());
  expect(posted.status).toBe(303);
  expect(posted.location).toMatch(/^\/editions\/larkford-2025\/received\/[A-Z2-7]{4}-[A-Z2-7]{4}$/);
  await larkford.system.settle();
  const [mail] = larkford.system.inbox.list({ to: 'office@alder-bank.example' });
  expect(mail?.links.some((link) => link.includes('/l/'))).toBe(true);
});

test('JSON on the same route gives the same reference', async () => {
  const form = await larkford.client.post(register, schoolForm());
  const json = await postJson(larkford, register, schoolJson());
  expect(json.status).toBe(201);
  expect(form.location.endsWith(String(json.body['reference']))).toBe(true);
});

test('a registration sent again is not mailed again', async () => {
  await larkford.system.settle();
  expect(larkford.system.inbox.list({ to: 'office@alder-bank.example' })).toHaveLength(1);
});

test('opening the mailed link changes nothing, pressing its button confirms', async () => {
  const [mail] = larkford.system.inbox.list({ to: 'office@alder-bank.example' });
  const link = mail?.links.find((one) => one.includes('/l/')) ?? '';
  for (const method of ['GET', 'HEAD', 'GET']) await fetch(link, { method });
  const before = await organiserList(larkford, 'registrations');
  expect(before['registrations']?.[0]?.registration['state']).toBe('pending');
  const cookie = await openLink(larkford, 'office@alder-bank.example');
  expect(cookie).toMatch(/^__Host-link=/);
  const confirmed = await larkford.client.post('/my/place/confirm', {}, cookie);
  expect(confirmed.status).toBe(303);
  const after = await organiserList(larkford, 'registrations');
  expect(after['registrations']?.[0]?.registration['state']).toBe('confirmed');
});

test('a colleague cannot take the place of a school that has confirmed', async () => {
  await larkford.client.post(register, schoolForm({ 'contact.email': 'head@alder-bank.example' }));
  await larkford.system.settle();
  const second = await larkford.client.post('/my/place/confirm', {}, await openLink(larkford, 'head@alder-bank.example'));
  expect(second.status).toBe(409);
});

test('an unconfirmed registration holds no place: the school itself can still register', async () => {
  await larkford.client.post(register, schoolForm({ urn: '900002', 'contact.email': 'stranger@elsewhere.example' }));
  await confirmedSchool(larkford, {
    urn: '900002',
    roles: ['attending'],
    'contact.email': 'office@bramble.example',
    hallCapacity: undefined,
  });
  const { registrations } = await organiserList(larkford, 'registrations');
  const states = registrations?.filter((row) => row.registration['urn'] === '900002').map((row) => row.registration['state']);
  expect(states?.sort()).toEqual(['confirmed', 'pending']);
});

test('the organiser is told of each confirmation', async () => {
  await larkford.system.settle();
  expect(larkford.system.inbox.list({ to: 'programme@larkford.example' })).toHaveLength(2);
});

test('booking, attendance and recounting move the live figures, and only publishing moves the public report', async () => {
  const organisation = await signedUpOrganisation(larkford);
  const event = {
    reference: 'monday',
    kind: 'rotation',
    title: 'Monday rotation',
    organisations: [organisation],
    host: '900001',
    halfDay,
    sessions: 4,
    places: 60,
  };
  expect((await postJson(larkford, `${organiserPath}/events`, event, { cookie: larkford.organiser })).status).toBe(201);
  const { registrations } = await organiserList(larkford, 'registrations');
  const guest = registrations?.find((row) => row.registration['urn'] === '900002' && row.registration['state'] === 'confirmed');
  const booking = { registration: guest?.registration['registration'], cohorts: { year4: 25 } };
  expect(
    (await postJson(larkford, `${organiserPath}/events/monday/bookings`, booking, { cookie: larkford.organiser })).status,
  ).toBe(201);
  await recount();
  const subjects = larkford.system.inbox.list({ to: 'office@bramble.example' }).map(({ subject }) => subject);
  expect(subjects).toContainEqual(expect.stringContaining('25 pupils on Monday 10 March'));
  expect(larkford.system.inbox.list({ to: 'team@engineering.example' })).toHaveLength(3);
  expect(await reportOf(larkford, 'live')).toMatchObject({ schools: 0, pupilsFaceToFace: 0, registrationsConfirmed: 2 });
  const attendance = await postJson(
    larkford,
    `${organiserPath}/events/monday/attendance`,
    { urn: '900002', attended: 24 },
    { cookie: larkford.organiser },
  );
  expect(attendance.status).toBe(200);
  await recount();
  expect(await reportOf(larkford, 'live')).toMatchObject({
    schools: 2,
    hosts: 1,
    organisations: 1,
    pupilsFaceToFace: 24,
    pupilsOnline: 0,
    sessions: 4,
  });
  expect(await reportOf(larkford, 'public')).toBeUndefined();
  await publishReport(larkford);
  expect(await reportOf(larkford, 'public')).toMatchObject({ schools: 2, 'pupils-face-to-face': 24 });
});

test('20 requests at once for the last place: one school gets it, the others a clear 409', async () => {
  const organisation = await signedUpOrganisation(larkford);
  const event = {
    reference: 'scarce',
    kind: 'special',
    title: 'Scarce',
    organisations: [organisation],
    venue: 'Own site',
    halfDay,
    despiteClash: true,
    sessions: 1,
    places: 1,
  };
  await postJson(larkford, `${organiserPath}/events`, event, { cookie: larkford.organiser });
  const { registrations } = await organiserList(larkford, 'registrations');
  const confirmed =
    registrations?.filter((row) => row.registration['state'] === 'confirmed').map((row) => row.registration['registration']) ??
    [];
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      postJson(
        larkford,
        `${organiserPath}/events/scarce/bookings`,
        { registration: confirmed[index % 2], cohorts: { year4: 1 } },
        { cookie: larkford.organiser },
      ),
    ),
  );
  const placed = new Set(answers.filter(({ status }) => status === 201).map(({ body }) => body['urn']));
  expect(placed.size).toBe(1);
  expect(answers.filter(({ status }) => status === 409).every(({ body }) => body['code'] === 'full')).toBe(true);
  expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
});
