import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { FunctionName } from '#shared/system/functions.ts';
import { routes } from '#shared/system/routes.ts';
import { createMatcher, gatewayEvent, gatewayReply, type Reply, replyOf } from './gateway.ts';
import type { Invoke } from './handlers.ts';

/** Answers a request itself, before any function; false leaves it to the functions. */
export type Before = (request: IncomingMessage, response: ServerResponse, path: string) => boolean;

export type HttpServer = { readonly port: number; readonly stop: () => Promise<void> };

type Options = {
  readonly host: string;
  readonly port: number;
  readonly invoke: Invoke;
  readonly before?: Before;
  /** Called when a request that may have written has been answered. */
  readonly onWrite?: () => void;
  /** Milliseconds since 1970, for the request's own time. */
  readonly now?: () => number;
};

/** What Lambda takes in one call. */
const maxBodyBytes = 6 * 1024 * 1024;
/** What API Gateway takes in request line and headers. */
const maxHeaderBytes = 10_240;

const functionOf = new Map<string, FunctionName>(Object.entries(routes).map(([key, route]) => [key, route.function]));

/** Serves the declared routes over HTTP as API Gateway's HTTP API would, each from its function. */
export async function startHttpServer({ host, port, invoke, before, onWrite, now = Date.now }: Options): Promise<HttpServer> {
  const match = createMatcher();

  async function answer(request: IncomingMessage, path: string, query: string): Promise<Reply> {
    const method = request.method ?? 'GET';
    const found = match(method, path);
    if (!found) return gatewayReply(400);
    const hasBody = request.headers['content-length'] !== undefined || request.headers['transfer-encoding'] !== undefined;
    const body = hasBody ? await bodyOf(request) : undefined;
    if (body === 'too large') return gatewayReply(413);
    const name = functionOf.get(found.key);
    if (name === undefined) return gatewayReply(500);
    const event = gatewayEvent({ request, match: found, path, query, body: body?.length === 0 ? undefined : body, now: now() });
    const result = await invoke(name, event).catch(() => undefined);
    if (method !== 'GET') onWrite?.();
    return replyOf(result);
  }

  const server = createServer({ maxHeaderSize: maxHeaderBytes, keepAliveTimeout: 30_000 }, (request, response) => {
    const url = request.url ?? '/';
    const mark = url.indexOf('?');
    const path = mark < 0 ? url : url.slice(0, mark);
    if (before?.(request, response, path)) return;
    void answer(request, path, mark < 0 ? '' : url.slice(mark + 1)).then(
      (reply) => send(request, response, reply),
      () => response.destroy(),
    );
  });
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), 3000).unref();
      await closed;
    },
  };
}

function send(request: IncomingMessage, response: ServerResponse, { status, headers, body }: Reply): void {
  const bodiless = status === 204 || status === 304;
  if (!bodiless) headers['content-length'] = String(Buffer.byteLength(body));
  // The rest of a body nobody reads would be taken for the next request.
  if (!request.complete) headers['connection'] = 'close';
  response.writeHead(status, headers);
  response.end(request.method === 'HEAD' || bodiless ? undefined : body);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer | 'too large'> {
  if (Number(request.headers['content-length'] ?? 0) > maxBodyBytes) return 'too large';
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBodyBytes) {
        request.pause();
        resolve('too large');
      } else chunks.push(chunk);
    });
    request.on('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    request.on('error', reject);
    request.on('close', () => reject(new Error('the client went away')));
  });
}
