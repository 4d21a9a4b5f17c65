import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { instant } from '#shared/kernel/time.ts';
import { response } from '#test/unit/web/examples.ts';
import {
  agreed,
  confirmedSchool,
  edition,
  halfDay,
  type Larkford,
  openLink,
  organisationForm,
  organiserList,
  postJson,
  startLarkford,
} from './larkford.ts';

let larkford: Larkford;
beforeAll(async () => {
  larkford = await startLarkford();
});
afterAll(() => larkford.stop());

const organiser = () => ({ cookie: larkford.organiser });
const base = `/organiser/editions/${edition}`;

/** Every item of the whole table, as text, that holds one of these. */
async function itemsWith(...wanted: string[]): Promise<string[]> {
  const client = new DynamoDBClient();
  const found: string[] = [];
  for await (const { Items = [] } of paginateScan({ client }, { TableName: larkford.system.engine.tableName }))
    found.push(...Items.map((item) => JSON.stringify(item)));
  client.destroy();
  return found.filter((item) => wanted.some((one) => item.toLowerCase().includes(one.toLowerCase())));
}

const post = (path: string, body: object = {}) => postJson(larkford, `${base}${path}`, body, organiser());

describe('a volunteer who asks to be erased', () => {
  const person = { name: 'Quill Fictional', email: 'quill@feather.example', telephone: '01632 960 777' };
  const named = [person.name, person.email, person.telephone];
  let path = '';

  test('is first told to withdraw where they still take part', async () => {
    await larkford.client.post(`/editions/${edition}/volunteers/sign-up`, {
      'contact.name': person.name,
      'contact.email': person.email,
      'contact.telephone': person.telephone,
      halfDays: [halfDay],
      offer: `Ask ${person.name} for anything`,
      ...agreed,
    });
    await larkford.client.post(
      `/editions/${edition}/organisations/sign-up`,
      organisationForm({ needs: `Talk to quill fictional, ${person.telephone}`, colleagues: person.email }),
    );
    await larkford.system.settle();
    const { volunteers } = await organiserList(larkford, 'volunteers');
    path = `/visitors/volunteer/${volunteers?.[0]?.['volunteer']}`;
    await post(`${path}/notes`, { text: `Rang ${person.telephone}` });
    const { organisations } = await organiserList(larkford, 'organisations');
    await post(`/visitors/organisation/${organisations?.[0]?.['organisation']}/notes`, { text: `${person.name} comes along` });
    await larkford.client.post(`/editions/${edition}/lost-link`, { email: person.email });
    await larkford.system.settle();
    expect((await itemsWith(...named)).length).toBeGreaterThan(4);
    const refused = await post(`${path}/erase`, { sure: 'yes' });
    expect(refused.body['code'] ?? JSON.stringify(refused.body)).toContain('still-taking-part');
  });

  test('is in no item of the table afterwards, counts stay, and their link has ended', async () => {
    const link = await openLink(larkford, person.email);
    const before = await organiserList(larkford, 'volunteers');
    const version = Number(before['volunteers']?.[0]?.['version']);
    expect((await post(`${path}/withdraw`, { version, reason: 'Asked by mail' })).status).toBe(200);
    expect((await post(`${path}/erase`, {})).status).toBe(422);
    expect((await post(`${path}/erase`, { sure: 'yes' })).status).toBe(200);
    await larkford.system.settle();
    expect(await itemsWith(...named)).toEqual([]);
    const after = await organiserList(larkford, 'volunteers');
    expect(after['volunteers']).toHaveLength(before['volunteers']?.length ?? 0);
    const { organisations } = await organiserList(larkford, 'organisations');
    expect(organisations?.[0]?.['needs']).toBe('Talk to Erased, Erased');
    const opened = await fetch(`${larkford.system.origin}/my/place`, { headers: { cookie: link }, redirect: 'manual' });
    expect(opened.status).toBe(410);
    expect((await post(`${path}/erase`, { sure: 'yes' })).status).toBe(409);
  });
});

