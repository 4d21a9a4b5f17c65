import type { OxlintConfig } from 'oxlint';
import { restrictedImports, zoneNames, zones, type ZoneName } from './test/lint/import-table.ts';

type ImportBan = ['error', { patterns: { regex: string; message: string; allowTypeImports?: boolean }[] }];

// Bans that hold everywhere. An override replaces the base rule, so each part of the tree repeats them.
const everywhere = [
  { regex: '^zod(?:$|/v\\d)', message: "Write `import * as z from 'zod/mini'`: whole zod is 455 KB in a bundle, mini 24." },
  {
    regex: '^(?:node:)?process$',
    message: 'Take the environment from functions/runtime/env.ts; argv and exit are on the global.',
  },
];

function restrictTo(from?: ZoneName): ImportBan {
  return ['error', { patterns: [...everywhere, ...(from === undefined ? [] : restrictedImports(from))] }];
}

const settingsReaders = ['functions/runtime/env.ts', 'infra/settings.ts', 'local/**', 'test/**', 'bench/**', 'docs/**'];

// oxlint asks for a default export.
export default {
  plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'import', 'node', 'vitest', 'promise'],
  options: { typeAware: true, reportUnusedDisableDirectives: 'error' },
  ignorePatterns: ['node_modules', 'test/planted/**', 'cdk.out/**', 'build/**', 'coverage/**', '.data/**'],
  categories: { correctness: 'error' },
  rules: {
    // Names and modules.
    'import/no-cycle': ['error', { ignoreTypes: false }],
    'import/no-default-export': 'error',
    'import/extensions': ['error', 'ignorePackages'],
    'no-restricted-imports': restrictTo(),
    'oxc/no-barrel-file': ['error', { threshold: 0 }],
    'unicorn/filename-case': ['error', { case: 'kebabCase' }],
    // Types that tell the truth.
    'typescript/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/ban-ts-comment': 'error',
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    'typescript/no-unnecessary-type-assertion': 'error',
    'typescript/only-throw-error': 'error',
    'typescript/consistent-type-imports': 'error',
    // Promises.
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/await-thenable': 'error',
    'typescript/return-await': 'error',
    // The environment is read in one place.
    'node/no-process-env': 'error',
    'no-restricted-properties': [
      'error',
      { object: 'process', property: 'env', message: 'Take it from functions/runtime/env.ts.' },
    ],
    // The test runner itself demands an assertion of every test, wherever it stands.
    'vitest/expect-expect': 'off',
    'typescript/no-misused-spread': 'off',
    // Ports are records of functions, never methods that need their object.
    'typescript/unbound-method': 'off',
    'typescript/no-meaningless-void-operator': 'off',
    // Small and plain.
    complexity: ['error', { max: 15 }],
    'max-depth': ['error', { max: 4 }],
    'max-params': ['error', { max: 5 }],
    eqeqeq: 'error',
    'no-unused-vars': [
      'error',
      { args: 'after-used', argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
    ],
    'prefer-const': 'error',
    'no-var': 'error',
    'no-param-reassign': 'error',
    'no-console': 'error',
    // Working fakes, never module mocks.
    'vitest/no-restricted-vi-methods': [
      'error',
      { mock: 'Pass a working fake instead.', doMock: 'Pass a working fake instead.', hoisted: 'Pass a working fake instead.' },
    ],
    'vitest/valid-expect': ['error', { maxArgs: 2 }],
    'vitest/no-focused-tests': 'error',
    'vitest/no-disabled-tests': 'error',
  },
  overrides: [
    ...zoneNames().map((zone) => ({ files: [zones[zone].files], rules: { 'no-restricted-imports': restrictTo(zone) } })),
    { files: settingsReaders, rules: { 'node/no-process-env': 'off', 'no-restricted-properties': 'off' } },
    // Programs for a terminal print.
    {
      files: [
        'local/**',
        'bench/**',
        'docs/**',
        'test/mutations/**',
        'test/shots/**',
        'test/simulate/**',
        '*.mjs',
        'functions/runtime/log.ts',
      ],
      rules: { 'no-console': 'off' },
    },
    { files: ['*.config.ts'], rules: { 'import/no-default-export': 'off' } },
    {
      files: ['test/**'],
      rules: { 'max-params': 'off', 'vitest/no-conditional-expect': 'off', 'vitest/require-to-throw-message': 'off' },
    },
    // Synthesised templates are JSON without types.
    { files: ['test/infra/**'], rules: { 'typescript/no-explicit-any': 'off', 'typescript/require-array-sort-compare': 'off' } },
  ],
} satisfies OxlintConfig;
