import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { localOrganisers } from '#local/identity.ts';
import { signInAsOrganiser } from '#local/sign-in-client.ts';
import { bookedMonday, countMonday, publishReport } from './impact-of.ts';
import { edition, type Larkford, postJson, startLarkford } from './larkford.ts';

const path = '/organiser/portfolio';
const write = `${path}/strategy`;
const strategy = {
  strategy: 'primary',
  name: 'Primary strategy',
  aim: 'Every child meets people at work.',
  programmes: ['larkford'],
};
let larkford: Larkford;

beforeAll(async () => {
  larkford = await startLarkford();
});
afterAll(() => larkford.stop());

const keep = (body: object, cookie = larkford.organiser) => postJson(larkford, write, body, { cookie });
const shown = z.object({
  strategies: z.array(z.looseObject({ version: z.int() })),
  standings: z.array(
    z.object({
      edition: z.object({ edition: z.string() }),
      reach: z.optional(z.looseObject({ faceToFace: z.int() })),
      attention: z.array(z.looseObject({ kind: z.string() })),
    }),
  ),
});
const look = async (cookie = larkford.organiser) => shown.parse(await larkford.client.read(path, cookie));
const page = async (cookie = larkford.organiser) =>
  (await fetch(`${larkford.system.origin}${path}`, { headers: { accept: 'text/html', cookie } })).text();

async function standing(cookie?: string) {
  return (await look(cookie)).standings.find((one) => one.edition.edition === edition);
}

test('a strategy names its aim and its programmes, changes with the version that was seen, and has no programme of another', async () => {
  expect(await keep({ ...strategy, version: 0 })).toMatchObject({ status: 200, body: { version: 1 } });
  expect(await keep({ ...strategy, version: 0 })).toMatchObject({ status: 200, body: { version: 1 } });
  const changed = { ...strategy, aim: 'Every child sees what it could become.' };
  expect(await keep({ ...changed, version: 0 })).toMatchObject({ status: 409, body: { code: 'strategy-changed' } });
  expect(await keep({ ...changed, version: 1 })).toMatchObject({ status: 200, body: { version: 2 } });
  const second = await keep({ ...strategy, strategy: 'second', name: 'Second', version: 0 });
  expect(second).toMatchObject({ status: 409, body: { code: 'programme-taken' } });
  expect(JSON.stringify(second.body)).toContain('belongs to “Primary strategy” already');
  expect(await keep({ ...changed, programmes: ['nowhere'], version: 2 })).toMatchObject({ status: 422 });
  expect(await keep({ ...changed, programmes: [], version: 2 })).toMatchObject({ status: 422 });
  expect((await look()).strategies).toHaveLength(1);
});

test('who is not named in the settings can read it for their own editions, and write none', async () => {
  const viewer = await signInAsOrganiser(larkford.system.origin, localOrganisers[1].id);
  expect(await keep({ ...strategy, version: 2 }, viewer)).toMatchObject({ status: 403, body: { code: 'role-needed' } });
  expect(await standing(viewer)).toBeDefined();
  expect(await page(viewer)).not.toContain('Write a strategy down');
  const elsewhere = await signInAsOrganiser(larkford.system.origin, 'elsewhere');
  expect(await look(elsewhere)).toMatchObject({ standings: [] });
});

test('an edition shows what was counted, what waits, and once it is published the figures of its report', async () => {
  expect((await standing())?.reach).toBeUndefined();
  await bookedMonday(larkford);
  await countMonday(larkford, 24);
  expect(await standing()).toMatchObject({ reach: { schools: 1, faceToFace: 24, online: 0 } });
  expect((await standing())?.attention).toContainEqual({ kind: 'waiting', count: expect.any(Number) });
  expect(await page()).toContain('Counted so far');

  await publishReport(larkford);
  await countMonday(larkford, 20);
  expect(await standing()).toMatchObject({ reach: { version: 1, faceToFace: 24 } });
  expect(await page()).toContain('As published in version 1');
});
