import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { startEngine } from '#local/engine.ts';
import { createIdentity, identityPath, localClientId } from '#local/identity.ts';

/** The function that signs organisers in, with the real provider and table, on a port of its own. */
export type SignInSystem = {
  readonly origin: string;
  /** Every item of the table, for comparing before and after. */
  readonly items: () => Promise<readonly Record<string, unknown>[]>;
  /** How often the provider was asked to turn a code into tokens. */
  readonly tokenRequests: () => number;
  /** The provider stops or starts to answer. */
  readonly setProviderUp: (up: boolean) => void;
  readonly stop: () => Promise<void>;
};

/** Starts it. `GET /organiser` is a page that only asks whether the browser's session is alive. */
export async function startSignInSystem(): Promise<SignInSystem> {
  const folder = mkdtempSync(join(tmpdir(), 'sign-in-'));
  const engine = await startEngine({ dbPath: join(folder, 'table.db'), tableName: 'sign-in-test' });
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  for (const [name, value] of Object.entries(environment(engine.endpoint, engine.tableName, origin))) vi.stubEnv(name, value);

  const answer = await answerer();
  const identity = createIdentity({ origin });
  let providerUp = true;
  let tokenRequests = 0;
  server.on('request', (req: IncomingMessage, res: ServerResponse) => {
    if (req.url === `${identityPath}/token`) tokenRequests += 1;
    if (!(req.url ?? '').startsWith(identityPath)) void answer(req, res);
    else if (providerUp) identity.handle(req, res);
    else res.destroy();
  });

  return {
    origin,
    items: () => scan(engine.endpoint, engine.tableName),
    tokenRequests: () => tokenRequests,
    setProviderUp: (up) => {
      providerUp = up;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await engine.stop();
      rmSync(folder, { recursive: true, force: true });
      vi.unstubAllEnvs();
    },
  };
}

function environment(endpoint: string, tableName: string, origin: string) {
  return {
    AWS_REGION: 'eu-west-2',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    TABLE_NAME: tableName,
    SITE_ORIGIN: origin,
    OIDC_ISSUER: `${origin}${identityPath}`,
    OIDC_CLIENT_ID: localClientId,
  };
}

/** The functions read their environment when they are loaded, so they are loaded here. */
async function answerer() {
  const { handler } = await import('#functions/http/sign-in.ts');
  const { sessionOf } = await import('#functions/runtime/sessions.ts');
  const { dynamoReader } = await import('#functions/runtime/table.ts');
  const { readEnv } = await import('#functions/runtime/env.ts');
  const read = dynamoReader({ TABLE_NAME: readEnv(['TABLE_NAME'])['TABLE_NAME'] ?? '' });

  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const url = new URL(req.url ?? '/', 'http://127.0.0.1');
    const cookies = (req.headers.cookie ?? '').split('; ').filter((one) => one !== '');
    if (url.pathname === '/organiser') {
      const jar = Object.fromEntries(cookies.map((one) => one.split(/=(.*)/s)));
      const status = await sessionOf('organiser', jar, { read }).then(
        () => 200,
        () => 401,
      );
      res.writeHead(status).end();
      return;
    }
    let body = '';
    for await (const chunk of req) body += String(chunk);
    const { statusCode, headers, cookies: set, body: text } = await handler(eventOf(req, url, cookies, body));
    res.writeHead(statusCode ?? 200, { ...headersOf(headers), 'set-cookie': set ?? [] }).end(text);
  };
}

function headersOf(headers: Readonly<Record<string, string | number | boolean>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

function eventOf(req: IncomingMessage, url: URL, cookies: string[], body: string) {
  const method = req.method ?? 'GET';
  const routeKey = `${method} ${url.pathname}`;
  return {
    version: '2.0',
    routeKey,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    cookies,
    headers: textsOf(req.headers),
    queryStringParameters: Object.fromEntries(url.searchParams),
    requestContext: {
      accountId: '000000000000',
      apiId: 'test',
      domainName: '127.0.0.1',
      domainPrefix: '127',
      http: { method, path: url.pathname, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
      requestId: 'test',
      routeKey,
      stage: '$default',
      time: '',
      timeEpoch: 0,
    },
    body,
    isBase64Encoded: false,
  };
}

function textsOf(headers: IncomingMessage['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, [value].flat().join(',')]])),
  );
}

async function scan(endpoint: string, tableName: string): Promise<readonly Record<string, unknown>[]> {
  const client = new DynamoDBClient({ endpoint });
  const { Items } = await client.send(new ScanCommand({ TableName: tableName, ConsistentRead: true }));
  client.destroy();
  return (Items ?? []).map((item) => unmarshall(item));
}
