import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readRuntime } from '#local/data-folder.ts';
import { isAlive } from '#local/processes.ts';

const root = resolve(import.meta.dirname, '../..');
const dataDir = mkdtempSync(join(tmpdir(), 'restart-'));
let child: ReturnType<typeof spawn> | undefined;
afterAll(async () => {
  if (child?.exitCode === null && child.signalCode === null) await end('SIGKILL');
  rmSync(dataDir, { recursive: true });
});

/** `npm start` on the data folder, until the site answers. Gives its origin. */
async function start(environment: Record<string, string> = {}): Promise<string> {
  const env = { ...process.env, DATA_DIR: dataDir, PORT: '0', ...environment };
  const started = spawn(process.execPath, ['local/main.ts'], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  child = started;
  let output = '';
  const { promise, resolve: found, reject } = Promise.withResolvers<string>();
  started.stdout.on('data', (chunk: Buffer) => {
    output += String(chunk);
    const origin = /runs at (\S+)/.exec(output)?.[1];
    if (origin !== undefined) found(origin);
  });
  started.once('exit', () => reject(new Error(`it did not start: ${output}`)));
  return promise;
}

async function end(signal: NodeJS.Signals): Promise<number | null> {
  const ended = child;
  if (!ended) throw new Error('nothing runs');
  const exit = once(ended, 'exit');
  ended.kill(signal);
  await exit;
  return ended.exitCode;
}

const get = async (url: string) => (await fetch(url)).text();
async function edition(origin: string): Promise<string> {
  return /\/editions\/([a-z0-9-]+)/.exec(await get(`${origin}/`))?.[1] ?? '';
}
async function mailsTo(origin: string, address: string): Promise<{ subject: string; links: string[] }[]> {
  const mails: unknown = JSON.parse(await get(`${origin}/inbox.json?to=${encodeURIComponent(address)}`));
  return Array.isArray(mails) ? mails : [];
}
async function settle(origin: string) {
  await fetch(`${origin}/local/settle`, { method: 'POST' });
}

async function register(origin: string, to: string, as: 'form' | 'json'): Promise<number> {
  const id = await edition(origin);
  const page = await get(`${origin}/editions/${id}/schools/register?urn=900001`);
  const halfDay = /value="(\d{4}-\d{2}-\d{2}-am)"/.exec(page)?.[1] ?? '';
  const name = 'Coordinator (fictional)';
  const fields = {
    urn: '900001',
    roles: 'attending',
    halfDays: halfDay,
    'contact.name': name,
    'contact.email': to,
    'cohorts.year5': '30',
  };
  const json = { urn: '900001', roles: ['attending'], halfDays: [halfDay], contact: { name, email: to }, cohorts: { year5: 30 } };
  const asJson = { body: JSON.stringify(json), headers: { 'content-type': 'application/json', accept: 'application/json' } };
  const response = await fetch(`${origin}/editions/${id}/schools/register`, {
    method: 'POST',
    redirect: 'manual',
    ...(as === 'form' ? { body: new URLSearchParams(fields) } : asJson),
  });
  return response.status;
}

describe('the system, started as a newcomer starts it', () => {
  test('mails a registration posted as a form and one posted as JSON', async () => {
    const origin = await start();
    expect(await register(origin, 'form@school.example', 'form')).toBe(303);
    expect(await register(origin, 'json@school.example', 'json')).toBe(201);
    await settle(origin);
    for (const to of ['form@school.example', 'json@school.example']) {
      const mails = await mailsTo(origin, to);
      expect(mails.map(({ links }) => links.some((link) => link.startsWith(`${origin}/l/`)))).toEqual([true]);
    }
    expect(await end('SIGINT')).toBe(0);
    expect(readRuntime(dataDir)).toBeUndefined();
  });

  test('sends the mail once when it is killed right after the answer, at whatever point of the road', async () => {
    const addresses: string[] = [];
    for (const pause of [0, 15, 40, 80, 160]) {
      const origin = await start();
      const address = `killed-${pause}@school.example`;
      addresses.push(address);
      expect(await register(origin, address, 'form')).toBe(303);
      await new Promise((done) => setTimeout(done, pause));
      await end('SIGKILL');
    }
    const origin = await start();
    await settle(origin);
    // A claim that was open at the kill is nobody's now: what it stands for is sent soon after the start.
    const countAll = () => Promise.all(addresses.map(async (address) => (await mailsTo(origin, address)).length));
    for (let turn = 0; turn < 100 && (await countAll()).includes(0); turn += 1)
      await new Promise((done) => setTimeout(done, 200));
    await settle(origin);
    const counts = await countAll();
    expect(counts).toEqual(addresses.map(() => 1));
    await end('SIGTERM');
  });

  test('refuses a data folder in use, and takes another port when its own is taken', async () => {
    const origin = await start();
    const holder = child;
    await expect(start()).rejects.toThrow('did not start');
    child = holder;
    expect(isAlive(readRuntime(dataDir)?.pid ?? 0)).toBe(true);
    const other = mkdtempSync(join(tmpdir(), 'restart-'));
    const second = await start({ DATA_DIR: other, PORT: new URL(origin).port });
    expect(new URL(second).port).not.toBe(new URL(origin).port);
    await end('SIGTERM');
    rmSync(other, { recursive: true });
    child = holder;
    await end('SIGTERM');
  });
});
