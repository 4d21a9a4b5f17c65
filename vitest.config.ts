import { defineConfig } from 'vitest/config';

export default defineConfig(({ mode }) => ({
  test: {
    include: [mode === 'full' ? 'test/**/*.full.ts' : 'test/**/*.test.ts'],
    exclude: ['node_modules/**', 'test/planted/**'],
    // A process for each file: flow and browser tests start servers, an engine and a browser of their own.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { requireAssertions: true },
    reporters: ['default'],
    // Functions log every unit of work; only what a failing test logged is worth reading.
    silent: 'passed-only',
  },
}));
