import { brotliDecompressSync, gzipSync } from 'node:zlib';
import { assetContent } from './asset-content.generated.ts';

/** One file as it goes out. */
export type AssetFile = {
  readonly body: Buffer;
  readonly contentType: string;
  /** The body's `Content-Encoding`; undefined for the plain bytes. */
  readonly encoding: 'br' | 'gzip' | undefined;
};

const contentTypes: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/** The file of a name under /assets/, in the best encoding that an `Accept-Encoding` header takes. Undefined for any other name. */
export function assetFile(name: string, acceptEncoding = ''): AssetFile | undefined {
  const content = Object.hasOwn(assetContent, name) ? assetContent[name] : undefined;
  if (content === undefined) return undefined;
  const contentType = contentTypes[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  return { ...encoded(name, Buffer.from(content, 'base64'), acceptEncoding), contentType };
}

/** Where today's file is for a name with another release's hash: a page kept just before a release still asks for it. */
export function currentAssetPath(name: string): string | undefined {
  const parts = /^([a-z]+)-[0-9a-f]{10}\.([a-z]+)$/.exec(name);
  const current =
    parts && Object.keys(assetContent).find((each) => each.startsWith(`${parts[1]}-`) && each.endsWith(`.${parts[2]}`));
  return current ? `/assets/${current}` : undefined;
}

const inOther = new Map<string, Buffer>();

function encoded(name: string, brotli: Buffer, acceptEncoding: string): Pick<AssetFile, 'body' | 'encoding'> {
  if (accepts(acceptEncoding, 'br')) return { body: brotli, encoding: 'br' };
  const encoding = accepts(acceptEncoding, 'gzip') ? 'gzip' : undefined;
  const key = `${name} ${encoding}`;
  const body =
    inOther.get(key) ?? (encoding ? gzipSync(brotliDecompressSync(brotli), { level: 9 }) : brotliDecompressSync(brotli));
  inOther.set(key, body);
  return { body, encoding };
}

function accepts(header: string, encoding: string): boolean {
  return header.split(',').some((part) => {
    const [name, ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    return name === encoding && !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter));
  });
}
