import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { csvLines } from '#shared/kernel/csv.ts';
import { agreed, edition, halfDay, type Larkford, organiserList, startLarkford } from './larkford.ts';

let larkford: Larkford;
beforeAll(async () => {
  larkford = await startLarkford();
});
afterAll(() => larkford.stop());

const path = `/organiser/editions/${edition}/import`;
const header = [
  'Organisation',
  'Sector',
  'Offers',
  'Half-days',
  'Workshops in a half-day',
  'Pupils in a workshop',
  'Year groups',
  'May be named',
  'Agreed to safeguarding',
  'Name',
  'Email address',
  'Notes',
];
const row = (name: string, more: Readonly<Record<string, string>> = {}) => {
  const cells: Record<string, string> = {
    Organisation: name,
    Sector: 'Science',
    Offers: 'An online session; rotation',
    'Half-days': halfDay,
    'Workshops in a half-day': '2',
    'Pupils in a workshop': '30',
    'Year groups': 'Year 4; Year 5',
    'May be named': 'Yes',
    'Agreed to safeguarding': 'yes',
    Name: 'F. Person',
    'Email address': `${name.toLowerCase().replace(/[^a-z]/g, '')}@works.example`,
    ...more,
  };
  return header.map((column) => cells[column] ?? '');
};

async function send(file: string | Uint8Array<ArrayBuffer>, { name = 'file.csv', accept = 'application/json' } = {}) {
  const form = new FormData();
  form.set('file', new Blob([file]), name);
  const response = await fetch(`${larkford.system.origin}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { accept, cookie: larkford.organiser, origin: larkford.system.origin },
    body: form,
  });
  return { status: response.status, text: await response.text(), location: response.headers.get('location') ?? '' };
}

async function look(at: string) {
  const response = await fetch(`${larkford.system.origin}${at}`, {
    headers: { accept: 'application/json', cookie: larkford.organiser },
  });
  const found: { state: string; ready: { name: string }[]; refused: object[]; already: object[]; added: object[] } = JSON.parse(
    await response.text(),
  );
  return found;
}

async function press(at: string): Promise<number> {
  const { status } = await larkford.client.post(at, {}, larkford.organiser);
  return status;
}

const names = async () => (await organiserList(larkford, 'organisations'))['organisations']?.map((one) => one['name']).sort();

describe('a file of organisations', () => {
  test('is checked row by row, added once, and taken back but for what was touched since', async () => {
    const lines = [
      header,
      row('Alpha'),
      row('Beta'),
      row('Alpha'),
      row('Gamma', { Sector: 'Magic', 'Half-days': '2031-01-01-am' }),
    ];
    const sent = await send(csvLines(lines));
    expect(sent.status).toBe(201);
    const seen = await look(sent.location);
    expect(seen.ready.map(({ name }) => name)).toEqual(['Alpha', 'Beta']);
    expect(seen.refused).toEqual([
      { row: 4, column: 'Organisation', value: 'Alpha', fix: 'It is further up in the file. Keep one of the two rows' },
      { row: 5, column: 'Sector', value: 'Magic', fix: expect.stringMatching(/^Choose a sector: Arts and media; .*Science/) },
    ]);
    expect(await names()).toEqual([]);

    expect(await press(`${sent.location}/confirm`)).toBe(303);
    expect(await press(`${sent.location}/confirm`)).toBe(303);
    await larkford.system.settle();
    expect(await names()).toEqual(['Alpha', 'Beta']);
    expect(larkford.system.inbox.list({ to: 'alpha@works.example', limit: 5 })).toHaveLength(1);

    const [mail] = larkford.system.inbox.list({ to: 'beta@works.example', limit: 1 });
    const link = mail?.links.find((one) => one.includes('/l/')) ?? '';
    const { cookie } = await larkford.client.post(new URL(link).pathname, {});
    expect((await larkford.client.post('/my/place/confirm', {}, cookie)).status).toBe(303);

    expect(await press(`${sent.location}/undo`)).toBe(303);
    await larkford.system.settle();
    expect(await names()).toEqual(['Beta']);
    expect((await look(sent.location)).state).toBe('undone');
    expect(await press(`${sent.location}/confirm`)).toBe(409);

    const again = await look((await send(csvLines(lines))).location);
    expect([again.ready.length, again.already.length]).toEqual([1, 1]);
  });

  test('is read as spreadsheets save it: semicolons, Windows-1252, a byte order mark, formula marks', async () => {
    const french = [header, row('Café', { 'Email address': 'cafe@works.example', Offers: 'rotation; online' })];
    const text = french.map((line) => line.map((cell) => `"${cell}"`).join(';')).join('\r\n');
    const old = await look((await send(new Uint8Array(Buffer.from(text, 'latin1')))).location);
    expect(old.ready.map(({ name }) => name)).toEqual(['Café']);
    const marked = await look(
      (await send(csvLines([header, row('-Minus', { 'Email address': 'minus@works.example' })]))).location,
    );
    expect(marked.ready.map(({ name }) => name)).toEqual(['-Minus']);
  });

  test.each([
    ['nothing', '', 'Choose a file'],
    ['only its header', csvLines([header]), 'The file has only its first line'],
    ['a spreadsheet', new Uint8Array(zipSync({ 'xl/workbook.xml': new Uint8Array(9) })), 'This is a spreadsheet or a zip file'],
    ['UTF-16', new Uint8Array(Buffer.from('\uFEFFOrganisation', 'utf16le')), 'This file was saved as UTF-16'],
    ['other columns', 'a|b\n1|2\n', 'These columns are missing: Organisation, Sector'],
    ['an open quote', `${header.join(',')}\n"open,${'x,'.repeat(9)}\n`, 'A quotation mark is out of place'],
    ['too many rows', csvLines([header, ...Array.from({ length: 1001 }, () => row('Same'))]), 'more than 1,000 rows'],
  ])('with %s gets a clear answer, and the form again', async (_, file, said) => {
    const answer = await send(file, { accept: 'text/html' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(said);
    expect(answer.text).toContain('type="file"');
  });

  test('above 4 MB is refused before it is read', async () => {
    expect(await send('x'.repeat(4_300_000))).toMatchObject({ status: 413 });
  });

  test('is an import of this edition only', async () => {
    expect((await fetch(`${larkford.system.origin}${path}/none`, { headers: { cookie: larkford.organiser } })).status).toBe(404);
  });
});

test('a form without a file is read as everywhere, and other routes take none', async () => {
  expect((await larkford.client.post(path, {}, larkford.organiser)).status).toBe(422);
  const form = new FormData();
  for (const [name, value] of Object.entries(agreed)) form.set(name, value);
  const other = await fetch(`${larkford.system.origin}/editions/${edition}/organisations/sign-up`, {
    method: 'POST',
    body: form,
  });
  expect(other.status).toBe(415);
});
