import { buildSync } from 'esbuild';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { functions } from '#shared/system/functions.ts';
import { routes } from '#shared/system/routes.ts';
import { unusedAreas } from './unused-areas.ts';

/** What the SDK loads only when a call streams events, which none of ours does. */
const neverLoaded = ['@smithy/core/event-streams'];

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
    alias: {
      '@aws-sdk/credential-provider-node': fileURLToPath(
        new URL('../../functions/runtime/lambda-credentials.ts', import.meta.url),
      ),
      ...ownDeclaration(entry),
      ...Object.fromEntries(Object.entries(unusedAreas(entry)).map(([area, source]) => [area, moduleOf(source)])),
      '#shared/system/routes.ts': addresses,
      'brotli/decompress.js': noBrotli,
      '@aws-sdk/endpoint-cache': fileURLToPath(new URL('no-endpoint-cache.ts', import.meta.url)),
      '@aws/lambda-invoke-store': fileURLToPath(new URL('no-invoke-store.ts', import.meta.url)),
    },
    // Not the project's own, whose verbatimModuleSyntax would keep imports that only types used.
    tsconfigRaw: { compilerOptions: { strict: true } },
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  });
  return { bytes: statSync(outfile).size };
}

/** Whoever reads the table of all routes needs their addresses alone; a function's own routes have a file of their own. */
const addresses = moduleOf(
  `export const routes = ${JSON.stringify(Object.fromEntries(Object.keys(routes).map((key) => [key, {}])))};`,
);

/** The reader of WOFF2 fonts, whose dictionary is larger than all else of a PDF's writer: ours are TrueType. */
const noBrotli = moduleOf("export default () => { throw new Error('fonts are bundled as TrueType'); };");

function moduleOf(source: string): string {
  return `data:text/javascript,${encodeURIComponent(source)}`;
}

/** A function reads only its own declaration, so the others, with all they say, stay out of its bundle. */
function ownDeclaration(entry: string): Record<string, string> {
  const own = Object.entries(functions).filter(([, declaration]) => declaration.entry === entry);
  if (own.length === 0) return {};
  return { '#shared/system/functions.ts': moduleOf(`export const functions = ${JSON.stringify(Object.fromEntries(own))};`) };
}
