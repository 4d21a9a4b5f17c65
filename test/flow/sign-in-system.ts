import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import * as z from 'zod/mini';
import { startEngine } from '#local/engine.ts';
import { tableEnvironment } from '#local/environment.ts';
import type { Invoke } from '#local/handlers.ts';
import { startHttpServer } from '#local/http-server.ts';
import { createIdentity, identityPath, localClientId } from '#local/identity.ts';
import { freePort } from '#local/processes.ts';

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

/** Starts it. Organisers' pages only ask whether the browser's session is alive. */
export async function startSignInSystem(): Promise<SignInSystem> {
  const folder = mkdtempSync(join(tmpdir(), 'sign-in-'));
  const engine = await startEngine({ dbPath: join(folder, 'table.db'), tableName: 'sign-in-test' });
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const environment = {
    ...tableEnvironment(engine.endpoint, engine.tableName),
    SITE_ORIGIN: origin,
    OIDC_ISSUER: `${origin}${identityPath}`,
    OIDC_CLIENT_ID: localClientId,
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);

  const identity = createIdentity({ origin });
  let providerUp = true;
  let tokenRequests = 0;
  const server = await startHttpServer({
    host: '127.0.0.1',
    port,
    invoke: await invoker(engine.tableName),
    before: (request, response, path) => {
      if (!path.startsWith(`${identityPath}/`)) return false;
      if (path === `${identityPath}/token`) tokenRequests += 1;
      if (providerUp) identity.handle(request, response);
      else response.destroy();
      return true;
    },
  });

  return {
    origin,
    items: () => scan(engine.endpoint, engine.tableName),
    tokenRequests: () => tokenRequests,
    setProviderUp: (up) => {
      providerUp = up;
    },
    async stop() {
      await server.stop();
      await engine.stop();
      rmSync(folder, { recursive: true, force: true });
      vi.unstubAllEnvs();
    },
  };
}

/** The functions read their environment when they are loaded, so they are loaded here. */
async function invoker(tableName: string): Promise<Invoke> {
  const { handler } = await import('#functions/http/sign-in.ts');
  const { sessionOf } = await import('#functions/runtime/sessions.ts');
  const { dynamoReader } = await import('#functions/runtime/table.ts');
  const read = dynamoReader({ TABLE_NAME: tableName });

  return async (name, event) => {
    if (name === 'sign-in') return Reflect.apply(handler, undefined, [event]);
    const { cookies = [] } = withCookies.parse(event);
    const jar = Object.fromEntries(cookies.map((one) => one.split(/=(.*)/s)));
    const alive = sessionOf('organiser', jar, { read });
    return {
      statusCode: await alive.then(
        () => 200,
        () => 401,
      ),
      body: '',
    };
  };
}
const withCookies = z.object({ cookies: z.optional(z.array(z.string())) });

async function scan(endpoint: string, tableName: string): Promise<readonly Record<string, unknown>[]> {
  const client = new DynamoDBClient({ endpoint });
  const { Items } = await client.send(new ScanCommand({ TableName: tableName, ConsistentRead: true }));
  client.destroy();
  return (Items ?? []).map((item) => unmarshall(item));
}
