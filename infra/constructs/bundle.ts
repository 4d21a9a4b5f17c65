import { buildSync } from 'esbuild';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * What the SDK loads only when it comes to it, and never does in a function: other sources of credentials (Lambda puts its
 * own into the environment, which the SDK looks at first), and streams of events, which no call of ours has.
 */
const neverLoaded = [
  ...['http', 'ini', 'login', 'process', 'sso', 'web-identity'].map((source) => `@aws-sdk/credential-provider-${source}`),
  '@aws-sdk/token-providers',
  '@aws-sdk/nested-clients/*',
  '@smithy/credential-provider-imds',
  '@smithy/core/event-streams',
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
    external: neverLoaded,
    alias: { '@aws-sdk/endpoint-cache': fileURLToPath(new URL('no-endpoint-cache.ts', import.meta.url)) },
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  });
  return { bytes: statSync(outfile).size };
}
