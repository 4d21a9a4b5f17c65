import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take minutes come first, so that none of them is left alone at the end. */
class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const slow = ({ moduleId }: TestSpecification) => /\/test\/browser\/(?:pages-|.*story)/.test(moduleId);
    return [...sorted.filter(slow), ...sorted.filter((one) => !slow(one))];
  }
}

export default defineConfig(({ mode }) => ({
  test: {
    include: [mode === 'full' ? 'test/**/*.full.ts' : 'test/**/*.test.ts'],
    exclude: ['node_modules/**', 'test/planted/**'],
    // A process for each file: flow and browser tests start servers, an engine and a browser of their own.
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: SlowFirst },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { requireAssertions: true },
    reporters: ['default'],
    // Functions log every unit of work; only what a failing test logged is worth reading.
    silent: 'passed-only',
  },
}));
