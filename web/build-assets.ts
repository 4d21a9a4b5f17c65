import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';
import { compileAsync, NodePackageImporter } from 'sass';

const root = fileURLToPath(new URL('..', import.meta.url));
const namesFile = new URL('asset-names.generated.ts', import.meta.url);
const contentFile = new URL('asset-content.generated.ts', import.meta.url);

/** The files that pages refer to, compiled from their sources: logical name, file name ending and content. */
export async function compileAssets(): Promise<readonly CompiledAsset[]> {
  const [styles, script, icon] = await Promise.all([
    compileStyles(),
    compileScript(),
    readFile(new URL('icon.svg', import.meta.url), 'utf8'),
  ]);
  return [
    { name: 'styles', ending: 'css', content: styles },
    { name: 'script', ending: 'js', content: script },
    { name: 'icon', ending: 'svg', content: icon.trim() },
  ];
}
export type CompiledAsset = { readonly name: string; readonly ending: string; readonly content: string };

/** A file name that changes with the content, so that it can be kept for ever. */
export function hashedName({ name, ending, content }: CompiledAsset): string {
  return `${name}-${createHash('sha256').update(content).digest('hex').slice(0, 10)}.${ending}`;
}

async function compileStyles(): Promise<string> {
  const importers = [new NodePackageImporter(root)];
  const { css } = await compileAsync(fileURLToPath(new URL('styles.scss', import.meta.url)), { style: 'compressed', importers });
  return css;
}

async function compileScript(): Promise<string> {
  const bundled = await build({
    entryPoints: [fileURLToPath(new URL('enhance.ts', import.meta.url))],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    legalComments: 'none',
  });
  return bundled.outputFiles[0]?.text ?? '';
}

async function writeModules(assets: readonly CompiledAsset[]): Promise<void> {
  const note = '// Made by web/build-assets.ts (npm run assets). Do not edit.\n';
  const names = assets.map((asset) => `  ${asset.name}: '${hashedName(asset)}',\n`).join('');
  await writeFile(namesFile, `${note}export const assetNames = {\n${names}} as const;\n`);
  const contents = assets.map((asset) => `  '${hashedName(asset)}':\n    '${compressed(asset.content)}',\n`).join('');
  await writeFile(contentFile, `${note}export const assetContent: Readonly<Record<string, string>> = {\n${contents}};\n`);
}

function compressed(content: string): string {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).toString('base64');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await writeModules(await compileAssets());
