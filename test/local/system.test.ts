import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startContext } from '#functions/runtime/context.ts';
import { outboxWrite } from '#functions/runtime/outbox.ts';
import { sesMailer } from '#functions/runtime/ses-mailer.ts';
import { dynamoReader, dynamoWriter } from '#functions/runtime/table.ts';
import { readRuntime } from '#local/data-folder.ts';
import { type Handler, loadHandler } from '#local/handlers.ts';
import { type LocalSystem, startLocalSystem } from '#local/system.ts';
import { withEngine } from '#local/with-engine.ts';

// The relay is the real one. Around it stand the smallest functions that write a fact and send a mail for it.
const edition = 'larkford-2026';
const reports: unknown[] = [];
let failing = false;
const standIns: Readonly<Record<string, Handler>> = {
  my: async () => {
    const facts = [{ type: 'organisation.confirmed.v1' as const, data: { organisation: 'a'.repeat(20) } }];
    await dynamoWriter({ TABLE_NAME: 'aspirations-local' }).transact(outboxWrite(edition, facts, startContext()));
    return { statusCode: 303, headers: { location: '/' } };
  },
  'notify-organiser': async (event) => {
    if (failing) throw new Error('out of order');
    const mailer = sesMailer({ MAIL_FROM: 'programme@aspirations.example', MAIL_CONFIGURATION_SET: 'set' });
    const content = {
      subject: 'News',
      html: '<p><a href="http://127.0.0.1/l/x">Go</a><script>alert(1)</script></p>',
      text: 'News',
      replyTo: { name: 'L', address: 'l@larkford.example' },
    };
    for (const { id } of factsIn(event))
      await mailer.send({ ...content, to: 'organiser@larkford.example' }, { mail: id, edition, template: 'organiser-notice' });
    return {};
  },
  'record-mail-report': async (event) => void reports.push(...bodiesIn(event)),
  aggregate: async () => {
    const url = `${process.env['AWS_ENDPOINT_URL']}`;
    return { site: process.env['SITE_ORIGIN'], unknown: (await fetch(url)).status };
  },
};
const quietly: Handler = async () => ({});
const load = async (name: string) => standIns[name] ?? (name === 'relay-outbox' ? loadHandler(name) : quietly);

const dataDir = mkdtempSync(join(tmpdir(), 'system-'));
let system: LocalSystem;
beforeAll(async () => {
  system = await startLocalSystem({ dataDir, loadHandler: load, seed: true, quiet: true });
});
afterAll(async () => {
  await system.stop();
  rmSync(dataDir, { recursive: true });
});

