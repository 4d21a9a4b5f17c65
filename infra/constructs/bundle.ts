import { buildSync } from 'esbuild';
import { statSync } from 'node:fs';

/**
 * What a function never needs: Lambda puts its credentials into the environment, which the SDK looks at first. These are
 * loaded only after that has failed.
 */
const otherCredentials = [
  ...['http', 'ini', 'login', 'process', 'sso', 'web-identity'].map((source) => `@aws-sdk/credential-provider-${source}`),
  '@aws-sdk/token-providers',
  '@aws-sdk/nested-clients/*',
  '@smithy/credential-provider-imds',
];

/**
 * Bundles one function into one CommonJS file that exports `handler`. Returns its size in bytes.
 * CommonJS, and `require` for dynamic imports, because an ES module's import of node:http loads all of the runtime's
 * fetch with it; `module` fields, because the SDK's ES sources can be shaken and its CommonJS ones cannot.
 */
export function bundleFunction(entry: string, outfile: string): { readonly bytes: number } {
  buildSync({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    supported: { 'dynamic-import': false },
    external: otherCredentials,
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  });
  return { bytes: statSync(outfile).size };
}
