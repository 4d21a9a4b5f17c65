import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyEnvironment, tableEnvironment } from '#local/environment.ts';
import type { TableReader } from '#shared/ports.ts';

let server: Server;
let table: TableReader;
let answers = 0;
let answer: { status: number; type: string } | 'hang up' = 'hang up';

beforeAll(async () => {
  server = createServer((request, response) => {
    answers += 1;
    if (answer === 'hang up') return void request.socket.destroy();
    const body = JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${answer.type}`, message: 'Not now.' });
    response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' }).end(body);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  applyEnvironment(tableEnvironment(`http://127.0.0.1:${address.port}`, 'table'));
  const { dynamoReader } = await import('#functions/runtime/table.ts');
  table = dynamoReader({ TABLE_NAME: 'table' });
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => void server.close(resolve));
});

const read = () => table.get('programme', { programme: 'larkford' });

test.each([
  ['fails', { status: 500, type: 'InternalServerError' }],
  ['is out of order', { status: 503, type: 'ServiceUnavailable' }],
  ['has no room', { status: 400, type: 'ProvisionedThroughputExceededException' }],
  ['is asked too often', { status: 400, type: 'ThrottlingException' }],
  ['cannot be heard', 'hang up'],
] as const)('a table that %s is asked again, and then unavailable', async (_, given) => {
  answer = given;
  answers = 0;
  await expect(read()).rejects.toMatchObject({ kind: 'unavailable', code: 'table-unavailable' });
  expect(answers).toBeGreaterThan(1);
});

test.each(['ValidationException', 'AccessDeniedException', 'ResourceNotFoundException'])(
  'a table that answers %s has found a mistake of ours',
  async (type) => {
    answer = { status: 400, type };
    await expect(read()).rejects.toMatchObject({ name: type });
  },
);
