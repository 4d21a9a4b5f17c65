import { gzipSync } from 'node:zlib';
import { edition, schoolJson } from '../larkford.ts';
import { type BadCase, badSchool, canary, paths } from './case.ts';

const good = JSON.stringify(schoolJson());
const accept = { accept: 'application/json' };

function typed(name: string, contentType: string, body: string | Uint8Array, status: number, code?: string): BadCase {
  return {
    name,
    path: paths.register,
    headers: { ...accept, 'content-type': contentType },
    body,
    status,
    ...(code === undefined ? {} : { code }),
  };
}

function plain(name: string, method: string, path: string, status: number, code?: string): BadCase {
  return { name, method, path, headers: accept, status, ...(code === undefined ? {} : { code }) };
}

function withHeaders(name: string, headers: Readonly<Record<string, string>>, status: number, code: string): BadCase {
  return {
    name,
    path: paths.register,
    headers: { ...accept, 'content-type': 'application/json', ...headers },
    body: good,
    status,
    code,
  };
}

const form = 'application/x-www-form-urlencoded';

/** How a request travels: bodies, types, encodings, methods, addresses and headers. */
export const transportCases: readonly BadCase[] = [
  { name: 'no body at all', path: paths.register, headers: accept, body: undefined, status: 422, code: 'invalid', at: 'urn' },
  typed('an empty JSON body', 'application/json', '', 400, 'not-json'),
  typed('an empty form', form, '', 422, 'invalid'),
  typed('a form sent as JSON', 'application/json', 'urn=900001', 400, 'not-json'),
  typed('JSON sent as a form', form, good, 422, 'invalid'),
  typed('plain text', 'text/plain', good, 415, 'media-type-unsupported'),
  typed('HTML', 'text/html', `<p>${canary}</p>`, 415, 'media-type-unsupported'),
  typed(
    'XML',
    'application/xml',
    `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>`,
    415,
    'media-type-unsupported',
  ),
  typed(
    'a multipart form',
    'multipart/form-data; boundary=x',
    `--x\r\ncontent-disposition: form-data; name="urn"\r\n\r\n900001\r\n--x--`,
    415,
    'media-type-unsupported',
  ),
  typed('binary', 'application/octet-stream', good, 415, 'media-type-unsupported'),
  typed('newline-delimited JSON', 'application/x-ndjson', good, 415, 'media-type-unsupported'),
  typed('JSON by another name', 'application/vnd.api+json', good, 415, 'media-type-unsupported'),
  typed('a type that only begins as JSON', 'application/json-patch', good, 415, 'media-type-unsupported'),
  typed('two content types', 'application/json, text/plain', good, 415, 'media-type-unsupported'),
  typed('a content type of nonsense', ';;;', good, 415, 'media-type-unsupported'),
  typed('JSON declared as UTF-16', 'application/json; charset=utf-16', good, 415, 'charset-unsupported'),
  typed('JSON declared as Latin-1', 'application/json; charset="iso-8859-1"', good, 415, 'charset-unsupported'),
  typed('a form declared as Windows-1252', `${form}; charset=windows-1252`, 'urn=900001', 415, 'charset-unsupported'),
  typed('JSON declared as UTF-7', 'application/json; charset=utf-7', good, 415, 'charset-unsupported'),
  typed('bytes that are UTF-16', 'application/json', Buffer.from(good, 'utf16le'), 400, 'not-json'),
  typed(
    'bytes that are not UTF-8 in JSON',
    'application/json',
    Buffer.from(good.replace('A. Fictional', 'Fict\u00efonal'), 'latin1'),
    400,
    'not-utf8',
  ),
  typed('bytes that are not UTF-8 in a form', form, Buffer.from('contact.name=Fict\u00efonal', 'latin1'), 400, 'not-utf8'),
  typed(
    'an overlong NUL in UTF-8',
    'application/json',
    Buffer.concat([Buffer.from('{"urn":"'), Buffer.from([0xc0, 0x80]), Buffer.from('"}')]),
    400,
    'not-utf8',
  ),
  typed('a form whose escapes are not UTF-8', form, 'contact.name=Fict%EFonal', 400, 'not-utf8'),
  typed('a form with a NUL in a value', form, `urn=9000%0001&contact.name=${canary}`, 422, 'invalid'),
  typed('one byte more than 64 KB', 'application/json', `${good}${' '.repeat(65_537 - good.length)}`, 413, 'body-too-large'),
  typed('64 KB of one form value', form, `wishes=${canary.repeat(6_600)}`, 413, 'body-too-large'),
  typed('a megabyte', 'application/json', `{"${canary.repeat(100_000)}":1}`, 413, 'body-too-large'),
  typed('more than a function takes', 'application/json', Buffer.alloc(6 * 1024 * 1024 + 1, 0x20), 413),
  typed('201 form fields', form, Array.from({ length: 201 }, (_, index) => `f${index}=1`).join('&'), 400, 'too-many-fields'),
  typed('one form field 201 times', form, 'roles=host&'.repeat(201), 400, 'too-many-fields'),
  withHeaders('a gzip body', { 'content-encoding': 'gzip' }, 415, 'encoding-unsupported'),
  {
    ...withHeaders('a small body that unpacks to 10 MB', { 'content-encoding': 'gzip' }, 415, 'encoding-unsupported'),
    body: gzipSync(Buffer.alloc(10_000_000, 0x20)),
  },
  withHeaders('a Brotli body', { 'content-encoding': 'br' }, 415, 'encoding-unsupported'),
  withHeaders('a doubly encoded body', { 'content-encoding': 'identity, gzip' }, 415, 'encoding-unsupported'),
  withHeaders('a form from another site', { origin: 'https://elsewhere.example' }, 403, 'cross-site'),
  withHeaders('a browser that says cross-site', { 'sec-fetch-site': 'cross-site' }, 403, 'cross-site'),
  withHeaders('a browser that says another subdomain', { 'sec-fetch-site': 'same-site' }, 403, 'cross-site'),
  withHeaders('a request key with spaces', { 'idempotency-key': `${canary} ${canary}` }, 422, 'request-key'),
  withHeaders('a request key that is too short', { 'idempotency-key': 'k' }, 422, 'request-key'),
  withHeaders('a request key that is too long', { 'idempotency-key': canary.repeat(11) }, 422, 'request-key'),
  withHeaders('a request key that would break out of its key', { 'idempotency-key': 'x#REQUEST#yyyyyyyy' }, 422, 'request-key'),
  badSchool(
    'another method named in a header',
    'urn',
    { urn: '' },
    {
      headers: { ...accept, 'content-type': 'application/json', 'x-http-method-override': 'DELETE', 'x-method-override': 'PUT' },
    },
  ),
  badSchool(
    'forged addresses in headers',
    'urn',
    { urn: '' },
    {
      headers: {
        ...accept,
        'content-type': 'application/json',
        'x-forwarded-for': `${canary}, 127.0.0.1`,
        'x-forwarded-host': 'elsewhere.example',
        'x-amzn-trace-id': canary,
      },
    },
  ),
  badSchool(
    'a hundred headers',
    'urn',
    { urn: '' },
    {
      headers: {
        ...accept,
        'content-type': 'application/json',
        ...Object.fromEntries(Array.from({ length: 90 }, (_, index) => [`x-more-${index}`, canary])),
      },
    },
  ),
  plain('an unknown address', 'GET', `/${canary}`, 404, 'no-such-page'),
  plain('an edition that does not exist', 'GET', `/editions/${canary.toLowerCase()}`, 404, 'edition-unknown'),
  plain('a slash at the end', 'POST', `${paths.register}/`, 404, 'no-such-page'),
  plain('two slashes', 'POST', `/editions//schools/register`, 404, 'no-such-page'),
  plain('a climb out of the path, encoded', 'GET', '/assets/%2e%2e%2f%2e%2e%2fpackage.json', 404, 'no-such-page'),
  plain('a NUL in the path', 'GET', '/editions/%00', 404, 'edition-unknown'),
  plain('an encoded slash in the path', 'GET', `/editions/${edition}%2Fschools`, 404, 'edition-unknown'),
  plain('a key character in the path', 'GET', `/editions/${edition}%23REQUEST`, 404, 'edition-unknown'),
  plain('a path that cannot be decoded', 'GET', '/editions/%zz', 400),
  plain('a path in capitals', 'GET', '/EDITIONS', 404, 'no-such-page'),
  plain('an address of 4,000 characters', 'GET', `/editions/${'a'.repeat(4000)}`, 404, 'edition-unknown'),
  plain('a query of 8 KB', 'GET', `/editions/${edition}/schools?q=${'x'.repeat(8000)}`, 200),
  plain('a query of nonsense', 'GET', `/editions/${edition}/schools?q=%ff%fe&q=&q[]=1&=&&__proto__=x`, 200),
  plain('headers beyond 10 KB', 'GET', `/?${'x'.repeat(11_000)}`, 431),
  plain('PUT where only GET and POST are', 'PUT', paths.register, 405, 'method-not-allowed'),
  plain('DELETE', 'DELETE', paths.register, 405, 'method-not-allowed'),
  plain('PATCH', 'PATCH', `/editions/${edition}`, 405, 'method-not-allowed'),
  plain('POST where only GET is', 'POST', `/editions/${edition}`, 405, 'method-not-allowed'),
  plain('GET where only POST is', 'GET', '/my/place/confirm', 405, 'method-not-allowed'),
  plain('a method nobody knows', 'PROPFIND', paths.register, 405, 'method-not-allowed'),
  plain('HEAD', 'HEAD', paths.register, 200),
  plain('HEAD where only POST is', 'HEAD', '/my/place/confirm', 405),
  plain('OPTIONS', 'OPTIONS', paths.register, 204),
];
