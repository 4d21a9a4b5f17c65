import { describe, expect, test } from 'vitest';
import { perPage, readPage } from '#functions/http/organiser/read-page.ts';

const keyOf = (index: number) => String(index).padStart(5, '0');

/** A list of so many items in the order of their keys, and how often it was queried. */
function listOf(size: number) {
  const all = Array.from({ length: size }, (_, index) => ({ key: keyOf(index), row: index }));
  const asked: number[] = [];
  return {
    all,
    asked,
    read: async ({ after, limit = size }: { readonly after?: string; readonly limit?: number }) => {
      asked.push(limit);
      const begin = after === undefined ? 0 : all.findIndex(({ key }) => key > after);
      return begin < 0 ? [] : all.slice(begin, begin + limit);
    },
  };
}

/** Every page from the first to the last. */
async function pagesOf({ read }: Pick<ReturnType<typeof listOf>, 'read'>, keeps?: (row: number) => boolean) {
  const pages = [];
  for (let after: string | undefined; ; ) {
    const page = await readPage<number>({ read, keeps, after });
    pages.push(page);
    if (page.next === undefined) return pages;
    after = page.next;
  }
}

describe('a page of a list', () => {
  test.each([0, 1, perPage - 1, perPage])('of %i is all there is, after one query', async (size) => {
    const list = listOf(size);
    const page = await readPage<number>({ ...list, keeps: undefined, after: undefined });
    expect(page).toEqual({ rows: list.all.map(({ row }) => row), next: undefined, looked: undefined, first: true });
    expect(list.asked).toEqual([perPage + 1]);
  });

  test('leads from each to the next until each row was there once, in one query each', async () => {
    const list = listOf(5000);
    const pages = await pagesOf(list);
    expect(pages.flatMap(({ rows }) => rows)).toEqual(list.all.map(({ row }) => row));
    expect(list.asked).toHaveLength(100);
    expect(pages.map(({ first }) => first)).toEqual([true, ...Array.from({ length: 99 }, () => false)]);
  });

  test.each([1, 7, 10, 11, 100, 4999, 5000])(
    'with one of each %i wanted gives each once, in two queries a page',
    async (each) => {
      const list = listOf(5000);
      const keeps = (row: number) => row % each === 0;
      const pages = await pagesOf(list, keeps);
      expect(pages.flatMap(({ rows }) => rows)).toEqual(list.all.map(({ row }) => row).filter(keeps));
      for (const { rows } of pages) expect(rows.length).toBeLessThanOrEqual(perPage);
      expect(list.asked.length).toBeLessThanOrEqual(pages.length * 2);
    },
  );

  test('says how far it looked where that was the limit, and where to look further', async () => {
    const page = await readPage<number>({ ...listOf(5000), keeps: (row) => row === 3 || row === 4000, after: undefined });
    expect(page).toEqual({ rows: [3], next: keyOf(999), looked: 1000, first: true });
    const last = await readPage<number>({ ...listOf(5000), keeps: (row) => row === 4600, after: keyOf(4400) });
    expect(last).toEqual({ rows: [4600], next: undefined, looked: undefined, first: false });
  });

  test('passes over what leads to no row', async () => {
    const { read } = listOf(3);
    const page = await readPage<number>({
      read: async (options) => (await read(options)).map((one) => (one.row === 1 ? { ...one, row: undefined } : one)),
      keeps: undefined,
      after: undefined,
    });
    expect(page.rows).toEqual([0, 2]);
  });
});
