import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import * as z from 'zod/mini';
import type { BusEntry, LocalBus } from './bus.ts';
import type { Sqs } from './sqs.ts';
import type { SesAnswer } from './ses.ts';

/** The few AWS operations that our adapters call, on one port of this machine. */
export type Loopback = {
  /** Base addresses by service, for `AWS_ENDPOINT_URL_*`. */
  readonly endpoints: {
    readonly eventBridge: string;
    readonly ses: string;
    readonly sqs: string;
    readonly s3: string;
    readonly anythingElse: string;
  };
  readonly port: number;
  readonly stop: () => Promise<void>;
};

type Options = {
  readonly bus: LocalBus;
  readonly ses: { readonly answer: (form: URLSearchParams) => SesAnswer };
  readonly sqs: Sqs;
  readonly s3: (request: IncomingMessage, response: ServerResponse, url: URL, path: string) => Promise<void>;
  readonly report: (line: string) => void;
  readonly port?: number;
};

/** Starts it on 127.0.0.1. What it does not know it refuses by name with a 501. */
export async function startLoopback({ bus, ses, sqs, s3, report, port = 0 }: Options): Promise<Loopback> {
  async function answer(request: IncomingMessage, response: ServerResponse) {
    // A page in a browser has no business here, wherever it came from.
    if (fromBrowser(request)) return json(response, 403, { __type: 'AccessDenied' });
    const url = new URL(request.url ?? '/', 'http://loopback');
    const [, service = '', path = ''] = /^\/([^/]*)\/?(.*)$/.exec(url.pathname) ?? [];
    if (service === 's3') return s3(request, response, url, path);
    const body = await bodyOf(request);
    const target = String(request.headers['x-amz-target'] ?? '');
    if (service === 'eventbridge' && target === 'AWSEvents.PutEvents') {
      return void json(response, 200, putEvents(bus, body.toString('utf8')));
    }
    if (service === 'ses') {
      const { status, xml } = ses.answer(new URLSearchParams(body.toString('utf8')));
      return void response.writeHead(status, { 'Content-Type': 'text/xml' }).end(xml);
    }
    if (service === 'sqs' && target.startsWith('AmazonSQS.')) {
      const told = sqs.answer(target.replace('AmazonSQS.', ''), body.toString('utf8'));
      return void json(response, told.status, told.body);
    }
    const name = `${service} ${target || `${request.method} ${url.pathname}`}`.trim();
    report(`refused: ${name} is not part of the local system`);
    json(response, 501, { __type: 'NotImplemented', message: `${name} is not part of the local system` });
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      report(`loopback failed: ${error instanceof Error ? error.message : String(error)}`);
      if (response.headersSent) response.destroy();
      else json(response, 500, { __type: 'InternalFailure', message: 'the local system failed' });
    });
  });
  server.keepAliveTimeout = 60_000;
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const base = `http://127.0.0.1:${address.port}`;
  return {
    port: address.port,
    endpoints: {
      eventBridge: `${base}/eventbridge`,
      ses: `${base}/ses`,
      sqs: `${base}/sqs`,
      s3: `${base}/s3`,
      anythingElse: `${base}/aws`,
    },
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close').catch(() => undefined);
    },
  };
}

function fromBrowser({ headers }: IncomingMessage): boolean {
  return headers.origin !== undefined || headers['sec-fetch-site'] !== undefined;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
}

const putEventsInput = z.object({
  Entries: z
    .array(
      z.object({
        Source: z.string(),
        DetailType: z.string(),
        Detail: z.string(),
        Time: z.optional(z.number()),
        EventBusName: z.optional(z.string()),
      }),
    )
    .check(z.minLength(1), z.maxLength(10)),
});

/** Entries that fit are kept before the answer; each that does not is named as failed at its own place. */
function putEvents(bus: LocalBus, body: string) {
  const { Entries } = putEventsInput.parse(JSON.parse(body));
  const parsed = Entries.map(({ Source, DetailType, Detail, Time }): BusEntry | undefined => {
    const detail = objectFrom(Detail);
    if (!detail || Buffer.byteLength(Detail) > 256 * 1024) return undefined;
    return { source: Source, detailType: DetailType, detail, ...(Time === undefined ? {} : { time: new Date(Time * 1000) }) };
  });
  const ids = bus.put(parsed.filter((entry) => entry !== undefined));
  let next = 0;
  return {
    FailedEntryCount: parsed.filter((entry) => entry === undefined).length,
    Entries: parsed.map((entry) =>
      entry ? { EventId: ids[next++] ?? randomUUID() } : { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' },
    ),
  };
}

function objectFrom(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
