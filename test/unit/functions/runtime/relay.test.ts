import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { beforeEach, expect, test } from 'vitest';
import { publishRows } from '#functions/runtime/outbox.ts';
import { relay } from '#functions/runtime/relay.ts';
import { attributesOf } from '#functions/runtime/table-writes.ts';
import { instantOf } from '#shared/kernel/time.ts';
import type { TableWriter } from '#shared/ports.ts';
import type { Fact } from '#shared/system/events.ts';
import type { Item } from '#shared/system/table.ts';

type Row = Item<'outbox'>;
const at = instantOf(new Date('2025-03-03T09:30:00Z'));

function factOf(id: string): Fact {
  return { id, type: 'volunteer.confirmed.v1', at, edition: 'larkford-2025', data: { volunteer: 'a'.repeat(20) } };
}

function rowOf(entry: string, ...ids: readonly string[]): Row {
  return { shard: '0', entry, at, facts: ids.map(factOf) };
}

/** A bus that takes every fact but those it is told to refuse, and a table that keeps what was removed from it. */
function world() {
  const refused = new Set<string>();
  const removed: string[] = [];
  const write: TableWriter = {
    transact: async () => ({ ok: true }),
    bulk: async (writes) => {
      for (const one of writes) if ('remove' in one && one.remove === 'outbox' && 'entry' in one.key) removed.push(one.key.entry);
    },
  };
  const published: string[] = [];
  const bus = {
    publish: async (facts: readonly { readonly id: string }[]) => {
      const taken = facts.map(({ id }) => id).filter((id) => !refused.has(id));
      published.push(...taken);
      return taken;
    },
  };
  return { refused, removed, published, write, bus };
}

let one = world();
beforeEach(() => {
  one = world();
  process.env['TABLE_NAME'] = 'table';
  process.env['BUS_NAME'] = 'bus';
});

test('rows leave the outbox once the bus has taken all their facts', async () => {
  const rows = [rowOf('1', 'a'), rowOf('2', 'b', 'c')];
  expect(await publishRows(rows, one)).toEqual(new Set(rows));
  expect({ published: one.published, removed: one.removed }).toEqual({ published: ['a', 'b', 'c'], removed: ['1', '2'] });
});

test('a row stays while the bus has refused one of its facts', async () => {
  one.refused.add('c');
  const rows = [rowOf('1', 'a'), rowOf('2', 'b', 'c')];
  expect(await publishRows(rows, one)).toEqual(new Set([rows[0]]));
  expect(one.removed).toEqual(['1']);
});

function streamOf(rows: readonly Row[]): DynamoDBStreamEvent {
  return {
    Records: rows.map((row, index) => ({
      eventName: 'INSERT',
      dynamodb: { SequenceNumber: `${index + 1}`, NewImage: imageOf(row) },
    })),
  };
}

function imageOf(row: Row): Record<string, { S: string } | { L: { M: Record<string, never> }[] }> {
  return JSON.parse(JSON.stringify(attributesOf('outbox', row)));
}

function started() {
  return relay('relay-outbox', { 'table:write': () => one.write, 'bus:publish': () => one.bus }, publishRows);
}

test('the stream is asked to bring again what the bus refused', async () => {
  one.refused.add('b');
  const answer = await started()(streamOf([rowOf('1', 'a'), rowOf('2', 'b'), rowOf('3', 'c')]));
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }] });
  expect(one.removed).toEqual(['1', '3']);
});

test('the stream is asked to bring everything again when the bus cannot be reached', async () => {
  const bus = { publish: () => Promise.reject(new Error('no bus')) };
  const handler = relay('relay-outbox', { 'table:write': () => one.write, 'bus:publish': () => bus }, publishRows);
  expect(await handler(streamOf([rowOf('1', 'a'), rowOf('2', 'b')]))).toEqual({
    batchItemFailures: [{ itemIdentifier: '1' }, { itemIdentifier: '2' }],
  });
  expect(one.removed).toEqual([]);
});

test('a row that cannot be read fails alone', async () => {
  const broken = {
    Records: [{ eventName: 'INSERT', dynamodb: { SequenceNumber: '9', NewImage: marshall({ pk: 'OUTBOX#0' }) } }],
  };
  const { Records } = streamOf([rowOf('1', 'a')]);
  const answer = await started()(JSON.parse(JSON.stringify({ Records: [...broken.Records, ...Records] })));
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '9' }] });
  expect(one.published).toEqual(['a']);
});
