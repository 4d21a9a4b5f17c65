import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMatcher } from '#local/gateway.ts';
import { type HttpServer, startHttpServer } from '#local/http-server.ts';

type Seen = { name: string; event: Record<string, unknown> };
const seen: Seen[] = [];
let answer: unknown;
let server: HttpServer;
let base = '';

beforeAll(async () => {
  server = await startHttpServer({
    host: '127.0.0.1',
    port: 0,
    invoke: async (name, event) => {
      seen.push({ name, event: Object.fromEntries(Object.entries(event ?? {})) });
      if (answer instanceof Error) throw answer;
      return answer ?? { statusCode: 200, headers: { 'Content-Type': 'text/plain' }, body: 'yes' };
    },
  });
  base = `http://127.0.0.1:${server.port}`;
});
afterAll(() => server.stop());

async function call(path: string, init?: RequestInit, answered?: unknown) {
  answer = answered;
  const response = await fetch(`${base}${path}`, { redirect: 'manual', ...init });
  const last = seen.at(-1);
  return { response, text: await response.text(), name: last?.name, event: last?.event ?? {} };
}

describe('a request becomes payload 2.0', () => {
  test('with route key, decoded path parameters, raw and joined query', async () => {
    const { name, event } = await call('/editions/a%20b/impact?q=1&q=2&x=%26');
    expect(name).toBe('report');
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'GET /editions/{edition}/impact',
      rawPath: '/editions/a%20b/impact',
      rawQueryString: 'q=1&q=2&x=%26',
      queryStringParameters: { q: '1,2', x: '&' },
      pathParameters: { edition: 'a b' },
      isBase64Encoded: false,
      requestContext: {
        routeKey: 'GET /editions/{edition}/impact',
        stage: '$default',
        http: { method: 'GET', path: '/editions/a%20b/impact', sourceIp: '127.0.0.1' },
      },
    });
    expect(event).not.toHaveProperty('body');
    expect(event).not.toHaveProperty('cookies');
  });

  test('with cookies apart and header names in lower case, repeated ones joined', async () => {
    const headers = new Headers({ 'X-Thing': 'a', Cookie: 'one=1; two=2' });
    headers.append('X-Thing', 'b');
    const { event } = await call('/', { headers });
    expect(event['cookies']).toEqual(['one=1', 'two=2']);
    expect(event['headers']).toMatchObject({ 'x-thing': 'a, b' });
    expect(event['headers']).not.toHaveProperty('cookie');
  });

  test('with a form in base64 and JSON as text', async () => {
    const form = await call('/my/contact', { method: 'POST', body: new URLSearchParams({ a: 'é' }) });
    expect(form.event).toMatchObject({
      routeKey: 'POST /my/contact',
      isBase64Encoded: true,
      body: Buffer.from('a=%C3%A9').toString('base64'),
    });
    const json = await call('/my/contact', {
      method: 'POST',
      body: '{"a":"é"}',
      headers: { 'content-type': 'application/json' },
    });
    expect(json.event).toMatchObject({ isBase64Encoded: false, body: '{"a":"é"}' });
  });

  test.each([
    ['GET', '/nowhere'],
    ['GET', '/organiser/'],
    ['HEAD', '/'],
    ['DELETE', '/my/contact'],
    ['GET', '/editions//impact'],
  ])('%s %s goes to $default', async (method, path) => {
    const { name, event } = await call(path, { method });
    expect([name, event['routeKey']]).toEqual(['site', '$default']);
  });

  test('with fixed text before a parameter', () => {
    const match = createMatcher(['GET /a/{x}/{y}', 'GET /a/b/{y}', 'GET /a/{x}/c']);
    expect(match('GET', '/a/b/c')?.key).toBe('GET /a/b/{y}');
    expect(match('GET', '/a/z/c')?.key).toBe('GET /a/{x}/c');
    expect(match('GET', '/a/z/d')).toEqual({ key: 'GET /a/{x}/{y}', parameters: { x: 'z', y: 'd' } });
  });
});

describe('a function’s answer becomes the response', () => {
  test('with status, headers, cookies and bytes', async () => {
    const { response, text } = await call(
      '/',
      {},
      {
        statusCode: 303,
        headers: { Location: '/there' },
        cookies: ['a=1; Secure', 'b=2'],
        body: Buffer.from('bytes').toString('base64'),
        isBase64Encoded: true,
      },
    );
    expect([response.status, response.headers.get('location'), text]).toEqual([303, '/there', 'bytes']);
    expect(response.headers.getSetCookie()).toEqual(['a=1; Secure', 'b=2']);
  });

  test('and a function that throws, or answers nonsense, is the gateway’s 500', async () => {
    for (const bad of [new Error('secret detail'), 'nonsense', { body: 'no status' }]) {
      const { response, text } = await call('/', {}, bad);
      expect([response.status, text]).toEqual([500, '{"message":"Internal Server Error"}']);
    }
  });
});

describe('the gateway itself refuses', () => {
  test('a body over 6 MB, announced or not, without calling a function', async () => {
    const before = seen.length;
    const big = new Uint8Array(6 * 1024 * 1024 + 1);
    const announced = await call('/my/contact', { method: 'POST', body: big });
    expect([announced.response.status, announced.text]).toEqual([413, '{"message":"Request Entity Too Large"}']);
    const socket = connect(server.port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write('POST /my/contact HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n');
    const frame = Buffer.concat([Buffer.from('100000\r\n'), Buffer.alloc(0x100000), Buffer.from('\r\n')]);
    for (let count = 0; count < 7; count += 1) socket.write(frame);
    const [first] = await once(socket, 'data');
    expect(String(first)).toMatch(/^HTTP\/1\.1 413 /);
    socket.destroy();
    expect(seen.length).toBe(before);
  });

  test('a path that cannot be decoded', async () => {
    const { response } = await call('/editions/%E0%A4%A/impact');
    expect(response.status).toBe(400);
  });

  test('headers over 10 kB', async () => {
    const { response } = await call('/', { headers: { 'x-long': 'a'.repeat(11_000) } });
    expect(response.status).toBe(431);
  });
});
