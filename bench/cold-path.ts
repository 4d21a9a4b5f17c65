import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { marshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod/mini';
import { attributesOf } from '#functions/runtime/table-writes.ts';
import { bundleFunction } from '#infra/constructs/bundle.ts';
import { tableEnvironment } from '#local/environment.ts';
import { instantOf } from '#shared/kernel/time.ts';
import { functions } from '#shared/system/functions.ts';
import { items, keyPart, table } from '#shared/system/table.ts';
import { openEdition, programme, schoolAt, usualForm } from './city.ts';
import { type Figure, quantile } from './figures.ts';
import { buildPlain } from './plain-build.ts';

/** Times loading and one call from inside a fresh process: what Node itself needs to start is the same for all. */
const runner = `
const [file, event] = process.argv.slice(1);
const cpu = process.cpuUsage();
const start = performance.now();
(async () => {
  const { handler } = file.endsWith('.mjs') ? await import(file) : require(file);
  const loaded = performance.now();
  const { statusCode } = await handler(JSON.parse(event), {});
  const done = performance.now();
  const { user, system } = process.cpuUsage(cpu);
  const rss = process.memoryUsage.rss() / 1e6;
  process.stdout.write('\\n' + JSON.stringify({ statusCode, load: loaded - start, total: done - start, cpu: (user + system) / 1000, rss }));
})();
`;

const timed = z.object({ statusCode: z.literal(201), load: z.number(), total: z.number(), cpu: z.number(), rss: z.number() });
type Timed = z.infer<typeof timed>;

const edition = openEdition('marlow-vale-cold', instantOf(new Date()));

/** Loading and first write of the public function against the plain build, in fresh processes by turns. */
export async function measureColdPath(quick: boolean): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-cold-'));
  const stub = await startStub();
  try {
    const files = { ours: join(folder, 'public.js'), plain: join(folder, 'plain.mjs') };
    const bytes = { ours: bundleFunction(functions.public.entry, files.ours).bytes, plain: buildPlain(files.plain) };
    const runs: Record<keyof typeof files, Timed[]> = { ours: [], plain: [] };
    for (let round = 0; round < (quick ? 4 : 25); round += 1) {
      for (const who of round % 2 === 0 ? (['ours', 'plain'] as const) : (['plain', 'ours'] as const)) {
        runs[who].push(await start(files[who], stub.url));
      }
    }
    return figuresOf(runs, bytes);
  } finally {
    stub.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function figuresOf(
  runs: Readonly<Record<'ours' | 'plain', readonly Timed[]>>,
  bytes: Readonly<Record<'ours' | 'plain', number>>,
): Figure[] {
  const p25 = (who: 'ours' | 'plain', what: 'load' | 'total' | 'cpu' | 'rss') =>
    quantile(
      runs[who].map((run) => run[what]),
      0.25,
    );
  const ratio = (what: 'load' | 'total' | 'cpu' | 'rss') => p25('ours', what) / p25('plain', what);
  const both = (what: 'load' | 'total' | 'cpu' | 'rss', unit: string) =>
    `${p25('ours', what).toFixed(0)} against ${p25('plain', what).toFixed(0)} ${unit}`;
  const setting = `p25 of ${runs.ours.length} fresh processes each`;
  return [
    {
      name: 'cold path / plain build',
      value: ratio('total'),
      unit: '',
      ceiling: 0.75,
      note: `load and first write, ${both('total', 'ms')}, ${setting}`,
    },
    { name: 'cold path, CPU time', value: ratio('cpu'), unit: '', note: `${both('cpu', 'ms')}` },
    {
      name: 'cold path, load alone',
      value: ratio('load'),
      unit: '',
      note: `${both('load', 'ms')}; bundles ${Math.round(bytes.ours / 1024)} and ${Math.round(bytes.plain / 1024)} KB`,
    },
    { name: 'cold path, memory', value: ratio('rss'), unit: '', note: both('rss', 'MB resident') },
  ];
}

async function start(file: string, endpoint: string): Promise<Timed> {
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', runner, file, JSON.stringify(event)], {
    env: { ...tableEnvironment(endpoint, 'made-up'), SITE_ORIGIN: 'https://site.example', STAGE: 'bench' },
  });
  return timed.parse(JSON.parse(stdout.slice(stdout.lastIndexOf('\n') + 1)));
}

const path = `/editions/${edition.edition}/schools/register`;
const event = {
  version: '2.0',
  routeKey: 'POST /editions/{edition}/schools/register',
  rawPath: path,
  rawQueryString: '',
  headers: { 'content-type': 'application/json', accept: 'application/json', 'idempotency-key': 'made-up-request-1' },
  requestContext: {
    requestId: 'made-up',
    domainName: 'site.example',
    http: { method: 'POST', path, sourceIp: '127.0.0.1', userAgent: 'bench' },
  },
  pathParameters: { edition: edition.edition },
  body: JSON.stringify(usualForm(edition, 0)),
  isBase64Encoded: false,
};

/** Answers as DynamoDB would, at once: the items a registration reads, nothing for all others, yes to every write. */
async function startStub() {
  const kept = [
    { name: 'edition', item: edition },
    { name: 'programme', item: programme },
    { name: 'school', item: schoolAt(0) },
  ] as const;
  const answers = new Map(
    kept.map(({ name, item }) => [partitionOf(name, item), JSON.stringify({ Item: attributesOf(name, item) })]),
  );
  const asked = z.object({ Key: z.optional(z.record(z.string(), z.unknown())) });
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { Key } = asked.parse(JSON.parse(Buffer.concat(chunks).toString()));
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' });
      response.end(answers.get(JSON.stringify(Key?.[table.partitionKey])) ?? '{}');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function partitionOf(name: 'edition' | 'programme' | 'school', item: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(marshall({ pk: keyPart(items[name].pk, item) })['pk']);
}