function bodiesIn(event: unknown): unknown[] {
  const records: unknown = typeof event === 'object' && event !== null ? Reflect.get(event, 'Records') : [];
  return Array.isArray(records) ? records.map((record: { body: string }): unknown => JSON.parse(record.body)) : [];
}
function factsIn(event: unknown): { id: string }[] {
  return bodiesIn(event).map((body) => ({ id: String(Reflect.get(Object(Reflect.get(Object(body), 'detail')), 'id')) }));
}
const post = (path: string, body: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  fetch(`${system.origin}${path}`, { method: 'POST', body: new URLSearchParams(body), headers, redirect: 'manual' });

describe('the local system', () => {
  test('takes a post through stream, bus, queue and consumer to the inbox', async () => {
    expect((await post('/my/place/confirm')).status).toBe(303);
    await system.settle();
    const [mail, ...more] = system.inbox.list();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ subject: 'News', to: ['organiser@larkford.example'], links: ['http://127.0.0.1/l/x'] });
    expect(reports).toEqual([expect.objectContaining({ type: 'Send', messageId: mail?.messageId, bounce: null })]);
    expect(await system.status()).toMatchObject({ outbox: { pending: 0 }, mails: { count: 1 }, deadLetters: [] });
  });

  test('gives functions an environment that leads nowhere else', async () => {
    expect(await system.runJob('aggregate')).toEqual({ site: system.origin, unknown: 501 });
    expect(() => system.runJob('public')).toThrow('no job');
  });

  test('seeds a fictional city whose registration is open by the clock', async () => {
    const reader = dynamoReader({ TABLE_NAME: 'aspirations-local' });
    const [seeded] = await reader.list('edition', {});
    const today = system.clock.now().slice(0, 10);
    expect(seeded).toMatchObject({ programme: 'larkford', state: 'open' });
    expect((seeded?.registrationOpens ?? '') < today && today < (seeded?.registrationCloses ?? '')).toBe(true);
    const schools = await reader.list('school', { la: '999' });
    expect(schools.length).toBe(12);
    expect(schools.every(({ name, urn }) => name.endsWith('(fictional)') && urn.startsWith('9000'))).toBe(true);
  });

  test('lets a dead letter be read and tried again', async () => {
    failing = true;
    await post('/my/place/confirm');
    for (let time = 1; time <= 6; time += 1) {
      await system.settle();
      system.clock.advance(121);
    }
    await system.settle();
    failing = false;
    const { deadLetters } = await system.status();
    expect(deadLetters).toEqual([
      expect.objectContaining({
        queue: 'notify-organiser',
        receiveCount: 5,
        body: expect.stringContaining('organisation.confirmed.v1'),
      }),
    ]);
    expect(await (await fetch(`${system.origin}/status`)).text()).toContain('organisation.confirmed.v1');
    const before = system.inbox.count();
    expect((await post('/status/retry', { id: deadLetters[0]?.id ?? '' })).status).toBe(200);
    await system.settle();
    expect([system.inbox.count() - before, (await system.status()).deadLetters]).toEqual([1, []]);
  });

  test('answers a waiting time-out of the outbox in its status', async () => {
    expect(await (await fetch(`${system.origin}/status.json`)).json()).toMatchObject({
      queues: expect.arrayContaining([{ name: 'notify-organiser', ready: 0, inFlight: 0, waiting: 0, dead: 0 }]),
      schedules: expect.arrayContaining([expect.objectContaining({ name: 'sweep-outbox', expression: 'rate(2 minutes)' })]),
    });
  });

  test('keeps its data folder to itself, and lets commands use its engine', async () => {
    expect(readRuntime(dataDir)).toMatchObject({ pid: process.pid, origin: system.origin, endpoint: system.engine.endpoint });
    await expect(startLocalSystem({ dataDir })).rejects.toThrow('runs a local system already');
    const { takeDataFolder } = await import('#local/data-folder.ts');
    expect(() => takeDataFolder(dataDir)).toThrow(`in use by another process (process ${process.pid}`);
    expect(await withEngine(dataDir, async ({ endpoint }) => endpoint)).toBe(system.engine.endpoint);
  });
});

describe('the inbox page', () => {
  test('lists mails, shows one with everything in it, and as JSON', async () => {
    const [mail] = system.inbox.list();
    const id = mail?.id ?? 0;
    const text = async (path: string) => (await fetch(`${system.origin}${path}`)).text();
    expect(await text('/inbox')).toContain(`href="/inbox/${id}"`);
    const page = await text(`/inbox/${id}`);
    for (const part of ['sandbox="allow-popups', 'Auto-Submitted', 'http://127.0.0.1/l/x', 'Attachments'])
      expect(page).toContain(part);
    expect(page).not.toContain('<script>');
    expect(await text(`/inbox/${id}/raw`)).toContain('MIME-Version: 1.0');
    const json: unknown = JSON.parse(await text('/inbox.json?limit=1'));
    expect(json).toEqual([
      expect.objectContaining({
        id,
        to: 'organiser@larkford.example',
        subject: 'News',
        text: expect.any(String),
        html: expect.any(String),
        links: ['http://127.0.0.1/l/x'],
      }),
    ]);
    expect((await fetch(`${system.origin}/inbox/99999`)).status).toBe(404);
  });

  test('shows a mail’s own HTML where no script of it can run', async () => {
    const response = await fetch(`${system.origin}/inbox/1/html`);
    expect(response.headers.get('content-security-policy')).toMatch(
      /^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'/,
    );
    expect(await response.text()).toContain('<base target="_blank">');
  });

  test('can let a mail bounce', async () => {
    reports.length = 0;
    expect((await post('/local/bounce', { to: 'organiser@larkford.example', kind: 'bounce', type: 'Transient' })).status).toBe(
      200,
    );
    await system.settle();
    expect(reports).toEqual([
      expect.objectContaining({ type: 'Bounce', bounce: 'Transient', messageId: system.inbox.list()[0]?.messageId }),
    ]);
    expect((await post('/local/bounce', { to: 'nobody@larkford.example' })).status).toBe(404);
    expect((await post('/local/bounce', { kind: 'explosion' })).status).toBe(422);
  });
});

