import { afterAll, beforeAll, expect, test } from 'vitest';
import { confirmedSchool, edition, type Larkford, startLarkford } from './larkford.ts';

let larkford: Larkford;
beforeAll(async () => {
  larkford = await startLarkford();
});
afterAll(() => larkford.stop());

const see = async () => {
  const response = await fetch(`${larkford.system.origin}/organiser/editions/${edition}/status`, {
    headers: { accept: 'text/html', cookie: larkford.organiser },
  });
  return response.text();
};

test('an admin sees that nothing waits, which job ran, the last email and whose emails come back', async () => {
  await confirmedSchool(larkford, { 'contact.email': 'office@waiting.example' });
  await larkford.system.runJob('find-tasks');
  await larkford.system.settle();
  const before = await see();
  expect(before).toContain('Nothing waits');
  expect(before).toContain('Every address takes email.');
  expect(before).toMatch(/Looks for what waits for you[\s\S]*?Done/);
  await larkford.client.post('/local/bounce', { to: 'office@waiting.example' });
  await larkford.system.settle();
  expect(await see()).toMatch(/office@waiting\.example[\s\S]*?Emails do not arrive/);
});
