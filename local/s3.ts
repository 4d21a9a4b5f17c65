import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync, renameSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, resolve, sep } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { LocalBus } from './bus.ts';

type Target = { readonly bucket: string; readonly key: string; readonly file: string };
type Options = { readonly folder: string; readonly bus: LocalBus };

/** S3's GetObject and PutObject on a folder, path style (`/bucket/key`). A new object is told to the bus. */
export function createS3({ folder, bus }: Options) {
  const root = resolve(folder);

  async function put(request: IncomingMessage, response: ServerResponse, { bucket, key, file }: Target) {
    mkdirSync(dirname(file), { recursive: true });
    const partial = `${file}.part`;
    const chunked = String(request.headers['content-encoding'] ?? '').includes('aws-chunked');
    const digest = createHash('md5');
    await pipeline([request, ...(chunked ? [withoutFrames()] : []), digested(digest), createWriteStream(partial)]);
    renameSync(partial, file);
    const etag = digest.digest('hex');
    const detail = {
      version: '0',
      bucket: { name: bucket },
      object: { key, size: statSync(file).size, etag },
      reason: 'PutObject',
    };
    bus.put([{ source: 'aws.s3', detailType: 'Object Created', detail }]);
    response.writeHead(200, { ETag: `"${etag}"` }).end();
  }

  async function get(response: ServerResponse, path: string) {
    const size = sizeOf(path);
    if (size === undefined) return fail(response, 404, 'NoSuchKey', 'The specified key does not exist.');
    response.writeHead(200, { 'Content-Length': size, 'Content-Type': 'application/octet-stream' });
    await pipeline(createReadStream(path), response);
  }

  /** Answers one request; `path` is what follows the endpoint. */
  return async function answer(request: IncomingMessage, response: ServerResponse, url: URL, path: string): Promise<void> {
    const [bucket = '', ...parts] = path.split('/').map(decodeURIComponent);
    const key = parts.join('/');
    const file = resolve(root, bucket, key);
    // x-id only repeats the operation's name for the logs of S3.
    const plain = [...url.searchParams.keys()].every((name) => name === 'x-id') && request.headers.range === undefined;
    const known = plain && bucket !== '' && key !== '' && request.headers['x-amz-copy-source'] === undefined;
    if (!file.startsWith(`${root}${sep}`)) return fail(response, 400, 'InvalidArgument', 'That key leaves the bucket.');
    if (known && request.method === 'GET') return get(response, file);
    if (known && request.method === 'PUT') return put(request, response, { bucket, key, file });
    return fail(
      response,
      501,
      'NotImplemented',
      `S3 ${request.method} ${[...url.searchParams.keys()].join(' ')} is not part of the local system`,
    );
  };
}

function sizeOf(path: string): number | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat?.isFile() ? stat.size : undefined;
}

function fail(response: ServerResponse, status: number, code: string, message: string): void {
  response
    .writeHead(status, { 'Content-Type': 'application/xml' })
    .end(`<Error><Code>${code}</Code><Message>${message}</Message></Error>`);
}

function digested(digest: Hash): Transform {
  return new Transform({
    transform(chunk, _encoding, done) {
      digest.update(chunk);
      done(null, chunk);
    },
  });
}

/** Takes the frames off a body sent as `aws-chunked`: `<hex size>[;extension]CRLF<bytes>CRLF`, a frame of size 0, trailers. */
function withoutFrames(): Transform {
  let held = Buffer.alloc(0);
  let ended = false;
  return new Transform({
    transform(chunk, _encoding, done) {
      held = Buffer.concat([held, chunk]);
      while (!ended) {
        const lineEnd = held.indexOf('\r\n');
        if (lineEnd < 0) break;
        const size = Number.parseInt(held.subarray(0, lineEnd).toString('latin1'), 16);
        if (!(size >= 0)) return done(new Error('aws-chunked frame without a size'));
        if (size === 0) ended = true;
        else if (held.length < lineEnd + 2 + size + 2) break;
        else {
          this.push(held.subarray(lineEnd + 2, lineEnd + 2 + size));
          held = held.subarray(lineEnd + 2 + size + 2);
        }
      }
      done();
    },
    flush: (done) => done(ended ? null : new Error('aws-chunked body ends too early')),
  });
}
