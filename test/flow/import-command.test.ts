import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { startLocalSystem } from '#local/system.ts';
import { fictionalRow, registerText, windows1252 } from '#test/data/register-file.ts';

vi.setConfig({ testTimeout: 60_000 });
const folder = mkdtempSync(join(tmpdir(), 'import-'));
afterAll(() => rmSync(folder, { recursive: true }));

const root = resolve(import.meta.dirname, '../..');

/** Runs the command on a file with this content. */
async function runImport(
  content: string | Uint8Array,
  ...flags: string[]
): Promise<{ code: number; output: string; complaint: string }> {
  const file = join(folder, 'register.csv');
  writeFileSync(file, content);
  return new Promise((done) => {
    const env = { ...process.env, DATA_DIR: join(folder, 'data') };
    execFile(process.execPath, ['local/import.ts', file, ...flags], { cwd: root, env }, (error, output, complaint) =>
      done({ code: error ? Number(error.code) : 0, output, complaint }),
    );
  });
}

describe('the import command', () => {
  test('says what it did, with refused rows by line, and does nothing twice', async () => {
    const file = registerText([fictionalRow('100001'), fictionalRow('12'), fictionalRow('100003')]);
    const first = await runImport(file);
    expect(first.code).toBe(0);
    expect(first.output).toMatch(/^added: +2$/m);
    expect(first.output).toMatch(/^refused: +1$/m);
    expect(first.output).toMatch(/^ {2}line 3, URN: /m);
    const again = await runImport(file, '--json');
    expect(JSON.parse(again.output)).toMatchObject({ rows: 3, added: [], unchanged: 2, refused: [{ line: 3, column: 'URN' }] });
  });

  test('fails when nothing of a file could be taken in', async () => {
    expect(await runImport(registerText([fictionalRow('12')]))).toMatchObject({ code: 1 });
    expect(await runImport(registerText([]))).toMatchObject({ code: 1 });
    const other = await runImport('Name,Place\nx,y\n');
    expect(other).toMatchObject({ code: 1, output: '' });
    expect(other.complaint).toContain('The column URN is missing');
  });
});

describe('a register file in the bucket', () => {
  test('is taken in when it arrives, and a file that is none ends in the dead-letter queue', async () => {
    const system = await startLocalSystem({ dataDir: join(folder, 'system'), quiet: true });
    try {
      const s3 = new S3Client({ forcePathStyle: true });
      const put = (name: string, Body: string | Uint8Array) =>
        s3.send(new PutObjectCommand({ Bucket: 'aspirations-files', Key: `imports/register/${name}`, Body }));
      await put('edubase all.csv', windows1252(registerText([fictionalRow('100001', { EstablishmentName: 'Fictional École' })])));
      await put('nonsense.csv', 'Name,Place\nx,y\n');
      await system.settle();
      const { dynamoReader } = await import('#functions/runtime/table.ts');
      const read = dynamoReader({ TABLE_NAME: system.engine.tableName });
      expect(await read.list('school', { la: '990' })).toMatchObject([{ urn: '100001', name: 'Fictional École' }]);
      expect(await read.list('registerLa', {})).toEqual([{ la: '990', name: 'Fictional Larkshire', schools: 1 }]);
      for (let attempt = 0; attempt < 6; attempt += 1) {
        system.clock.advance(6 * 900 + 1);
        await system.settle();
      }
      expect(system.queues.deadLetters()).toMatchObject([{ queue: 'import-register' }]);
    } finally {
      await system.stop();
    }
  });
});
