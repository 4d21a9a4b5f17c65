import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { Readable } from 'node:stream';
import { AppError } from '#shared/kernel/errors.ts';
import type { Files } from '#shared/ports.ts';
import type { PowerEnv } from '#shared/system/powers.ts';

const client = new S3Client({ maxAttempts: 4, forcePathStyle: true });

/** Streams files out of the bucket named in the environment. Throws `not-found` for a key that is not there. */
export function bucketFiles({ FILES_BUCKET }: PowerEnv<'files:read'>): Files {
  return {
    async open(key) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: FILES_BUCKET, Key: key }));
      if (!(Body instanceof Readable)) throw new AppError('not-found', 'file-not-found', 'There is no such file.');
      return Body;
    },
  };
}
