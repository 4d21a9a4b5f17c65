import { brotliDecompressSync, gzipSync } from 'node:zlib';
import { assetContent } from './asset-content.generated.ts';

/** One file as it goes out. */
export type AssetFile = {
  readonly body: Buffer;
  readonly contentType: string;
  /** `br`, `gzip`, or undefined for the plain bytes. */
  readonly encoding: 'br' | 'gzip' | undefined;
  /** For ever when the name carries this content's hash; a minute when a page from before a release asked for an older one. */
  readonly cacheControl: string;
};

const contentTypes: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/**
 * The file of a name under /assets/, in the best encoding that an `Accept-Encoding` header takes, or undefined. A name
 * with an older hash gets today's file, so that a page cached just before a release keeps its style.
 */
export function assetFile(name: string, acceptEncoding = ''): AssetFile | undefined {
  const current = Object.hasOwn(assetContent, name);
  const stored = current ? name : sameAsset(name);
  const content = stored && assetContent[stored];
  if (!stored || !content) return undefined;
  return {
    ...encoded(stored, Buffer.from(content, 'base64'), acceptEncoding),
    contentType: contentTypes[stored.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
    cacheControl: current ? 'public, max-age=31536000, immutable' : 'public, max-age=60',
  };
}

function sameAsset(name: string): string | undefined {
  const parts = /^([a-z]+)-[0-9a-f]{10}\.([a-z]+)$/.exec(name);
  if (!parts) return undefined;
  return Object.keys(assetContent).find((each) => each.startsWith(`${parts[1]}-`) && each.endsWith(`.${parts[2]}`));
}

const inOther = new Map<string, Buffer>();

function encoded(name: string, brotli: Buffer, acceptEncoding: string): Pick<AssetFile, 'body' | 'encoding'> {
  if (accepts(acceptEncoding, 'br')) return { body: brotli, encoding: 'br' };
  const encoding = accepts(acceptEncoding, 'gzip') ? 'gzip' : undefined;
  const key = `${name} ${encoding}`;
  const body = inOther.get(key) ?? (encoding ? gzipSync(brotliDecompressSync(brotli), { level: 9 }) : brotliDecompressSync(brotli));
  inOther.set(key, body);
  return { body, encoding };
}

function accepts(header: string, encoding: string): boolean {
  return header.split(',').some((part) => {
    const [name, ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    return name === encoding && !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter));
  });
}
