import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  confirmedSchool,
  edition,
  type Larkford,
  openLink,
  postJson,
  schoolJson,
  signedUpOrganisation,
  startLarkford,
} from './larkford.ts';

let larkford: Larkford;
beforeAll(async () => {
  larkford = await startLarkford();
});
afterAll(() => larkford.stop());

async function waiting(): Promise<string[]> {
  await larkford.system.settle();
  return (await larkford.read.list('task', { edition })).map(({ kind }) => kind);
}

test('a school waits to be approved until it is confirmed, and a silent organisation after two days', async () => {
  const contact = { name: 'A. Fictional', email: 'office@waiting.example' };
  const { body } = await postJson(larkford, `/editions/${edition}/schools/register`, schoolJson({ contact }));
  expect(await waiting()).toEqual(['approve']);
  const page = await fetch(`${larkford.system.origin}/organiser/editions/${edition}`, {
    headers: { accept: 'text/html', cookie: larkford.organiser },
  });
  expect(await page.text()).toContain('1 school to approve');

  const [registration] = await larkford.read.list('registration', { edition });
  const approve = `/organiser/editions/${edition}/registrations/900001/${registration?.registration}/approve`;
  await postJson(larkford, approve, {}, { cookie: larkford.organiser });
  expect(await waiting()).toEqual([]);
  expect(body['reference']).toBeDefined();
});

test('what waits only because days have passed is found by the hourly look', async () => {
  await signedUpOrganisation(larkford);
  larkford.system.clock.advance(2 * 86_400);
  await larkford.system.runJob('find-tasks');
  expect(await waiting()).toEqual(['unconfirmed']);
});

test('a contact whose mail comes back waits until a new contact is there', async () => {
  const contact = { name: 'B. Fictional', email: 'bounce@waiting.example' };
  await confirmedSchool(larkford, { urn: '900002', 'contact.name': contact.name, 'contact.email': contact.email });
  const before = await waiting();
  await larkford.client.post('/local/bounce', { to: contact.email });
  expect((await waiting()).toSorted()).toEqual([...before, 'bounced'].toSorted());

  const link = await openLink(larkford, contact.email);
  const colleague = { 'contact.name': contact.name, 'contact.email': 'other@waiting.example' };
  const handedOver = await larkford.client.post('/my/place/hand-over', { ...colleague, version: 2, confirmed: 'yes' }, link);
  expect(handedOver).toMatchObject({ status: 303 });
  expect(await waiting()).toEqual(before);
});
