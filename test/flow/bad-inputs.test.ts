import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BadCase, canary } from './bad-inputs/case.ts';
import { emailCases } from './bad-inputs/email.ts';
import { jsonShapeCases } from './bad-inputs/json-shape.ts';
import { stateReader } from './bad-inputs/table-state.ts';
import { transportCases } from './bad-inputs/transport.ts';
import { typeCases } from './bad-inputs/types.ts';
import { unicodeCases } from './bad-inputs/unicode.ts';
import { type Larkford, startLarkford } from './larkford.ts';

let larkford: Larkford;
let state: ReturnType<typeof stateReader>;
/** The table as the case before left it. */
let known: string;

beforeAll(async () => {
  larkford = await startLarkford();
  await larkford.system.settle();
  state = stateReader(larkford.system);
  known = await state.digest();
});
afterAll(async () => {
  state.close();
  await larkford.stop();
});

const families: readonly (readonly [string, readonly BadCase[]])[] = [
  ['transport', transportCases],
  ['the shape of JSON', jsonShapeCases],
  ['types and ranges', typeCases],
  ['Unicode', unicodeCases],
  ['email addresses', emailCases],
];

describe.each(families)('bad input: %s', (_, cases) => {
  test.each(cases)('$name', async ({ method = 'POST', path = '/', headers = {}, body, status, code, at }) => {
    const response = await send(path, { method, headers, ...(body === undefined ? {} : { body }) });
    const text = await response.text();
    expect({ status: response.status, text }).toEqual({ status, text: expect.anything() });
    const problem = text !== '' && response.headers.get('content-type') === 'application/problem+json' ? JSON.parse(text) : {};
    expect(problem.code).toBe(code);
    if (at !== undefined) expect(problem.errors.map((one: { path: string }) => one.path)).toContain(at);
    expect(text).not.toContain(canary);
    expect([...response.headers.values()].join()).not.toContain(canary);
    const before = known;
    known = await state.digest();
    expect(known).toBe(before);
  });
});

function send(path: string, init: RequestInit): Promise<Response> {
  return fetch(`${larkford.system.origin}${path}`, { redirect: 'manual', ...init });
}
