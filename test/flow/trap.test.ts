import { parse } from 'parse5';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { trapField } from '#shared/system/protections.ts';
import { elementsOf } from '#test/unit/web/page-text.ts';
import {
  agreed,
  edition,
  type Larkford,
  organisationForm,
  organiserList,
  postJson,
  schoolForm,
  schoolJson,
  startLarkford,
} from './larkford.ts';

let larkford: Larkford;
beforeAll(async () => {
  larkford = await startLarkford();
});
afterAll(() => larkford.stop());

const base = `/editions/${edition}`;
const forms = [
  { page: `${base}/schools/register?urn=900001`, action: `${base}/schools/register`, filled: schoolForm() },
  { page: `${base}/organisations/sign-up`, action: `${base}/organisations/sign-up`, filled: organisationForm() },
  {
    page: `${base}/volunteers/sign-up`,
    action: `${base}/volunteers/sign-up`,
    filled: { 'contact.name': 'V. Fictional', 'contact.email': 'v@trap.example', halfDays: ['2025-03-10-am'], ...agreed },
  },
];

async function post(action: string, fields: object): Promise<Response> {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, String(one));
  return fetch(new URL(action, larkford.system.origin), {
    method: 'POST',
    redirect: 'manual',
    headers: { accept: 'text/html' },
    body,
  });
}

test.each(forms)('nobody sees, reaches or hears the trap of $action', async ({ page }) => {
  const elements = elementsOf(parse(await (await fetch(new URL(page, larkford.system.origin))).text()));
  const trap = elements.filter(({ attributes }) => attributes['name'] === trapField);
  expect(trap.map(({ attributes }) => attributes)).toEqual([
    { id: trapField, name: trapField, type: 'text', tabindex: '-1', autocomplete: 'off' },
  ]);
  const around = elements.filter(({ attributes }) => attributes['class'] === 'app-trap');
  expect(around.map(({ attributes, text }) => [attributes['aria-hidden'], text.trim()])).toEqual([['true', 'Leave this empty']]);
});

test.each(forms)('$action is refused with the trap filled, says so, and is sent again without it', async ({ action, filled }) => {
  const refused = await post(action, { ...filled, [trapField]: 'https://robot.example' });
  const again = await refused.text();
  expect(refused.status).toBe(422);
  expect(again).toContain('Send the form again.');
  expect(again).not.toContain('robot.example');
  expect(again).toContain(String(filled['contact.email']));
  const sent = await post(action, { ...filled, [trapField]: ' ' });
  expect(sent.status).toBe(303);
});

test('a refused robot leaves nothing behind', async () => {
  await post(`${base}/schools/register`, {
    ...schoolForm({ urn: '900003', 'contact.email': 'robot@trap.example' }),
    [trapField]: 'x',
  });
  const { registrations } = await organiserList(larkford, 'registrations');
  expect(registrations?.filter(({ registration }) => registration['urn'] === '900003')).toEqual([]);
});

test('JSON has no trap: it is a field like any other that we do not ask for', async () => {
  expect((await postJson(larkford, `${base}/schools/register`, schoolJson({ [trapField]: 'x' }))).body).toMatchObject({
    code: 'invalid',
  });
});
