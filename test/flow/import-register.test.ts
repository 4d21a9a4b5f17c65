import { createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { importRegister } from '#functions/consumers/register/import-file.ts';
import { type Engine, startEngine } from '#local/engine.ts';
import { isOpen, searchSchools } from '#shared/domain/school.ts';
import type { TableReader, TableWriter } from '#shared/ports.ts';
import { codeLayout, fictionalRow, type FictionalRow, opened, registerText, windows1252 } from '#test/data/register-file.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const folder = mkdtempSync(join(tmpdir(), 'register-'));
let engine: Engine;
let read: TableReader;
let write: TableWriter;
let writes: number;

beforeAll(async () => {
  engine = await startEngine({ dbPath: join(folder, 'table.db') });
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', engine.endpoint);
  vi.stubEnv('AWS_REGION', 'eu-west-2');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
  const adapters = await import('#functions/runtime/table.ts');
  read = adapters.dynamoReader({ TABLE_NAME: engine.tableName });
  const table = adapters.dynamoWriter({ TABLE_NAME: engine.tableName });
  write = {
    ...table,
    bulk: async (batch) => {
      writes += batch.length;
      await table.bulk(batch);
    },
  };
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await engine.stop();
  rmSync(folder, { recursive: true });
});

// One table for all tests: each empties the register it finds.
beforeEach(async () => {
  for (const { la } of await read.list('registerLa', {})) {
    const schools = await read.list('school', { la });
    await write.bulk([
      ...schools.map(({ urn }) => ({ remove: 'school' as const, key: { la, urn }, when: 'any' as const })),
      { remove: 'registerLa', key: { la }, when: 'any' },
    ]);
  }
  writes = 0;
});

const take = (content: string | Uint8Array, chunk?: number) => importRegister({ open: opened(content, chunk), read, write });
const takeRows = (...rows: FictionalRow[]) => take(registerText(rows));
const stored = () => read.list('school', { la: '990' });

describe('importing the register', () => {
  test('adds schools, and counts the open ones of each local authority', async () => {
    const report = await takeRows(
      fictionalRow('100001'),
      fictionalRow('100002', { 'EstablishmentStatus (name)': 'Open, but proposed to close' }),
      fictionalRow('100003', { 'EstablishmentStatus (name)': 'Closed', CloseDate: '31-08-2023' }),
      fictionalRow('100004', { 'LA (code)': '000', 'LA (name)': 'Does not apply' }),
    );
    expect(report).toMatchObject({
      encoding: 'utf-8',
      rows: 4,
      changed: [],
      closed: [],
      moved: [],
      unchanged: 0,
      refused: [],
      missing: [],
    });
    expect(report.added).toEqual([2, 3, 4, 5].map((line) => ({ line, urn: `10000${line - 1}` })));
    expect(await read.list('registerLa', {})).toEqual([
      { la: '000', name: 'Does not apply', schools: 1 },
      { la: '990', name: 'Fictional Larkshire', schools: 2 },
    ]);
  });

  test('again writes nothing', async () => {
    const rows = ['100001', '100002', '100003'].map((urn) => fictionalRow(urn));
    await takeRows(...rows);
    const before = await stored();
    writes = 0;
    const report = await takeRows(...rows);
    expect(report).toMatchObject({ added: [], changed: [], unchanged: 3 });
    expect(writes).toBe(0);
    expect(await stored()).toEqual(before);
  });

  test('again writes nothing when only the layout, the order and the encoding of the file have changed', async () => {
    const columns = ['URN', 'LA (code)', 'EstablishmentName', 'Easting', 'Northing', 'EstablishmentNumber', 'NumberOfPupils'];
    const rows = [fictionalRow('100001', { EstablishmentName: 'Fictional École' }), fictionalRow('100002')];
    await take(
      registerText(rows, {
        columns: [...columns, 'EstablishmentStatus (name)', 'PhaseOfEducation (name)', 'EstablishmentTypeGroup (name)'],
      }),
    );
    writes = 0;
    const report = await take(windows1252(registerText([...rows].reverse(), { columns: codeLayout, lineEnd: '\n' })));
    expect(report).toMatchObject({ encoding: 'windows-1252', unchanged: 2 });
    expect((await read.list('registerLa', {}))[0]?.name).toBe('990');
    expect(writes).toBe(0);
  });

  test('reports what changed, closed and moved by line, and removes the school from where it was', async () => {
    await takeRows(fictionalRow('100001'), fictionalRow('100002'), fictionalRow('100003'), fictionalRow('100004'));
    const report = await takeRows(
      fictionalRow('100004'),
      fictionalRow('100001', { NumberOfPupils: '' }),
      fictionalRow('100002', { 'EstablishmentStatus (name)': 'Closed' }),
      fictionalRow('100003', { 'LA (code)': '991', 'LA (name)': 'Fictional Finchley Vale' }),
    );
    expect(report).toMatchObject({
      added: [],
      changed: [{ line: 3, urn: '100001' }],
      closed: [{ line: 4, urn: '100002' }],
      moved: [{ line: 5, urn: '100003' }],
      unchanged: 1,
    });
    const here = await stored();
    expect(here.map(({ urn }) => urn)).toEqual(['100001', '100002', '100004']);
    expect(here[0]?.pupils).toBeUndefined();
    expect((await read.list('school', { la: '991' })).map(({ urn }) => urn)).toEqual(['100003']);
    expect((await read.list('registerLa', {})).map(({ la, schools }) => [la, schools])).toEqual([
      ['990', 2],
      ['991', 1],
    ]);
  });

  test('keeps open schools that the file does not list, and reports those of its own local authorities', async () => {
    await takeRows(fictionalRow('100001'), fictionalRow('100002'), fictionalRow('100009', { 'LA (code)': '991' }));
    const report = await takeRows(fictionalRow('100001'));
    expect(report.missing).toEqual(['100002']);
    expect((await stored()).map(isOpen)).toEqual([true, true]);
  });

  test('refuses single rows by line, and takes the rest in', async () => {
    const file = registerText([
      fictionalRow('100001', { EstablishmentName: 'Fictional\r\nTwo Line School' }),
      fictionalRow('100001', { EstablishmentName: 'Fictional Twin' }),
      fictionalRow('1000'),
      fictionalRow('100004', { 'LA (code)': '' }),
      fictionalRow('100005', { NumberOfPupils: 'about 300' }),
      fictionalRow('100006'),
    ]);
    const report = await take(
      `${file}\r\n"1" 00007,"990"\r\n${registerText([fictionalRow('100008')]).split('\r\n')[1]}\r\n100009,990`,
    );
    expect(report.refused.map(({ line, column }) => [line, column])).toEqual([
      [4, 'URN'],
      [5, 'URN'],
      [6, 'LA (code)'],
      [7, 'NumberOfPupils'],
      [10, ''],
      [12, ''],
    ]);
    expect(report.added).toEqual([
      { line: 2, urn: '100001' },
      { line: 8, urn: '100006' },
      { line: 11, urn: '100008' },
    ]);
    expect(report.rows).toBe(report.added.length + report.refused.length);
    expect((await stored())[0]?.name).toBe('Fictional Two Line School');
  });

  test('reads names in Windows-1252, however the bytes are cut', async () => {
    const names = ['Fictional Valleé à Becket', 'Fictional 240° Academy', 'Fictional St John’s'];
    const file = windows1252(
      registerText(names.map((EstablishmentName, index) => fictionalRow(`10000${index + 1}`, { EstablishmentName }))),
    );
    for (const chunk of [1, 3, 4096]) {
      const report = await take(file, chunk);
      expect(report.encoding).toBe('windows-1252');
      expect((await stored()).map(({ name }) => name)).toEqual(names);
    }
  });

  test('reads UTF-8 with and without a byte-order mark, however the bytes are cut', async () => {
    const file = registerText([fictionalRow('100001', { EstablishmentName: 'Fictional Ysgol Tŷ Ffug' })]);
    for (const [content, chunk] of [
      [file, 1],
      [`\ufeff${file}`, 1],
      [`\ufeff${file}`, 5],
      [file, 4096],
    ] as const) {
      expect(await take(content, chunk)).toMatchObject({ encoding: 'utf-8', refused: [] });
      expect((await stored())[0]?.name).toBe('Fictional Ysgol Tŷ Ffug');
    }
  });

  test('leaves out blank lines, and lines of commas', async () => {
    const report = await take(`${registerText([fictionalRow('100001')])}\r\n,,,,\r\n\r\n`);
    expect(report).toMatchObject({ rows: 1, refused: [] });
  });

  test('does not stop at unknown or missing columns', async () => {
    const report = await take('Extra,URN,LA (code),EstablishmentName\nx,100001,990,Fictional Bare School\n');
    expect(report).toMatchObject({ rows: 1, added: [{ line: 2, urn: '100001' }] });
    expect(await stored()).toEqual([
      { urn: '100001', la: '990', name: 'Fictional Bare School', status: 'open', digest: expect.any(String) },
    ]);
  });

  test.each([
    ['', 'register-empty'],
    ['URN,Name\n1,2\n', 'register-columns'],
    ['PK\u0003\u0004xxxx', 'register-not-csv'],
  ])('refuses a file that is not the register and writes nothing: %j', async (content, code) => {
    await expect(take(content)).rejects.toMatchObject({ kind: 'invalid', code });
    expect(writes).toBe(0);
  });

  test('refuses UTF-16 in words that help', async () => {
    const file = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(registerText([fictionalRow('100001')]), 'utf16le')]);
    await expect(take(file)).rejects.toMatchObject({ code: 'register-not-csv', message: expect.stringContaining('UTF-16') });
  });

  test('stops reading at a quotation mark that is never closed, and says so', async () => {
    const whole = registerText([fictionalRow('100001')]);
    const report = await take(`${whole}100002,"990,"x" ${'y'.repeat(200_000)}\r\n`, 65_536);
    expect(report.added).toHaveLength(1);
    expect(report.refused).toMatchObject([{ line: 3, reason: expect.stringContaining('nothing after it was read') }]);
  });

  test('finishes what an interrupted import began', async () => {
    const rows = Array.from({ length: 500 }, (_, index) => fictionalRow(String(200_000 + index)));
    let left = 2; // the local authority, and the first 400 schools
    const dying: Pick<TableWriter, 'bulk'> = {
      bulk: async (batch) => {
        left -= 1;
        if (left < 0) throw new Error('the machine went away');
        await write.bulk(batch);
      },
    };
    const file = opened(registerText(rows), 65_536);
    await expect(importRegister({ open: file, read, write: dying })).rejects.toThrow('went away');
    const report = await importRegister({ open: file, read, write });
    expect(report.added.length + report.unchanged).toBe(500);
    expect(report.unchanged).toBe(400);
    expect((await stored()).length).toBe(500);
    expect((await read.list('registerLa', {}))[0]?.schools).toBe(500);
  });

  test('as a dry run reports the same and writes nothing', async () => {
    const file = opened(registerText([fictionalRow('100001'), fictionalRow('1')]));
    const dry = await importRegister({ open: file, read });
    expect(await read.list('registerLa', {})).toEqual([]);
    expect(await importRegister({ open: file, read, write })).toEqual(dry);
  });

  test('lets a school be found by name, postcode and number, while it is open', async () => {
    await takeRows(
      fictionalRow('100001', { EstablishmentName: 'Fictional St Mary’s, Larkfold', Postcode: 'ZZ991AA' }),
      fictionalRow('100002', { EstablishmentName: 'Fictional St Mary’s, Finch', 'EstablishmentStatus (name)': 'Closed' }),
    );
    const schools = await stored();
    for (const query of ['fictional st marys', 'zz99 1aa', 'zz991aa', '100001', 'larkfold']) {
      expect(searchSchools(schools, query).map(({ urn }) => urn)).toEqual(['100001']);
    }
  });
});

