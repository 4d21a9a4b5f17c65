// Writes docs/system.md and docs/openapi.json from shared/system; with --check it only compares, and fails when they differ.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openApi } from './openapi.ts';
import { systemPage } from './system-page.ts';

const pages = {
  'system.md': systemPage(),
  'openapi.json': `${JSON.stringify(openApi(), null, 2)}\n`,
};

const stale = Object.entries(pages).filter(([name, text]) => contentOf(name) !== text);

if (process.argv.includes('--check')) {
  for (const [name] of stale) console.error(`docs/${name} is out of date: run npm run docs and commit it`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const [name, text] of stale) {
    writeFileSync(join(import.meta.dirname, name), text);
    console.log(`docs/${name} written`);
  }
}

function contentOf(name: string): string | undefined {
  try {
    return readFileSync(join(import.meta.dirname, name), 'utf8');
  } catch {
    return undefined;
  }
}
