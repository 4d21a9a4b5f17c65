import { expect, test } from 'vitest';
import { accept } from '#functions/http/accept.ts';
import { instant } from '#shared/kernel/time.ts';
import type { TableReader, TableWriter, Write } from '#shared/ports.ts';

/** A table that remembers what it was asked, and refuses so many transactions before it takes one. */
function table({ refusals }: { readonly refusals: number }) {
  const asked: string[] = [];
  const written: (readonly Write[])[] = [];
  const read: TableReader = {
    get: async (name) => {
      asked.push(name);
      return undefined;
    },
    list: async () => [],
    due: async () => [],
  };
  const write: TableWriter = {
    transact: async (writes) => {
      written.push(writes);
      return written.length > refusals ? { ok: true } : { ok: false, failed: writes.map(() => true) };
    },
    bulk: async () => undefined,
  };
  return { asked, written, ports: { read, write } };
}

let ids = 0;
/** One that is usually new, and makes us send a mail. */
function signUp({ ports, asked }: ReturnType<typeof table>) {
  const context = {
    now: instant.parse('2025-03-07T12:00:00.000Z'),
    newToken: () => 'made-up',
    origin: '',
    by: 'public',
  } as const;
  const request = { ...context, ports, newId: () => `made-up-${(ids += 1)}`, requestKey: 'made-up-key', bodyDigest: 'made-up' };
  return accept(request, {
    edition: 'made-up-2025',
    usuallyNew: true,
    find: async () => {
      asked.push('itself');
      return undefined;
    },
    decide: () => ({ state: { version: 1 }, facts: [{ type: 'link.asked.v1', data: { request: 'made-up' } }] }),
    writes: () => [],
    reference: () => 'ABCD-EFGH',
    sends: [{ route: 'schools', address: 'office@made-up.example' }],
  });
}

test('what is usually new is written without a look at the table', async () => {
  const here = table({ refusals: 0 });
  await signUp(here);
  expect(here.asked).toEqual([]);
  expect(here.written.flat().flatMap((write) => ('put' in write ? [[write.put, write.when]] : []))).toEqual([
    ['outbox', 'absent'],
    ['sendLimit', 'absent'],
    ['request', 'absent'],
  ]);
});

test('once that is refused, all that may stand in its way is looked for', async () => {
  const here = table({ refusals: 1 });
  await signUp(here);
  expect(here.asked).toEqual(['request', 'itself', 'sendLimit']);
});
