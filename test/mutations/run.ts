// Breaks one line at a time in a copy of the tree and runs the tests that guard it; a change no test notices has survived,
// and fails the run. `-- WORD` runs only the entries whose file or reason holds the word.
import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Mutation, mutations } from './list.ts';

type Outcome = 'killed' | 'survived' | 'refused';

const root = join(import.meta.dirname, '../..');
const parts = ['shared', 'functions', 'web', 'infra', 'local', 'test', 'docs', 'bench'];
const word = process.argv[2] ?? '';
const chosen = mutations.filter(({ file, why }) => file.includes(word) || why.includes(word));
const tree = mkdtempSync(join(tmpdir(), 'mutations-'));

try {
  furnish();
  const baseline = [...new Set(chosen.flatMap(({ tests }) => tests))];
  if (baseline.length === 0) throw new Error('no mutation matches');
  console.log(`Unchanged: ${baseline.length} test files must pass …`);
  const unchanged = runTests(baseline);
  if (unchanged.status !== 0) throw new Error(`the guarding tests fail without any change:\n${unchanged.output}`);
  const outcomes = chosen.map((mutation) => ({ mutation, ...attempt(mutation) }));
  const count = (outcome: Outcome) => outcomes.filter((one) => one.outcome === outcome).length;
  console.log(`${count('killed')} killed, ${count('survived')} survived, ${count('refused')} refused`);
  process.exitCode = count('killed') === chosen.length ? 0 : 1;
} finally {
  rmSync(tree, { recursive: true, force: true });
}

function attempt(mutation: Mutation): { outcome: Outcome } {
  const path = join(tree, mutation.file);
  const text = readFileSync(path, 'utf8');
  const started = performance.now();
  const outcome = verdict(mutation, path, text);
  writeFileSync(path, text);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${outcome.padEnd(8)} ${seconds.padStart(5)} s  ${mutation.file}: ${mutation.why}`);
  return { outcome };
}

function verdict({ from, to, tests }: Mutation, path: string, text: string): Outcome {
  if (text.split(from).length !== 2 || from === to) return 'refused';
  // A function as the replacement: `$&` and its like must stay as they are written.
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
  return runTests(tests).failed > 0 ? 'killed' : 'survived';
}

/** Runs test files in the copy. `failed` counts failed tests and files only: a runner that cannot start has killed nothing. */
function runTests(tests: readonly string[]) {
  const report = join(tree, 'mutation-report.json');
  rmSync(report, { force: true });
  const { status, stdout, stderr } = spawnSync(
    join(root, 'node_modules/.bin/vitest'),
    ['run', '--bail=1', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...tests],
    { cwd: tree, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 300_000, maxBuffer: 1 << 28 },
  );
  return { status, failed: failures(report), output: `${stdout}${stderr}`.slice(-8000) };
}

function failures(report: string): number {
  const { numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
  return numFailedTests + numFailedTestSuites;
}

function furnish(): void {
  for (const part of parts) cpSync(join(root, part), join(tree, part), { recursive: true });
  for (const file of globSync('*.{json,ts,mjs}', { cwd: root })) copy(file);
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
}

function copy(file: string): void {
  mkdirSync(dirname(join(tree, file)), { recursive: true });
  cpSync(join(root, file), join(tree, file));
}
