import { EventBridgeClient, ListRulesCommand, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bucketFiles } from '#functions/runtime/bucket-files.ts';
import { eventBus } from '#functions/runtime/event-bus.ts';
import { sesMailer } from '#functions/runtime/ses-mailer.ts';
import { createBus, rulesOf } from '#local/bus.ts';
import { createClock } from '#local/clock.ts';
import { atomically, openDatabase } from '#local/database.ts';
import { applyEnvironment, functionEnvironment } from '#local/environment.ts';
import { openMailStore } from '#local/inbox.ts';
import { type Loopback, startLoopback } from '#local/loopback.ts';
import { openQueues } from '#local/queues.ts';
import { createS3 } from '#local/s3.ts';
import { createSes } from '#local/ses.ts';
import { createSqs } from '#local/sqs.ts';
import { instant } from '#shared/kernel/time.ts';
import type { Fact } from '#shared/system/events.ts';
import { functions } from '#shared/system/functions.ts';

const folder = mkdtempSync(join(tmpdir(), 'loopback-'));
const clock = createClock();
const database = openDatabase(':memory:');
const names = Object.keys(functions);
const queues = openQueues(database, new Map(names.map((name) => [name, { visibilitySeconds: 60, maxReceive: 5 }])), clock);
const bus = createBus(database, queues, rulesOf(), () => new Date(clock.milliseconds()));
const mails = openMailStore(database, join(folder, 'mails'), (work) => atomically(database, work));
const ses = createSes({ mails, bus, now: clock.now });
const reports: string[] = [];
let loopback: Loopback;

beforeAll(async () => {
  loopback = await startLoopback({
    bus,
    ses,
    sqs: createSqs(queues),
    s3: createS3({ folder: join(folder, 'files'), bus }),
    report: (line) => void reports.push(line),
  });
  applyEnvironment(
    functionEnvironment({
      origin: 'http://127.0.0.1:1',
      tableName: 'none',
      engine: 'http://127.0.0.1:1',
      loopback: loopback.endpoints,
    }),
  );
});
afterAll(async () => {
  await loopback.stop();
  database.close();
  rmSync(folder, { recursive: true });
});

function taken(queue: string): unknown[] {
  const messages = queues.receive(queue, 10);
  queues.remove(messages.map(({ receipt }) => receipt));
  return messages.map(({ body }): unknown => JSON.parse(body));
}

describe('PutEvents', () => {
  const published: Fact = {
    id: 'fact-1',
    type: 'school.registered.v1',
    at: instant.parse('2026-01-10T12:00:00.000Z'),
    edition: 'larkford-2026',
    data: { registration: 'a'.repeat(20), urn: '900001', roles: ['host'], pupils: 60, version: 1 },
  };

  test('is in every queue that wants the fact, and in no other, before it answers', async () => {
    const accepted = await eventBus({ BUS_NAME: 'any' }).publish([published]);
    expect(accepted).toEqual(['fact-1']);
    expect(taken('send-school-registered')).toEqual([
      expect.objectContaining({
        source: 'aspirations',
        'detail-type': 'school.registered.v1',
        detail: published,
        time: '2026-01-10T12:00:00Z',
        version: '0',
      }),
    ]);
    for (const other of ['mark-dirty', 'keep-history', 'keep-tasks']) expect(taken(other), other).toHaveLength(1);
    expect(queues.names.filter((name) => queues.depth(name).ready > 0)).toEqual([]);
  });

  test('names a malformed entry at its own place and keeps the others', async () => {
    const client = new EventBridgeClient({});
    const entry = { Source: 'aspirations', DetailType: 'school.registered.v1', EventBusName: 'any' };
    const { FailedEntryCount, Entries = [] } = await client.send(
      new PutEventsCommand({
        Entries: [
          { ...entry, Detail: '{"a":1}' },
          { ...entry, Detail: 'not json' },
          { ...entry, Detail: '{"a":2}' },
        ],
      }),
    );
    client.destroy();
    expect(FailedEntryCount).toBe(1);
    expect(Entries.map(({ EventId, ErrorCode }) => (EventId ? 'kept' : ErrorCode))).toEqual(['kept', 'MalformedDetail', 'kept']);
    expect(taken('send-school-registered')).toHaveLength(2);
    for (const other of ['mark-dirty', 'keep-history', 'keep-tasks']) expect(taken(other), other).toHaveLength(2);
  });
});

