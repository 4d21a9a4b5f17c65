import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { applyEnvironment, tableEnvironment } from '#local/environment.ts';
import type { TableReader, TableWriter } from '#shared/ports.ts';

type Asked = { readonly operation: string; readonly keys: readonly string[]; readonly consistent: boolean };

let server: Server;
let read: TableReader;
let write: TableWriter;
let asked: Asked[] = [];
/** Keys that the table leaves out of its next answer, and keys that it refuses. */
let leftOut: string[] = [];
let refused: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const operation = String(request.headers['x-amz-target']).split('.')[1] ?? '';
      const { status, body } = answer(operation, JSON.parse(Buffer.concat(chunks).toString()));
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  applyEnvironment(tableEnvironment(`http://127.0.0.1:${address.port}`, 'table'));
  const { dynamoReader, dynamoWriter } = await import('#functions/runtime/table.ts');
  read = dynamoReader({ TABLE_NAME: 'table' });
  write = dynamoWriter({ TABLE_NAME: 'table' });
});
beforeEach(() => {
  asked = [];
  leftOut = [];
  refused = [];
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => void server.close(resolve));
});

/** Answers as DynamoDB does, with a register in which every key asked for is there. */
function answer(operation: string, given: Given): { status: number; body: object } {
  const inTable = given.RequestItems?.table ?? [{ Key: given.Key }];
  const all: One[] = 'Keys' in inTable ? inTable.Keys : inTable;
  const keys = all.map(keyOf);
  const consistent = given.ConsistentRead ?? ('Keys' in inTable && inTable.ConsistentRead);
  asked.push({ operation, keys, consistent });
  if (keys.some((key) => refused.includes(key)))
    return { status: 400, body: { __type: 'com.amazonaws.dynamodb.v20120810#ValidationException', message: 'Not so.' } };
  const out = all.filter((one) => leftOut.includes(keyOf(one)));
  leftOut = [];
  if (operation === 'GetItem') return { status: 200, body: { Item: itemAt(keys[0] ?? '') } };
  if (operation === 'BatchWriteItem') return { status: 200, body: { UnprocessedItems: out.length > 0 ? { table: out } : {} } };
  const found = all.filter((one) => !out.includes(one)).map((one) => itemAt(keyOf(one)));
  return { status: 200, body: { Responses: { table: found }, UnprocessedKeys: out.length > 0 ? { table: { Keys: out } } : {} } };
}

type Stored = { readonly sk?: { readonly S: string } };
type One = Stored & { readonly Key?: Stored | undefined; readonly PutRequest?: { readonly Item: Stored } };
type Given = {
  readonly Key?: Stored;
  readonly ConsistentRead?: boolean;
  readonly RequestItems?: { readonly table: One[] | { readonly Keys: One[]; readonly ConsistentRead: boolean } };
};

function keyOf({ Key, PutRequest, sk }: One): string {
  return (PutRequest?.Item ?? Key)?.sk?.S ?? sk?.S ?? '';
}

const itemAt = (sk: string) => ({
  pk: { S: 'REGISTER' },
  sk: { S: sk },
  la: { S: sk.slice(3) },
  name: { S: `Fictional ${sk}` },
  schools: { N: '1' },
});
const las = (count: number, from = 100) => Array.from({ length: count }, (_, index) => String(from + index));
const get = (la: string) => read.get('registerLa', { la });
const mark = (part: string, text = 'm') =>
  ({ put: 'dirty', item: { edition: 'made-up', level: 'SCHOOL', part, mark: text }, when: 'any' }) as const;

test('one item is read alone, as it is now', async () => {
  expect(await get('331')).toMatchObject({ la: '331' });
  expect(asked).toEqual([{ operation: 'GetItem', keys: ['LA#331'], consistent: true }]);
});

test('items asked for together are read in one call, as they are now, each named once', async () => {
  const found = await Promise.all(['331', '332', '331'].map(get));
  expect(found.map((one) => one?.la)).toEqual(['331', '332', '331']);
  expect(asked).toEqual([{ operation: 'BatchGetItem', keys: ['LA#331', 'LA#332'], consistent: true }]);
});

test('no call names more than a hundred keys', async () => {
  const wanted = las(230);
  expect((await Promise.all(wanted.map(get))).map((one) => one?.la)).toEqual(wanted);
  expect(asked.map(({ keys }) => keys.length)).toEqual([100, 100, 30]);
});

test('what the table left out is asked for again', async () => {
  leftOut = ['LA#332'];
  expect((await Promise.all(['331', '332'].map(get))).map((one) => one?.la)).toEqual(['331', '332']);
  expect(asked.map(({ keys }) => keys)).toEqual([['LA#331', 'LA#332'], ['LA#332']]);
});

test('a key that the table refuses fails alone', async () => {
  refused = ['LA#332'];
  const [one, two, three] = await Promise.allSettled(['331', '332', '333'].map(get));
  expect([one?.status, two?.status, three?.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('writes without a condition go together, by 25 at most, and the later of two to one item stands', async () => {
  await Promise.all([
    write.transact([mark('100001', 'first')]),
    write.bulk([...las(30, 100_002).map((part) => mark(part)), mark('100001', 'last')]),
  ]);
  expect(asked.map(({ operation, keys }) => `${operation} ${keys.length}`).sort()).toEqual([
    'BatchWriteItem 25',
    'BatchWriteItem 6',
  ]);
});

test('a write that the table left out is sent again, and one that it refuses fails alone', async () => {
  leftOut = ['SCHOOL#100002'];
  await write.bulk([mark('100001'), mark('100002')]);
  expect(asked.map(({ keys }) => keys.length)).toEqual([2, 1]);
  refused = ['SCHOOL#100002'];
  const written = await Promise.allSettled(['100001', '100002'].map((part) => write.transact([mark(part)])));
  expect(written.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
});