test('a mailbox that a colleague shares stays the colleague’s', async () => {
  const sign = (name: string) =>
    larkford.client.post(`/editions/${edition}/volunteers/sign-up`, {
      'contact.name': name,
      'contact.email': 'both@shared.example',
      halfDays: [halfDay],
      ...agreed,
    });
  await sign('Ottoline Marrowby');
  await sign('Peregrine Thistlewood');
  await larkford.system.settle();
  const { volunteers } = await organiserList(larkford, 'volunteers');
  const one = volunteers?.find((each) => JSON.stringify(each).includes('Ottoline'));
  const path = `/visitors/volunteer/${one?.['volunteer']}`;
  await post(`${path}/withdraw`, { version: Number(one?.['version']), reason: 'Asked' });
  await post(`${path}/erase`, { sure: 'yes' });
  await larkford.system.settle();
  expect(await itemsWith('Ottoline')).toEqual([]);
  const left = await organiserList(larkford, 'volunteers');
  expect(JSON.stringify(left)).toMatch(
    /Peregrine Thistlewood.*both@shared\.example|both@shared\.example.*Peregrine Thistlewood/s,
  );
});

test('what a school’s contact wrote about several events goes, what they ticked stays', async () => {
  const email = 'office@answered.example';
  await confirmedSchool(larkford, { urn: '900004', 'contact.name': 'Wilhelmina Oakapple', 'contact.email': email });
  const [school] = await larkford.read.list('registration', { edition }, { startsWith: '900004#' });
  if (!school) throw new Error('no school');
  const { registration, urn } = school;
  const answer = { ...response, edition, registration, urn, quote: 'Ask Wilhelmina Oakapple', improve: `Write to ${email}` };
  await larkford.write.bulk(
    ['one', 'two'].map((event) => ({ put: 'response' as const, item: { ...answer, event }, when: 'any' as const })),
  );
  const path = `/registrations/${urn}/${registration}`;
  expect((await post(`${path}/withdraw`, { version: school.version, reason: 'Asked' })).status).toBe(200);
  expect((await post(`${path}/erase`, { sure: 'yes' })).status).toBe(200);
  await larkford.system.settle();
  expect(await itemsWith('Wilhelmina', email)).toEqual([]);
  const kept = await larkford.read.list('response', { edition }, { startsWith: `${urn}#` });
  expect(kept.map(({ answers, quote }) => [answers, quote])).toEqual([
    [answer.answers, undefined],
    [answer.answers, undefined],
  ]);
});

test('a month after closing telephones and arrangements go, and after a year everybody', async () => {
  const email = 'office@retained.example';
  await confirmedSchool(larkford, {
    urn: '900003',
    'contact.name': 'Bartholomew Fennimore',
    'contact.email': email,
    'contact.telephone': '01632 960 555',
    accessNeeds: 'A ramp, please',
  });
  const [school] = await larkford.read.list('registration', { edition }, { startsWith: '900003#' });
  await post(`/registrations/900003/${school?.registration}/notes`, { text: 'Bartholomew rang' });
  const closes = (await larkford.read.get('edition', { edition }))?.surveyCloses;
  const at = (days: number) =>
    larkford.system.clock.set(instant.parse(new Date(Date.parse(`${closes}T12:00:00Z`) + days * 86_400_000).toISOString()));
  const run = async () => {
    await larkford.system.runJob('apply-retention');
    await larkford.system.settle();
  };
  at(31);
  await run();
  expect(await itemsWith('01632 960 555', 'A ramp')).not.toEqual([]);
  at(32);
  await run();
  expect(await itemsWith('01632 960 555', 'A ramp')).toEqual([]);
  expect(await itemsWith(email)).not.toEqual([]);
  await larkford.write.bulk([
    {
      put: 'address',
      when: 'any',
      item: { edition, address: 'a'.repeat(20), state: 'bounced', at: larkford.system.clock.now() },
    },
  ]);
  at(366);
  await run();
  await run();
  expect(await itemsWith(email, 'Bartholomew', 'both@shared.example', 'Peregrine')).toEqual([]);
  expect(await larkford.read.list('address', { edition })).toEqual([]);
  expect((await larkford.read.list('registration', { edition })).length).toBeGreaterThan(0);
  expect((await larkford.read.list('mail', { edition })).every(({ to }) => to === 'erased@erased.invalid')).toBe(true);
});
