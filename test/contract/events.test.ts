import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { describe, expect, test } from 'vitest';
import { events } from '#shared/system/events.ts';
import { fact } from '#shared/system/fact.ts';

const folder = join(import.meta.dirname, 'events');
const stored = readdirSync(folder).map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));

describe('a fact that was once on the bus can be read for ever', () => {
  test.for(stored)('$file still parses, and nothing of it is lost', ({ text }) => {
    const read: unknown = JSON.parse(text);
    expect(fact.parse(read)).toEqual(read);
  });

  test('every fact has a stored example of its own name', () => {
    expect(stored.map(({ file }) => file).toSorted()).toEqual(
      Object.keys(events)
        .map((type) => `${type}.json`)
        .toSorted(),
    );
    for (const { file, text } of stored) expect(JSON.parse(text)).toMatchObject({ type: file.replace(/\.json$/, '') });
  });

  test.for(stored)('$file with one field more, or one less, or of another version, is refused', ({ text }) => {
    const read = fact.parse(JSON.parse(text));
    expect(fact.safeParse({ ...read, data: { ...read.data, contact: 'somebody@school.example' } }).success).toBe(false);
    expect(fact.safeParse({ ...read, edition: undefined }).success).toBe(false);
    expect(fact.safeParse({ ...read, type: read.type.replace('.v1', '.v2') }).success).toBe(false);
  });
});

describe('a fact carries ids, versions, times and counts only', () => {
  test.for(Object.entries(events))('%s has no field that could hold a name, an address or free text', ([, data]) => {
    expect(loose(z.toJSONSchema(data))).toEqual([]);
  });

  test('a field that could hold free text would be found', () => {
    const leaky = z.strictObject({
      ok: z.int(),
      name: z.string(),
      list: z.array(z.object({ note: z.string().check(z.maxLength(9)) })),
    });
    expect(loose(z.toJSONSchema(leaky))).toEqual(['name', 'list.note']);
    expect(loose(z.toJSONSchema(z.object({ any: z.unknown(), wide: z.string().check(z.regex(/^.+$/)) })))).toEqual([
      'any',
      'wide',
    ]);
  });
});

const node = z.looseObject({
  type: z.optional(z.string()),
  enum: z.optional(z.array(z.unknown())),
  const: z.optional(z.unknown()),
  pattern: z.optional(z.string()),
  properties: z.optional(z.record(z.string(), z.unknown())),
  items: z.optional(z.unknown()),
});

const texts = ['Ada Example', 'somebody@school.example', '1 Fictional Street', 'O’Example, A.', '01632 960001'];

/** The paths of a JSON Schema whose values are not numbers, fixed choices or ids. */
function loose(schema: unknown, path = ''): string[] {
  const at = node.parse(schema);
  const under = (name: string) => (path === '' ? name : `${path}.${name}`);
  if (at.type === 'object') return Object.entries(at.properties ?? {}).flatMap(([name, inner]) => loose(inner, under(name)));
  if (at.type === 'array') return loose(at.items, path);
  if (at.enum !== undefined || at.const !== undefined || ['integer', 'number', 'boolean'].includes(at.type ?? '')) return [];
  const { pattern } = at;
  const tight = at.type === 'string' && pattern !== undefined && texts.every((text) => !new RegExp(pattern, 'u').test(text));
  return tight ? [] : [path];
}