describe('the local tools', () => {
  test('move the clock for everything', async () => {
    const response = await post('/local/clock', { set: '2031-03-03T09:00:00.000Z' });
    expect(await response.json()).toEqual({ now: expect.stringMatching(/^2031-03-03T09:00:0/) });
    expect(startContext().now).toMatch(/^2031-03-03T09:00:0/);
    await post('/local/clock', { advanceSeconds: '3600' });
    expect(system.clock.now()).toMatch(/^2031-03-03T10:00:0/);
    expect((await post('/local/clock', { set: 'tomorrow' })).status).toBe(422);
    await system.settle();
  });

  test.each([
    ['another site’s page', { 'sec-fetch-site': 'cross-site' }],
    ['a page of another port', { 'sec-fetch-site': 'same-site' }],
    ['a page that names another origin', { origin: 'https://elsewhere.example' }],
    ['a page in a sandbox', { origin: 'null' }],
  ])('refuse %s', async (_, headers) => {
    expect((await post('/local/clock', { advanceSeconds: '1' }, headers)).status).toBe(403);
    expect((await fetch(`${system.origin}/inbox.json`, { headers })).status).toBe(403);
  });

  test('lead a browser that came by another name of this machine to the site’s one origin', async () => {
    const visit = (host: string, mode: string) =>
      new Promise((resolve) => {
        const headers = { host, 'sec-fetch-mode': mode };
        request(`${system.origin}/sign-in?a=b`, { headers }, (response) =>
          resolve([response.resume().statusCode, response.headers.location]),
        ).end();
      });
    expect(await visit(`localhost:${system.port}`, 'navigate')).toEqual([302, `${system.origin}/sign-in?a=b`]);
    expect(await visit(`localhost:${system.port}`, 'cors')).toEqual([500, undefined]);
    expect(await visit(`127.0.0.1:${system.port}`, 'navigate')).toEqual([500, undefined]);
  });

  test('refuse a foreign name that leads to this machine', async () => {
    const status = await new Promise((resolve) => {
      request(`${system.origin}/inbox.json`, { headers: { host: 'elsewhere.example' } }, (response) =>
        resolve(response.resume().statusCode),
      ).end();
    });
    expect(status).toBe(403);
  });

  test('answer what they are not with 404 and 405', async () => {
    expect((await post('/local/nothing')).status).toBe(404);
    expect((await fetch(`${system.origin}/local/nothing`)).status).toBe(404);
    expect((await fetch(`${system.origin}/inbox`, { method: 'DELETE' })).status).toBe(405);
  });
});

describe('a stop and a new start in one process', () => {
  test('keep everything, and find the same ports again', async () => {
    const { origin, engine } = system;
    const mails = system.inbox.count();
    await system.stop();
    expect(readdirSync(dataDir)).not.toContain('runtime.json');
    system = await startLocalSystem({ dataDir, loadHandler: load, quiet: true });
    expect([system.origin, system.engine.endpoint, system.inbox.count()]).toEqual([origin, engine.endpoint, mails]);
    await post('/my/place/confirm');
    await system.settle();
    expect(system.inbox.count()).toBe(mails + 1);
  });
});
