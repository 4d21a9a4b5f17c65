import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync, globSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as z from 'zod/mini';
import { afterAll, describe, expect, test } from 'vitest';
import { importTable, packageNames, packages, zoneNames, zones, type ZoneName } from './import-table.ts';

const root = join(import.meta.dirname, '../..');
const planted = join(root, 'test/planted/lint');
const room = mkdtempSync(join(tmpdir(), 'planted-'));
afterAll(() => rmSync(room, { recursive: true, force: true }));

const report = z.object({
  diagnostics: z.array(
    z.object({
      message: z.string(),
      code: z.optional(z.string()),
      severity: z.string(),
      help: z.optional(z.string()),
      filename: z.string(),
    }),
  ),
  number_of_files: z.int(),
});

function lint(folder: string, ...args: string[]) {
  const run = spawnSync(join(root, 'node_modules/.bin/oxlint'), ['-f', 'json', ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 120_000,
  });
  return { status: run.status, ...report.parse(JSON.parse(run.stdout)) };
}

/** A folder that lints as the project does, with the planted files at the places their names say. */
function plantedTree(): string {
  const tree = join(room, 'planted');
  cpSync(planted, tree, { recursive: true });
  return furnished(tree);
}

function furnished(tree: string): string {
  mkdirSync(join(tree, 'test/lint'), { recursive: true });
  for (const file of ['oxlint.config.ts', 'tsconfig.json', 'package.json', 'test/lint/import-table.ts'])
    cpSync(join(root, file), join(tree, file));
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
  return tree;
}

describe('every planted violation fails lint with the message that names its rule', () => {
  const found = lint(plantedTree());
  const files = globSync('**/*.ts', { cwd: planted }).toSorted();
  const expectations = files.map((file) => ({ file, line: readFileSync(join(planted, file), 'utf8').split('\n')[0] ?? '' }));
  const violations = expectations.filter(({ line }) => line.startsWith('// expect: '));

  test('there is at least one for every row that forbids something', () => {
    const targets = zoneNames().length + packageNames().length;
    const rows = zoneNames().filter(
      (zone) => Object.values(importTable[zone]).filter((allowed) => allowed === true).length < targets,
    );
    expect(rows.length).toBeGreaterThan(10);
    for (const zone of rows) {
      expect(
        violations.some(({ line }) => line.startsWith(`// expect: eslint(no-restricted-imports): ${zone} may`)),
        zone,
      ).toBe(true);
    }
  });

  test.for(violations)('$file', ({ file, line }) => {
    const [, code, words] = /^\/\/ expect: (\S+): (.+)$/.exec(line) ?? [];
    const here = found.diagnostics.filter(({ filename }) => filename === file);
    const hits = here.filter(
      (d) => d.code === code && `${d.message} ${d.help ?? ''}`.toLowerCase().includes((words ?? '').toLowerCase()),
    );
    expect(hits, JSON.stringify(here)).not.toEqual([]);
    expect(hits.every(({ severity }) => severity === 'error')).toBe(true);
  });

  test('nothing is reported in a file that holds no violation', () => {
    const clean = expectations.filter(({ line }) => !line.startsWith('// expect: ')).map(({ file }) => file);
    expect(found.diagnostics.filter(({ filename }) => clean.includes(filename))).toEqual([]);
    expect(found.status).toBe(1);
  });
});

describe('every cell of the import table is what lint does', () => {
  const cells = zoneNames().flatMap((from) => [
    ...zoneNames().map((to) => ({ from, to, specifier: specifierOf(to), allowed: importTable[from][to] })),
    ...packageNames().map((to) => ({ from, to, specifier: packages[to].example, allowed: importTable[from][to] })),
  ]);
  const tree = furnished(join(room, 'cells'));
  for (const { from, to, specifier } of cells) {
    write(tree, fileOf(from, to, 'value'), `import { thing } from '${specifier}';\nexport const kept = thing;\n`);
    write(tree, fileOf(from, to, 'type'), `import type { Thing } from '${specifier}';\nexport type Kept = Thing;\n`);
  }
  const found = lint(tree).diagnostics.filter(({ code }) => code === 'eslint(no-restricted-imports)');

  test('a cell was linted for every pair', () => {
    expect(cells.length).toBe(zoneNames().length * (zoneNames().length + packageNames().length));
    expect(found.length).toBeGreaterThan(cells.length / 2);
  });

  test.for(cells.filter(({ from }) => from !== 'ports'))('$from → $to', ({ from, to, allowed }) => {
    const refused = (kind: 'value' | 'type') => found.some(({ filename }) => filename === fileOf(from, to, kind));
    expect({ value: refused('value'), type: refused('type') }).toEqual({ value: allowed !== true, type: allowed === undefined });
  });
});

function specifierOf(zone: ZoneName): string {
  const path = zones[zone].files.replace('{http,stream,consumers,jobs}', 'consumers').replace('/**', '/some/thing.ts');
  return `#${path}`;
}

function fileOf(from: ZoneName, to: string, kind: 'value' | 'type'): string {
  return `${zones[from].files.replace('{http,stream,consumers,jobs}', 'jobs').replace('/**', '')}/${to}-${kind}.ts`;
}

function write(tree: string, file: string, text: string): void {
  mkdirSync(dirname(join(tree, file)), { recursive: true });
  writeFileSync(join(tree, file), text);
}

describe('the tree itself', () => {
  test('lints clean, and lint has seen every source file', () => {
    const { status, diagnostics, number_of_files } = lint(root);
    const sources = globSync('{shared,functions,web,infra,local,bench,docs,test}/**/*.ts', {
      cwd: root,
      exclude: ['test/planted/**'],
    });
    expect(diagnostics).toEqual([]);
    expect(status).toBe(0);
    expect(number_of_files).toBeGreaterThanOrEqual(sources.length);
  });
});
