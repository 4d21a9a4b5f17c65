import { beforeEach, describe, expect, test } from 'vitest';
import { consumer } from '#functions/runtime/consumer.ts';
import { AppError, type ErrorKind, errorKinds } from '#shared/kernel/errors.ts';
import type { TableWriter } from '#shared/ports.ts';

beforeEach(() => {
  process.env['TABLE_NAME'] = 'table';
});

const nothing: TableWriter = { transact: async () => ({ ok: true }), bulk: async () => {} };

function recordOf(messageId: string, body: string) {
  const attributes = {
    ApproximateReceiveCount: '1',
    SentTimestamp: '0',
    SenderId: 'bus',
    ApproximateFirstReceiveTimestamp: '0',
  };
  return {
    messageId,
    body,
    receiptHandle: messageId,
    attributes,
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: '',
    awsRegion: 'eu-west-2',
  };
}

function bodyOf(id: string, type = 'event.recorded.v1'): string {
  const data = { event: 'monday', kind: 'rotation', halfDay: '2025-03-03-am' };
  return JSON.stringify({ detail: { id, type, at: '2025-03-03T09:30:00.000Z', edition: 'larkford-2025', data } });
}

/** Runs a batch through a consumer whose effect throws for some facts; gives what was done and what is given back. */
async function run(bodies: readonly string[], errors: Readonly<Record<string, Error>> = {}) {
  const done: string[] = [];
  const handler = consumer('mark-dirty', { 'table:write': () => nothing }, async ({ id }) => {
    const error = errors[id];
    if (error) throw error;
    done.push(id);
  });
  const { batchItemFailures } = await handler({ Records: bodies.map((body, index) => recordOf(`${index}`, body)) });
  return { done, back: batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) };
}

const kinds: readonly ErrorKind[] = ['invalid', 'not-found', 'conflict', 'forbidden', 'gone', 'too-many', 'unavailable'];

describe('a consumer', () => {
  test('gives back only the message that failed', async () => {
    expect(await run([bodyOf('a'), bodyOf('b'), bodyOf('c')], { b: new Error('a bug') })).toEqual({
      done: ['a', 'c'],
      back: ['1'],
    });
  });

  test.for(kinds)('does with a refusal of kind %s what the table of kinds says', async (kind) => {
    const answer = await run([bodyOf('a')], { a: new AppError(kind, 'some-code', 'Some refusal.') });
    expect(answer).toEqual({ done: [], back: errorKinds[kind].message === 'ignore' ? [] : ['0'] });
  });

  test.for([
    ['not JSON', '{'],
    ['not a fact', JSON.stringify({ detail: { hello: 'there' } })],
    ['of an unknown version', bodyOf('a', 'event.recorded.v9')],
    ['with a field more', bodyOf('a').replace('"kind"', '"name":"A. Fictional","kind"')],
    [
      'a fact of another consumer',
      JSON.stringify({ detail: { ...JSON.parse(bodyOf('a')).detail, type: 'report.published.v1', data: { version: 1 } } }),
    ],
  ])('gives back a message that is %s, and does the rest', async ([, body = '']) => {
    expect(await run([body, bodyOf('b')])).toEqual({ done: ['b'], back: ['0'] });
  });
});
