import { afterAll, describe, expect, test } from 'vitest';
import type { TableReader } from '#shared/ports.ts';
import type { Item } from '#shared/system/table.ts';
import { startTable } from '#test/flow/engine.ts';
import { readerOf } from '#test/unit/web/mail/table-of.ts';

const las = Array.from(
  { length: 120 },
  (_, index): Item<'registerLa'> => ({ la: String(100 + index), name: 'Fictional', schools: index }),
);

const engine = await startTable();
afterAll(engine.stop);
await engine.write.bulk(las.map((item) => ({ put: 'registerLa', item, when: 'any' })));

const readers: readonly (readonly [string, TableReader])[] = [
  ['the table', engine.read],
  ['rows that are simply there', readerOf({ registerLa: las })],
];

describe.each(readers)('%s', (_, read) => {
  test('gives one item by its key, and nothing for a key that has none', async () => {
    expect(await read.get('registerLa', { la: '101' })).toEqual(las[1]);
    expect(await read.get('registerLa', { la: '999' })).toBeUndefined();
  });

  test('gives everybody who asks at the same moment their own item, however many ask and for the same one', async () => {
    const wanted = [...las.map(({ la }) => la), '999', '101', '101'];
    const found = await Promise.all(wanted.map((la) => read.get('registerLa', { la })));
    expect(found).toEqual([...las, undefined, las[1], las[1]]);
  });

  test('lists a partition by sort key, narrowed by how its keys begin', async () => {
    expect(await read.list('registerLa', {})).toEqual(las);
    expect(await read.list('registerLa', {}, { startsWith: '11' })).toEqual(las.slice(10, 20));
  });
});

test('what is written is what is read at once', async () => {
  const key = { la: '300' };
  await engine.write.transact([{ put: 'registerLa', item: { ...key, name: 'Fictional', schools: 1 }, when: 'absent' }]);
  const seen = await Promise.all([engine.read.get('registerLa', key), engine.read.get('registerLa', { la: '101' })]);
  expect(seen).toEqual([{ ...key, name: 'Fictional', schools: 1 }, las[1]]);
});
