import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { AppError } from '#shared/kernel/errors.ts';
import type { FormValues } from './form.ts';

/** A request's body, read but not yet checked against the route's schema. */
export type Body =
  | { readonly kind: 'form'; readonly values: FormValues; readonly file?: Uint8Array }
  | { readonly kind: 'json'; readonly value: unknown; readonly file?: undefined };

/** A refusal of the transport itself, with its own HTTP status. */
export class TransportError extends Error {
  readonly status: 400 | 413 | 415;
  readonly code: string;

  constructor(status: 400 | 413 | 415, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

const maxBytes = 65_536;
/** A file of 4 MiB and what its form adds; in base64 it still fits into what Lambda takes in one call. */
const maxUploadBytes = 4 * 1024 * 1024 + 16_384;
const maxDepth = 8;
const maxKeys = 200;

/** Reads an urlencoded or JSON body of at most 64 KiB of UTF-8. Throws a `TransportError` for anything else. */
export function readBody(event: APIGatewayProxyEventV2): Body {
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > maxBytes) throw new TransportError(413, 'body-too-large', 'Send at most 64 KB.');
  const contentType = (event.headers['content-type'] ?? '').toLowerCase();
  const [media = '', ...parameters] = contentType.split(';').map((part) => part.trim());
  if (parameters.some((one) => one.startsWith('charset=') && !/^charset="?utf-?8"?$/.test(one))) {
    throw new TransportError(415, 'charset-unsupported', 'Send the text as UTF-8.');
  }
  if (event.headers['content-encoding'] && event.headers['content-encoding'] !== 'identity') {
    throw new TransportError(415, 'encoding-unsupported', 'Send the body uncompressed.');
  }
  if (media === 'application/json') return { kind: 'json', value: readJson(utf8(bytes)) };
  if (media === 'application/x-www-form-urlencoded' || (media === '' && bytes.length === 0)) return readForm(utf8(bytes));
  throw new TransportError(415, 'media-type-unsupported', 'Send a form (application/x-www-form-urlencoded) or JSON.');
}

/**
 * Reads the form of a route that takes a file: its one file and its other fields. A form without a file, and JSON, are
 * read as everywhere. Node's own reader takes the parts apart.
 */
export async function readUpload(event: APIGatewayProxyEventV2): Promise<Body> {
  const contentType = event.headers['content-type'] ?? '';
  if (!contentType.toLowerCase().startsWith('multipart/form-data')) return readBody(event);
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > maxUploadBytes) {
    throw new TransportError(413, 'file-too-large', 'Send a file of at most 4 MB. Leave out columns that are not needed.');
  }
  const parts = await new Response(bytes, { headers: { 'content-type': contentType } }).formData().catch(() => {
    throw new TransportError(400, 'not-multipart', 'The form could not be read. Send it again.');
  });
  const all = [...parts];
  if (all.length > maxKeys) throw new TransportError(400, 'too-many-fields', `Send at most ${maxKeys} fields.`);
  const texts = new URLSearchParams();
  for (const [name, value] of all) if (typeof value === 'string') texts.append(name, value);
  const file = all.flatMap(([, value]) => (typeof value === 'string' ? [] : [value]))[0];
  const form = readForm(texts.toString());
  return { ...form, ...(file ? { file: new Uint8Array(await file.arrayBuffer()) } : {}) };
}

function utf8(bytes: Uint8Array): string {
  try {
    return whole(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new TransportError(400, 'not-utf8', 'Send the text as UTF-8.');
  }
}

/** The replacement character stands where the gateway, or the decoding of a form, met bytes that are not UTF-8. */
function whole(text: string): string {
  if (text.includes('\ufffd')) throw new TransportError(400, 'not-utf8', 'Send the text as UTF-8.');
  return text;
}

function readForm(text: string): Extract<Body, { kind: 'form' }> {
  const values: Record<string, string[]> = Object.create(null);
  let count = 0;
  for (const [name, value] of new URLSearchParams(text)) {
    count += 1;
    if (count > maxKeys) throw new TransportError(400, 'too-many-fields', `Send at most ${maxKeys} fields.`);
    values[whole(name)] ??= [];
    values[name]?.push(whole(value).replace(/\r\n?/g, '\n'));
  }
  return { kind: 'form', values };
}

function readJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw notJson();
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw notJson();
  refuseBeyondMeasure(value);
  if (repeatsKey(text)) throw new TransportError(400, 'duplicate-key', 'Send each JSON key once.');
  return value;
}

function notJson(): TransportError {
  return new TransportError(400, 'not-json', 'Send valid JSON.');
}

function refuseBeyondMeasure(value: object): void {
  let keys = 0;
  const level = (one: unknown, depth: number): void => {
    if (typeof one !== 'object' || one === null) return;
    if (depth > maxDepth) throw new TransportError(400, 'too-deep', `Nest JSON at most ${maxDepth} deep.`);
    for (const [key, inner] of Object.entries(one)) {
      keys += 1;
      if (keys > maxKeys) throw new TransportError(400, 'too-many-fields', `Send at most ${maxKeys} fields.`);
      if (key === '__proto__') throw notJson();
      level(inner, depth + 1);
    }
  };
  level(value, 1);
}

/**
 * True when one JSON object names a key twice, however it is escaped: `JSON.parse` silently keeps the last, so that what
 * a checker before us saw and what we keep could differ. For valid JSON only: on other text the pattern takes seconds.
 */
function repeatsKey(json: string): boolean {
  const open: (Set<string> | undefined)[] = [];
  for (const [token, colon] of json.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(undefined);
    else if (token === '}' || token === ']') open.pop();
    else if (colon !== undefined) {
      const keys = open.at(-1);
      const key = String(JSON.parse(token.slice(0, token.lastIndexOf('"') + 1)));
      if (keys?.has(key)) return true;
      keys?.add(key);
    }
  }
  return false;
}

/** The body as one digestible text: two requests with the same meaning and order give the same. */
export function bodyText(body: Body): string {
  return JSON.stringify(body.kind === 'form' ? body.values : body.value);
}

/** A refusal by the route's schema, ready for a page or a problem. */
export function invalid(issues: readonly { readonly path: string; readonly message: string }[]): AppError {
  return new AppError('invalid', 'invalid', 'There is a problem with what you sent.', issues);
}
