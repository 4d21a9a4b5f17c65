// A server in a process of its own: `adapter` is the local system's with a function that does nothing, `bare` is node:http alone.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { startHttpServer } from '#local/http-server.ts';
import { answerParent } from './child.ts';

const body = JSON.stringify({ reference: 'ABCD-EFGH', next: 'confirm-by-email' });
const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };

async function startBare(): Promise<number> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      response.writeHead(200, { ...headers, 'content-length': Buffer.byteLength(body) });
      response.end(body);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return address === null || typeof address === 'string' ? 0 : address.port;
}

async function startAdapter(): Promise<number> {
  const { port } = await startHttpServer({
    host: '127.0.0.1',
    port: 0,
    invoke: async () => ({ statusCode: 200, headers, body }),
  });
  return port;
}

const port = process.argv[2] === 'adapter' ? await startAdapter() : await startBare();
answerParent(async () => ({ port }));
