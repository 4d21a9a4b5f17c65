import { buildSync } from 'esbuild';
import { readFileSync } from 'node:fs';
import type { ItemDeclarations } from '#shared/system/items/declaration.ts';
import { areas } from '#shared/system/table.ts';

/**
 * The areas of the table that a function has nothing to do with, by the specifier of their file, each as the source of a module
 * of keys alone: the fields, and all that says what those may hold, stay out of the function's bundle. A function has to do with
 * an area when its sources say one of the area's items by name.
 */
export function unusedAreas(entry: string): Readonly<Record<string, string>> {
  const said = wordsOf(entry);
  const unused = Object.entries<ItemDeclarations>(areas).filter(
    ([, items]) => !Object.keys(items).some((name) => said.has(name)),
  );
  return Object.fromEntries(unused.map(([area, items]) => [specifierOf(area), `export const ${area} = ${keysOf(items)};`]));
}

/**
 * What a function calls items by, in those of its sources that a bundle keeps: every text of what is in `functions/`, and what
 * a letter, which is given the table's reader alone, asks for. A source that asks says the item's name itself.
 */
function wordsOf(entry: string): ReadonlySet<string> {
  const { metafile } = buildSync({
    entryPoints: [entry],
    bundle: true,
    packages: 'external',
    write: false,
    metafile: true,
    platform: 'node',
  });
  const kept = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
  return new Set(
    kept.flatMap((path) => {
      const name = path.startsWith('functions/') ? /'(\w+)'|\bitems\.(\w+)/g : /\.(?:get|list|due)\(\s*'(\w+)'/g;
      return [...readFileSync(path, 'utf8').matchAll(name)].map(([, said, item = '']) => said ?? item);
    }),
  );
}

function specifierOf(area: string): string {
  const kebab = area.replace(/Items$/, '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return `#shared/system/items/${kebab}.ts`;
}

/** Where items are kept, and wait; what reads them would need their fields too. */
const keysOf = (items: ItemDeclarations) =>
  JSON.stringify(Object.fromEntries(Object.entries(items).map(([name, { pk, sk, due }]) => [name, { pk, sk, due }])));