const data = join(import.meta.dirname, '../../../shared/data');

describe.skipIf(!existsSync(join(data, 'schools-coventry.csv')))('importing the real register', () => {
  const from = (name: string) => importRegister({ open: async () => createReadStream(join(data, name)), read, write });

  test('takes all 85 primaries of Coventry in, and nothing the second time', async () => {
    expect(await from('schools-coventry.csv')).toMatchObject({ rows: 85, added: { length: 85 }, refused: [] });
    const schools = await read.list('school', { la: '331' });
    expect(schools.filter(({ pupils }) => pupils === undefined)).toHaveLength(3);
    expect(schools.reduce((sum, { pupils = 0 }) => sum + pupils, 0)).toBe(33_271);
    expect(
      schools.every(
        ({ latitude = 0, longitude = 0 }) => latitude > 52.3 && latitude < 52.5 && longitude > -1.7 && longitude < -1.4,
      ),
    ).toBe(true);
    expect(await read.list('registerLa', {})).toEqual([{ la: '331', name: 'Coventry', schools: 85 }]);
    writes = 0;
    expect(await from('schools-coventry.csv')).toMatchObject({ unchanged: 85 });
    expect(writes).toBe(0);
  });

  test('reads all primaries of England, packed as they are, and finds Coventry as it was', async () => {
    await from('schools-coventry.csv');
    // Not written: the table would take most of the suite's time, and no other code than a city's.
    const england = await importRegister({
      open: async () => createReadStream(join(data, 'schools-england-primary.csv.gz')),
      read,
    });
    expect(england).toMatchObject({ encoding: 'utf-8', rows: 16_723, unchanged: 85, changed: [], refused: [], missing: [] });
    expect(england.added).toHaveLength(16_723 - 85);
  });
});
