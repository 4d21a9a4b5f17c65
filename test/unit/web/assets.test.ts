import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { assetContent } from '#web/asset-content.generated.ts';
import { assetFile, currentAssetPath } from '#web/asset-files.ts';
import { assetNames } from '#web/asset-names.generated.ts';
import { assetPaths } from '#web/assets.ts';
import { type CompiledAsset, compileAssets, hashedName } from '#web/build-assets.ts';

let compiled: readonly CompiledAsset[];
beforeAll(async () => {
  compiled = await compileAssets();
});

describe('the generated assets', () => {
  it('are what their sources compile to (if not: npm run assets)', () => {
    expect(assetNames).toEqual(Object.fromEntries(compiled.map((asset) => [asset.name, hashedName(asset)])));
    const kept = Object.entries(assetContent).map(([name, content]) => [
      name,
      brotliDecompressSync(Buffer.from(content, 'base64')).toString(),
    ]);
    expect(Object.fromEntries(kept)).toEqual(Object.fromEntries(compiled.map((asset) => [hashedName(asset), asset.content])));
  });

  it.each(['GDS Transport', 'crest', 'crown', 'woff', '@font-face', 'url(', 'logotype'])(
    'carry no mark of GOV.UK and load nothing: no %s',
    (mark) => {
      for (const { content } of compiled) expect(content.toLowerCase()).not.toContain(mark.toLowerCase());
    },
  );

  it('weigh at most 15 KB of script and 30 KB of everything, compressed by gzip', () => {
    const weights = Object.fromEntries(compiled.map(({ name, content }) => [name, gzipSync(content, { level: 9 }).length]));
    expect(weights['script']).toBeLessThanOrEqual(15 * 1024);
    expect(Object.values(weights).reduce((sum, weight) => sum + weight)).toBeLessThanOrEqual(26 * 1024);
  });
});

describe('an asset as it is served', () => {
  const stored = Object.entries(assetNames).map(([name, file]) => ({ name, file }));

  it.each(stored)('has the same bytes in every encoding: $name', ({ file }) => {
    const plain = assetFile(file);
    const gzip = assetFile(file, 'gzip, deflate');
    const brotli = assetFile(file, 'gzip, deflate, br;q=1.0');
    expect([plain?.encoding, gzip?.encoding, brotli?.encoding]).toEqual([undefined, 'gzip', 'br']);
    expect(gunzipSync(gzip?.body ?? '')).toEqual(plain?.body);
    expect(brotliDecompressSync(brotli?.body ?? '')).toEqual(plain?.body);
  });

  it('comes without an encoding the reader refuses', () => {
    expect(assetFile(assetNames.styles, 'br;q=0, gzip;q=0.0')?.encoding).toBeUndefined();
  });

  it.each(['', 'styles.css', 'constructor', '../package.json', 'styles-0000000000.css'])(
    'is not found by the name “%s”',
    (name) => {
      expect(assetFile(name)).toBeUndefined();
    },
  );

  it('is found anew by the name it had before a release', () => {
    expect(currentAssetPath('styles-0000000000.css')).toBe(assetPaths.styles);
    expect(currentAssetPath('other-0000000000.css')).toBeUndefined();
  });
});
