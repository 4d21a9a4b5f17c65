import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { contact, line, optionalLines, urn } from '#shared/domain/fields.ts';
import { instant } from '#shared/kernel/time.ts';
import { events } from '#shared/system/events.ts';
import { items } from '#shared/system/table.ts';
import { textFields } from './text-fields.ts';

const page = readFileSync(new URL('../../../docs/privacy/dpia.md', import.meta.url), 'utf8');
const personal = rowsUnder('## 3. Data map: personal data and free text');
const notPersonal = rowsUnder('## 4. Text that is not about a person');
const kept = Object.entries(items).flatMap(([name, item]) => textFields(item.schema, name));

type Row = { readonly fields: readonly string[]; readonly cells: readonly string[] };

/** The rows of the table under a heading: the fields they are about, and what they say. */
function rowsUnder(heading: string): Row[] {
  const section = page.split(/^(?=## )/m).find((one) => one.startsWith(`${heading}\n`));
  const lines = section?.split('\n').filter((one) => one.startsWith('| `')) ?? [];
  return lines.map((one) => {
    const [first = '', ...cells] = one
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    return { fields: [...first.matchAll(/`([^`]+)`/g)].map(([, field = '']) => field), cells };
  });
}

function fieldsOf(rows: readonly Row[]): string[] {
  return rows.flatMap(({ fields }) => fields);
}

test('every open text field of every item has its row, and every row its field', () => {
  const mapped = [...fieldsOf(personal), ...fieldsOf(notPersonal)];
  expect(mapped.toSorted()).toEqual(kept.map(({ path }) => path).toSorted());
});

test('contacts, addresses, telephone numbers and what people type in boxes are mapped as personal', () => {
  const surely = kept.filter(
    ({ path, kind }) => kind === 'email' || kind === 'telephone' || /\.(?:contact|organiser)\b|quote|\.to$/.test(path),
  );
  expect(surely.length).toBeGreaterThan(10);
  expect(surely.map(({ path }) => path).filter((path) => !fieldsOf(personal).includes(path))).toEqual([]);
});

test('what people type about themselves is personal; only names that organisers give are not', () => {
  const typed = kept.filter(({ kind }) => kind === 'typed').map(({ path }) => path);
  expect(typed.filter((path) => fieldsOf(notPersonal).includes(path))).toEqual([
    'programme.name',
    'programme.city',
    'strategy.name',
    'strategy.aim',
  ]);
});

test('every row says whose, what for, on what basis, how long and where it goes', () => {
  const incomplete = personal.filter(({ cells }) => cells.length !== 5 || cells.some((cell) => cell.length < 4));
  expect(incomplete).toEqual([]);
  expect(notPersonal.filter(({ cells }) => cells.length !== 1 || cells[0] === '')).toEqual([]);
});

test('no fact has room for a name, an address or a sentence', () => {
  expect(Object.entries(events).flatMap(([type, data]) => textFields(data, type))).toEqual([]);
});

test('the search for open text finds it wherever a schema hides it', () => {
  const planted = z.strictObject({
    note: optionalLines(),
    people: z.array(contact),
    plain: z.optional(z.string()),
    either: z.union([z.int(), z.strictObject({ deep: line('Enter it') })]),
    any: z.record(z.string(), z.unknown()),
    closed: z.tuple([urn, instant, z.enum(['a', 'b']), z.boolean()]),
  });
  expect(textFields(planted, 'it')).toEqual([
    { path: 'it.note', kind: 'typed' },
    { path: 'it.people.name', kind: 'typed' },
    { path: 'it.people.jobTitle', kind: 'typed' },
    { path: 'it.people.email', kind: 'email' },
    { path: 'it.people.telephone', kind: 'telephone' },
    { path: 'it.plain', kind: 'plain' },
    { path: 'it.either.deep', kind: 'typed' },
    { path: 'it.any', kind: 'plain' },
  ]);
});
