import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const planted = join(root, 'test/planted/types');

/** Compiles a folder; answers with its errors as file, line, code and words. */
function compile(project: string) {
  const { stdout, stderr, status } = spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', project, '--pretty', 'false'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 120_000,
    maxBuffer: 1 << 28,
  });
  if (status === null || stderr !== '') throw new Error(`tsc did not run: ${stderr}`);
  return [...stdout.matchAll(/^(\S+?)\((\d+),\d+\): error (TS\d+): (.*)$/gm)].map(
    ([, file = '', line = '', code = '', words = '']) => ({
      file: basename(file),
      line: Number(line),
      code,
      words,
    }),
  );
}

describe('wiring that does not match its declaration fails tsc', () => {
  const errors = compile(planted);
  const files = readdirSync(planted).filter((file) => file.endsWith('.ts'));
  const expectations = files.flatMap((file) =>
    readFileSync(join(planted, file), 'utf8')
      .split('\n')
      .flatMap((text, index) => {
        const [, code = '', words = ''] = /^\s*\/\/ expect (TS\d+): (.+)$/.exec(text) ?? [];
        return code === '' ? [] : [{ file, line: index + 2, code, words }];
      }),
  );

  test.for(expectations)('$file: $words', ({ file, line, code, words }) => {
    const here = errors.filter((error) => error.file === file);
    expect(here).toEqual([{ file, line, code, words: expect.stringContaining(words) }]);
  });

  test('what is right beside them compiles, and nothing else is wrong', () => {
    const wrong = new Set(expectations.map(({ file }) => file));
    expect(files.filter((file) => !wrong.has(file))).toEqual(['fits.ts']);
    expect(errors.filter(({ file }) => !wrong.has(file))).toEqual([]);
  });
});

describe('a power that nobody maps fails tsc', () => {
  const room = mkdtempSync(join(tmpdir(), 'unmapped-'));
  afterAll(() => rmSync(room, { recursive: true, force: true }));

  function errorsAfter(name: string, change: (powers: string) => string): string[] {
    const tree = join(room, name);
    mkdirSync(join(tree, 'functions'), { recursive: true });
    for (const part of ['shared', 'functions/runtime', 'package.json', 'tsconfig.json'])
      cpSync(join(root, part), join(tree, part), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
    const powers = join(tree, 'shared/system/powers.ts');
    writeFileSync(powers, change(readFileSync(powers, 'utf8')));
    return compile(tree).map(({ file, code }) => `${file} ${code}`);
  }

  test('the tree as it is compiles', () => {
    expect(errorsAfter('as-is', (powers) => powers)).toEqual([]);
  });

  test('a power without a port', () => {
    expect(errorsAfter('no-port', (powers) => powers.replace("  'bus:publish': Bus;\n", ''))).toContain('powers.ts TS2536');
  });
});
