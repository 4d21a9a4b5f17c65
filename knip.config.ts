import type { KnipConfig } from 'knip';
import { functions } from './shared/system/functions.ts';

// knip asks for a default export.
export default {
  entry: [
    // Lambdas are named as strings, by their declarations.
    ...Object.values(functions).map(({ entry }) => `${entry}!`),
    'infra/app.ts!',
    'local/{main,import,rebuild}.ts!',
    'web/pdf/build-fonts.ts',
    'bench/*.ts',
    'test/**/*.full.ts',
  ],
  project: ['**/*.{ts,mjs}!', '!{test,bench,docs}/**!'],
  ignore: ['test/planted/**'],
  // Bundled by the text of bench/plain-build.ts, the baseline of the cold path; resolved by name in web/pdf/build-fonts.ts.
  ignoreDependencies: ['@aws-sdk/lib-dynamodb', '@expo-google-fonts/noto-sans'],
  ignoreBinaries: ['cfn-lint'],
  ignoreExportsUsedInFile: { type: true, interface: true },
} satisfies KnipConfig;
