import { buildSync } from 'esbuild';
import { readFileSync } from 'node:fs';
import { areas } from '#shared/system/table.ts';

/**
 * The areas of the table that a function has nothing to do with, by the specifier of their file, each as the source of a module
 * of keys alone: the fields, and all that says what those may hold, stay out of the function's bundle. A function has to do with
 * an area when its sources say one of the area's items by name.
 */
export function unusedAreas(entry: string): Readonly<Record<string, string>> {
  const said = wordsOf(entry);
  const unused = Object.entries(areas).filter(([, items]) => !Object.keys(items).some((name) => said.has(name)));
  return Object.fromEntries(unused.map(([area, items]) => [specifierOf(area), `export const ${area} = ${keysOf(items)};`]));
}

/** Every word that a function's sources say as a text or as a property: what they call their items by is among them. */
function wordsOf(entry: string): ReadonlySet<string> {
  const { metafile } = buildSync({
    entryPoints: [entry],
    bundle: true,
    packages: 'external',
    write: false,
    metafile: true,
    platform: 'node',
  });
  const sources = Object.keys(metafile.inputs).filter((path) => !path.startsWith('shared/system/'));
  return new Set(
    sources.flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/'(\w+)'|\.(\w+)\b/g)].map(([, text, word = '']) => text ?? word),
    ),
  );
}

function specifierOf(area: string): string {
  const kebab = area.replace(/Items$/, '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return `#shared/system/items/${kebab}.ts`;
}

const keysOf = (items: object) =>
  JSON.stringify(Object.fromEntries(Object.entries(items).map(([name, { pk, sk }]) => [name, { pk, sk }])));
