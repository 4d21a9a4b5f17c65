import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sendLimits } from '#shared/system/protections.ts';
import { confirmedSchool, type Larkford, openLink, schoolForm, startLarkford } from './larkford.ts';
import { type Provoked, type Refusal, refusals, registerPath, storeDown } from './refusal-cases.ts';

let larkford: Larkford;
const cookies = new Map<string, string>();
const [hour] = sendLimits;

beforeAll(async () => {
  larkford = await startLarkford();
  await confirmedSchool(larkford);
  cookies.set('organiser', larkford.organiser);
  cookies.set('school', await openLink(larkford, 'office@alder-bank.example'));
  await handOverSecondSchool();
  for (let turn = 1; turn <= hour.sends; turn += 1) {
    const form = schoolForm({ urn: '900003', 'contact.email': 'keen@limits.example', 'cohorts.year4': turn });
    await larkford.client.post(registerPath, form);
  }
});
afterAll(() => larkford.stop());

/** Its first contact's link has ended. */
async function handOverSecondSchool(): Promise<void> {
  const address = 'office@bramble-lane.example';
  await confirmedSchool(larkford, { urn: '900002', 'contact.email': address });
  cookies.set('predecessor', await openLink(larkford, address));
  const form = { 'contact.name': 'B. Fictional', 'contact.email': 'new@bramble-lane.example', version: 2, confirmed: 'yes' };
  const { status } = await larkford.client.post('/my/place/hand-over', form, cookies.get('predecessor'));
  expect(status).toBe(303);
}

function send({ path, as = '', form, body, headers }: Provoked, accept: string): Promise<Response> {
  return fetch(`${larkford.system.origin}${path}`, {
    method: form || body !== undefined ? 'POST' : 'GET',
    redirect: 'manual',
    headers: { accept, cookie: cookies.get(as) ?? '', ...headers },
    ...(form ? { body: new URLSearchParams(form) } : body === undefined ? {} : { body }),
  });
}

async function expectPage(refusal: Refusal): Promise<void> {
  const response = await send(refusal, 'text/html');
  const text = await response.text();
  expect([response.status, response.headers.get('content-type')]).toEqual([refusal.status, 'text/html; charset=utf-8']);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(/<h1[^>]*>\s*([^<]*?)\s*</.exec(text)?.[1]).toBe(refusal.heading);
  expect(text).toMatch(refusal.advice);
  expect(Number(response.headers.get('retry-after') ?? 0) > 0).toBe(refusal.waits === true);
}

async function expectProblem(refusal: Refusal): Promise<void> {
  const { status, code } = refusal;
  const response = await send(refusal, 'application/json');
  expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
  const problem: unknown = await response.json();
  expect(problem).toMatchObject({ type: 'about:blank', title: expect.stringMatching(/^\S/), status, code });
  expect(problem).toMatchObject({ detail: expect.stringMatching(/^\S.*\.$/) });
  expect(Number(response.headers.get('retry-after') ?? 0) > 0).toBe(refusal.waits === true);
}

describe.each(refusals)('$name', (refusal) => {
  test('is a page that says what to do', () => expectPage(refusal));
  test('is a problem document for a program', () => expectProblem(refusal));
});

test('while the table is away, people are told to try again and programs when', async () => {
  await larkford.system.engine.stop();
  await expectPage(storeDown);
  await expectProblem(storeDown);
  const { form: _, ...start } = storeDown;
  await expectPage({ ...start, path: '/' });
});
