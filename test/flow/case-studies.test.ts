import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localOrganisers } from '#local/identity.ts';
import { signInAsOrganiser } from '#local/sign-in-client.ts';
import { publishReport } from './impact-of.ts';
import {
  confirmedSchool,
  edition,
  halfDay,
  type Larkford,
  organiserList,
  signedUpOrganisation,
  startLarkford,
} from './larkford.ts';

let larkford: Larkford;
/** A city in which one school brought pupils to one event, and a report of that. */
beforeAll(async () => {
  larkford = await startLarkford();
  const { client, organiser, system } = larkford;
  await confirmedSchool(larkford);
  const events = `/organiser/editions/${edition}/events`;
  const event = { reference: 'monday', kind: 'rotation', title: 'Monday', host: '900001', halfDay, sessions: 4, places: 60 };
  await client.post(events, { ...event, organisations: [await signedUpOrganisation(larkford)] }, organiser);
  const { registrations } = await organiserList(larkford, 'registrations');
  const registration = registrations?.[0]?.registration['registration'];
  await client.post(`${events}/monday/bookings`, { registration, 'cohorts.year4': 25 }, organiser);
  await client.post(`${events}/monday/attendance`, { urn: '900001', attended: 24 }, organiser);
  await system.settle();
  await system.runJob('aggregate');
  await system.settle();
  const [, second] = localOrganisers;
  await client.post(`/organiser/editions/${edition}/team`, { email: second.email, roles: ['publisher'] }, organiser);
  const statuses = await publishReport(larkford);
  if (statuses.some((status) => status !== 303)) throw new Error(`publishing answered ${statuses.join()}`);
});
afterAll(() => larkford.stop());

const path = `/organiser/editions/${edition}/case-studies`;
const keep = (form: Record<string, string | number>, cookie = larkford.organiser) =>
  larkford.client.post(path, { study: 'quiet', title: 'A first week', report: 1, ...form }, cookie);
const seen = async (study = 'quiet') => {
  const address = `${larkford.system.origin}/editions/${edition}/case-studies/${study}`;
  const response = await fetch(address, { headers: { accept: 'text/html' } });
  return { status: response.status, text: await response.text() };
};

describe('a case study', () => {
  test('takes its figures from the frozen report, each with the way to where it comes from', async () => {
    expect((await keep({ text: '{schools} school took part.\nNobody asked a question.' })).status).toBe(303);
    const { status, text } = await seen();
    expect(status).toBe(200);
    expect(text).toMatch(/impact\/1\/figures\/schools"[^>]*>1<\/a> school took part\./);
    expect(text).toContain('Nobody asked a question.');
    const page = await (await fetch(`${larkford.system.origin}/editions/${edition}/context`)).text();
    expect(page).toContain('A first week');
  });

  test.each([
    ['a figure that the report does not show', { text: '{cats} cats came.' }, 'The report shows no figure {cats}'],
    ['a mean that nobody gave', { text: 'It was {statement-enjoyed} out of 5.' }, 'no figure {statement-enjoyed}'],
    ['a number that the report contradicts', { text: '12 schools took part.' }, 'The report says otherwise'],
    ['figures of a version that is not published', { text: '{schools}', report: 2 }, 'Version 2 is not published'],
  ])('with %s is refused, and what was there stays', async (_, form, reason) => {
    const { status, text } = await keep(form);
    expect([status, text]).toEqual([422, expect.stringContaining(reason)]);
    expect((await seen()).text).toContain('Nobody asked a question.');
  });

  test('is published by a publisher only, and can be taken down', async () => {
    const { client, organiser, system } = larkford;
    const [, , viewer] = localOrganisers;
    await client.post(`/organiser/editions/${edition}/team`, { email: viewer.email }, organiser);
    const cookie = await signInAsOrganiser(system.origin, viewer.id);
    expect((await keep({ text: 'Mine.' }, cookie)).status).toBe(403);
    expect((await client.post(`${path}/quiet/remove`, {}, organiser)).status).toBe(303);
    expect((await client.post(`${path}/quiet/remove`, {}, organiser)).status).toBe(303);
    expect((await seen()).status).toBe(404);
  });
});