describe('SendRawEmail', () => {
  const mailer = () => sesMailer({ MAIL_FROM: 'programme@aspirations.example', MAIL_CONFIGURATION_SET: 'aspirations-local' });
  const message = {
    to: 'head@school.example',
    subject: 'Please confirm – Zoë',
    html: '<p>See <a href="http://127.0.0.1:1/l/abc?x=1&amp;y=2">this</a></p>',
    text: 'See http://127.0.0.1:1/l/abc?x=1&y=2.',
    replyTo: { name: 'Larkford', address: 'programme@larkford.example' },
  };

  test('is kept to be read, with its tags and links', async () => {
    const { messageId } = await mailer().send(message, {
      mail: 'mail-1',
      edition: 'larkford-2026',
      template: 'school-registered',
    });
    const [mail] = mails.list({ to: 'HEAD@school.example' });
    expect(mail).toMatchObject({
      messageId,
      to: ['head@school.example'],
      subject: message.subject,
      tags: { mail: ['mail-1'], edition: ['larkford-2026'] },
    });
    expect(mail?.links).toEqual(['http://127.0.0.1:1/l/abc?x=1&y=2']);
    expect(mails.raw(mail?.id ?? 0)?.toString()).toContain('Auto-Submitted: auto-generated');
    expect(taken('record-mail-report')).toEqual([]);
    clock.advance(1);
    expect(taken('record-mail-report')).toEqual([
      { type: 'Send', time: expect.any(String), messageId, tags: { mail: ['mail-1'], edition: ['larkford-2026'] }, bounce: null },
    ]);
  });

  test.each([
    ['bounce.example', 'Bounce', 'Permanent'],
    ['complaint.example', 'Complaint', null],
  ])('to %s is reported as a %s', async (domain, type, bounce) => {
    await mailer().send(
      { ...message, to: `head@${domain}` },
      { mail: 'mail-2', edition: 'larkford-2026', template: 'school-registered' },
    );
    clock.advance(1);
    const [sent, later] = taken('record-mail-report');
    expect(sent).toMatchObject({ type: 'Send' });
    expect(later).toMatchObject({ type, bounce, tags: { mail: ['mail-2'] } });
    expect(JSON.stringify(later)).not.toContain(domain);
  });

  test('refuses a mail without a message, and other actions by name', () => {
    expect(ses.answer(new URLSearchParams({ Action: 'SendRawEmail' })).status).toBe(400);
    const refused = ses.answer(new URLSearchParams({ Action: 'SendBulkTemplatedEmail' }));
    expect([refused.status, refused.xml.includes('SendBulkTemplatedEmail')]).toEqual([501, true]);
  });
});

describe('files', () => {
  test('are put, told to the bus, and read back as they were', async () => {
    const client = new S3Client({ forcePathStyle: true });
    const body = Buffer.from('URN,Name\r\n900001,Ä\r\n'.repeat(5000));
    const Key = 'imports/register/larkford list.csv';
    await client.send(new PutObjectCommand({ Bucket: 'aspirations-files', Key, Body: body }));
    client.destroy();
    const chunks: Uint8Array[] = [];
    for await (const chunk of await bucketFiles({ FILES_BUCKET: 'aspirations-files' }).open(Key)) chunks.push(chunk);
    expect(Buffer.concat(chunks).equals(body)).toBe(true);
    expect(taken('import-register')).toEqual([
      expect.objectContaining({
        source: 'aws.s3',
        detail: expect.objectContaining({ object: expect.objectContaining({ key: Key }) }),
      }),
    ]);
  });

  test('outside the bucket cannot be reached', async () => {
    const response = await fetch(`${loopback.endpoints.s3}/aspirations-files/..%2f..%2f..%2fetc%2fpasswd`);
    expect([response.status, (await response.text()).includes('root:')]).toEqual([400, false]);
  });

  test('that are not there are a NoSuchKey', async () => {
    await expect(bucketFiles({ FILES_BUCKET: 'aspirations-files' }).open('no/such')).rejects.toMatchObject({ name: 'NoSuchKey' });
  });
});

describe('anything else', () => {
  test('is refused with a 501 that names itself', async () => {
    const client = new EventBridgeClient({ maxAttempts: 1 });
    await expect(client.send(new ListRulesCommand({}))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 501 },
      message: expect.stringContaining('AWSEvents.ListRules'),
    });
    client.destroy();
    expect(reports.at(-1)).toContain('AWSEvents.ListRules');
    const other = await fetch(`${loopback.endpoints.anythingElse}/2015-03-31/functions`);
    expect([other.status, await other.text()]).toEqual([501, expect.stringContaining('GET /aws/2015-03-31/functions')]);
    const bucket = await fetch(`${loopback.endpoints.s3}/aspirations-files?list-type=2`);
    expect(bucket.status).toBe(501);
  });

  test('from a page in a browser is refused', async () => {
    const response = await fetch(`${loopback.endpoints.ses}/`, {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(response.status).toBe(403);
  });
});
