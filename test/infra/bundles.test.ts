import { execFile } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { bundleFunction } from '#infra/constructs/bundle.ts';
import { unusedAreas } from '#infra/constructs/unused-areas.ts';
import { eventExamples } from '#shared/system/event-examples.ts';
import { eventSource } from '#shared/system/fact-in-transit.ts';
import { functions } from '#shared/system/functions.ts';
import type { FunctionDeclaration } from '#shared/system/functions/declaration.ts';
import { assetContent } from '#web/asset-content.generated.ts';

const folder = mkdtempSync(join(tmpdir(), 'aspirations-bundles-'));
const kilobytes = (bytes: number) => bytes / 1024;

function bundle(name: string, { entry }: Pick<FunctionDeclaration, 'entry'>) {
  const outfile = join(folder, name, 'index.js');
  return { outfile, ...bundleFunction(entry, outfile) };
}

/** What a person waits for is small; what sends mail or takes files in, in the background, may be larger. */
function allowed({ trigger, uses }: FunctionDeclaration): number {
  if (trigger.kind !== 'http') return uses.some((power) => power === 'email:send' || power === 'files:read') ? 600 : 310;
  // What answers for addresses that do not exist holds the list of all that do.
  return uses.length === 0 ? 130 : 390;
}

test.each(Object.entries<FunctionDeclaration>(functions))('%s stays within its size', (name, declaration) => {
  const assets = name === 'site' ? Object.values(assetContent).join('').length : 0;
  // What a school meets first, often cold, is small.
  // Few people wait for the others, and seldom: the words of every mail are in messages,
  // in the context’s a reader of files and the report’s own figures,
  // and in the register’s the library that turns its grid into places;
  // print holds the letters of its PDFs and what lays them out.
  const exceptions: Readonly<Record<string, number>> = {
    public: 320,
    messages: 447,
    register: 465,
    context: 420,
    print: 1340,
  };
  expect(kilobytes(bundle(name, declaration).bytes - assets)).toBeLessThanOrEqual(exceptions[name] ?? allowed(declaration));
});

test('a bundle leaves out the areas of the table that its function never names, and no other', () => {
  const unused = Object.keys(unusedAreas(functions.organiser.entry));
  expect(unused).toContain('#shared/system/items/context.ts');
  expect(unused).not.toContain('#shared/system/items/sign-up.ts');
  // Pages speak of events and mails by the words that are items' names, but ask for none.
  expect(Object.keys(unusedAreas(functions.public.entry))).toEqual(
    expect.arrayContaining(['#shared/system/items/event.ts', '#shared/system/items/mail.ts']),
  );
  // Letters ask the table themselves.
  expect(Object.keys(unusedAreas(functions['send-visit-reminder'].entry))).not.toContain('#shared/system/items/clearance.ts');
  // What reads an item for its schema alone has to do with it too.
  expect(Object.keys(unusedAreas(functions['relay-outbox'].entry))).not.toContain('#shared/system/items/accepting.ts');
  expect(Object.keys(unusedAreas(functions.context.entry))).not.toContain('#shared/system/items/context.ts');
});

test('a letter says the name of each item that it asks for where it asks', () => {
  const letters = globSync('web/**/*.ts').map((path) => ({ path, text: readFileSync(path, 'utf8') }));
  expect(letters.filter(({ text }) => /\bread\.(?:get|list|due)\(\s*'/.test(text)).length).toBeGreaterThan(5);
  expect(letters.filter(({ text }) => /\bread\.(?:get|list|due)\((?!\s*')/.test(text)).map(({ path }) => path)).toEqual([]);
});

describe('a bundle alone in a folder', () => {
  test('signs with the credentials that Lambda puts into the environment, and needs no other module', async () => {
    const { outfile } = bundle('mark-dirty', functions['mark-dirty']);
    await using server = await standIn();
    const type = 'survey.answered.v1';
    const detail = { id: 'f1', type, at: '2025-03-07T12:00:00.000Z', edition: 'made-up-2025', data: eventExamples[type] };
    const event = { Records: [{ messageId: 'm1', body: JSON.stringify({ source: eventSource, 'detail-type': type, detail }) }] };
    const script =
      'require(process.argv[1]).handler(JSON.parse(process.argv[2])).then((answer) => process.stdout.write(`\\n${JSON.stringify(answer)}`))';
    const { stdout } = await promisify(execFile)(process.execPath, ['-e', script, outfile, JSON.stringify(event)], {
      cwd: folder,
      env: {
        TABLE_NAME: 'made-up',
        AWS_REGION: 'eu-west-2',
        AWS_ACCESS_KEY_ID: 'MADEUPKEY',
        AWS_SECRET_ACCESS_KEY: 'made-up-secret',
        AWS_SESSION_TOKEN: 'made-up-session',
        AWS_ENDPOINT_URL: server.url,
      },
    });
    expect(JSON.parse(stdout.split('\n').at(-1) ?? '')).toEqual({ batchItemFailures: [] });
    expect(server.asked).toHaveLength(1);
    expect(server.asked[0]).toMatchObject({
      'x-amz-target': 'DynamoDB_20120810.BatchWriteItem',
      'x-amz-security-token': 'made-up-session',
    });
    expect(server.asked[0]?.authorization).toContain('Credential=MADEUPKEY/');
  });

  test('holds its own declaration, and no other function’s', () => {
    const code = readFileSync(bundle('mark-dirty', functions['mark-dirty']).outfile, 'utf8');
    const held = Object.values(functions).filter(({ errorImpact }) => code.includes(errorImpact));
    expect(held).toEqual([functions['mark-dirty']]);
  });

  test('is CommonJS that loads nothing dynamically but with require', () => {
    const code = readFileSync(bundle('relay-outbox', functions['relay-outbox']).outfile, 'utf8');
    expect(code.startsWith('"use strict"')).toBe(true);
    expect(code).not.toMatch(/\bimport\(/);
  });
});

/** Says yes to every call, and remembers what was asked. */
async function standIn() {
  const asked: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    asked.push(request.headers);
    request.resume();
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end('{}');
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return { asked, url: `http://127.0.0.1:${address.port}`, [Symbol.asyncDispose]: async () => void server.close() };
}
