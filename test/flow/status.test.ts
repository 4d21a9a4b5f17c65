import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Handler, loadHandler } from '#local/handlers.ts';
import { confirmedSchool, edition, type Larkford, openLink, postJson, schoolForm, startLarkford } from './larkford.ts';

let larkford: Larkford;
let broken = false;

/** The real functions, but that the school's confirmation cannot be written while `broken`. */
const breakable = async (name: string): Promise<Handler> => {
  const handler = await loadHandler(name);
  if (name !== 'send-school-registered') return handler;
  return (event, context) => (broken ? Promise.reject(new Error('broken for this test')) : handler(event, context));
};

beforeAll(async () => {
  larkford = await startLarkford(breakable);
});
afterAll(() => larkford.stop());

const path = `/organiser/editions/${edition}/status`;

async function see(query = ''): Promise<string> {
  const response = await fetch(`${larkford.system.origin}${path}${query}`, {
    headers: { accept: 'text/html', cookie: larkford.organiser },
  });
  return response.text();
}

const post = (more: string, body: object = {}) => postJson(larkford, `${path}${more}`, body, { cookie: larkford.organiser });

async function audited(what: string): Promise<Record<string, unknown>[]> {
  const response = await fetch(`${larkford.system.origin}/organiser/editions/${edition}/audit`, {
    headers: { accept: 'application/json', cookie: larkford.organiser },
  });
  const { entries }: { entries: Record<string, unknown>[] } = JSON.parse(await response.text());
  return entries.filter((entry) => entry['what'] === what);
}

test('an admin sees that nothing waits, which job ran and the last email', async () => {
  await confirmedSchool(larkford, { 'contact.email': 'office@waiting.example' });
  await larkford.system.runJob('find-tasks');
  await larkford.system.settle();
  const page = await see();
  expect(page).toContain('Nothing waits');
  expect(page).toContain('Nothing lies aside.');
  expect(page).toContain('Every address takes email.');
  expect(page).toMatch(/Looks for what waits for you[\s\S]*?Done/);
});

test('mail goes to an address again once an admin lifts its bar, and the audit says who did', async () => {
  await larkford.client.post('/local/bounce', { to: 'office@waiting.example' });
  await larkford.system.settle();
  const page = await see();
  expect(page).toMatch(/office@waiting\.example[\s\S]*?Emails do not arrive/);
  const ask = () => larkford.client.post(`/editions/${edition}/lost-link`, { email: 'office@waiting.example' });
  const count = () => larkford.system.inbox.list({ to: 'office@waiting.example', limit: 50 }).length;
  const before = count();
  await ask();
  await larkford.system.settle();
  expect(count()).toBe(before);

  const address = /addresses\/([a-z2-7]{20})\/lift/.exec(page)?.[1] ?? '';
  expect((await post(`/addresses/${address}/lift`)).status).toBe(200);
  expect((await post(`/addresses/${address}/lift`)).status).toBe(404);
  await larkford.system.settle();
  expect(await see('?done=lifted')).toContain('Every address takes email.');
  await ask();
  await larkford.system.settle();
  expect(count()).toBe(before + 1);
  const [entry] = await audited('address.lifted.v1');
  expect(entry?.['by']).toMatch(/^organiser:/);
  expect(JSON.stringify(entry)).not.toContain('waiting.example');
});

test('work that failed for good is shown in plain words, and trying again does it once', async () => {
  broken = true;
  const email = 'office@twice.example';
  await larkford.client.post(`/editions/${edition}/schools/register`, schoolForm({ urn: '900002', 'contact.email': email }));
  for (let attempt = 0; attempt < 6; attempt += 1) {
    await larkford.system.settle();
    larkford.system.clock.advance(3600);
  }
  await larkford.system.settle();
  expect(await see()).toMatch(/Schools that registered get no link[\s\S]*?Try again/);
  expect((await post('/retry', { function: 'aggregate' })).status).toBe(404);
  expect((await post('/retry', { function: 'no-such-work' })).status).toBe(404);

  broken = false;
  expect((await post('/retry', { function: 'send-school-registered' })).status).toBe(200);
  expect((await post('/retry', { function: 'send-school-registered' })).status).toBe(200);
  await larkford.system.settle();
  expect(await see()).toContain('Nothing lies aside.');
  expect(larkford.system.inbox.list({ to: email, limit: 10 })).toHaveLength(1);
  expect(await openLink(larkford, email)).toContain('=');
  expect((await audited('work.retried.v1')).length).toBe(2);
});
