import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { idOf, tokenHash } from '#shared/kernel/ids.ts';
import type { Cell } from '#shared/kernel/sheets/sheet.ts';
import { secondsAfter } from '#shared/kernel/time.ts';
import { sessionCookies } from '#functions/runtime/sessions.ts';
import * as example from '#test/unit/web/examples.ts';
import { readOds, readXlsx } from '#test/unit/shared/kernel/sheets/read-back.ts';
import { edition, type Larkford, startLarkford } from './larkford.ts';

let larkford: Larkford;
beforeAll(async () => {
  larkford = await startLarkford();
  await larkford.write.bulk([
    ...schools.map((item) => ({ put: 'registration', item, when: 'any' }) as const),
    { put: 'event', item: event, when: 'any' },
    { put: 'booking', item: booking, when: 'any' },
  ]);
});
afterAll(() => larkford.stop());

const schools = Array.from({ length: 12 }, (_, index) => ({
  ...example.registration,
  edition,
  urn: String(900_100 + index),
  registration: idOf('school', String(index)),
  schoolName: index === 3 ? '=HYPERLINK("https://evil.example")' : `Fictional School ${index}`,
  contact: { ...example.registration.contact, telephone: '+44 1632 960 001' },
  roles: [index % 2 === 0 ? ('host' as const) : ('online' as const)],
}));
const event = { ...example.event, edition, event: 'a-rotation', halfDay: '2025-03-10-am' };
const booking = {
  edition,
  event: 'a-rotation',
  urn: '900100',
  registration: idOf('school', '0'),
  schoolName: 'Fictional School 0',
  cohorts: { year4: 30 },
  pupils: 30,
  attended: 28,
  bookedAt: example.at,
  version: 2,
};

async function take(path: string, cookie = larkford.organiser) {
  const response = await fetch(`${larkford.system.origin}/organiser/editions/${edition}/${path}`, {
    headers: { accept: 'text/html', cookie },
    redirect: 'manual',
  });
  const body = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, body };
}

const valuesOf = (rows: readonly (readonly { readonly value: Cell }[])[]) => rows.map((row) => row.map(({ value }) => value));

describe('a list that is taken out', () => {
  test('is the same in three formats, each read by an independent reader', async () => {
    const [ods, xlsx] = await Promise.all(['ods', 'xlsx'].map((format) => take(`export/registrations.${format}`)));
    const [cover, sheet] = readOds(ods?.body ?? new Uint8Array());
    expect(valuesOf(cover?.rows ?? [])).toContainEqual(['Edition', expect.stringContaining('Larkford')]);
    expect(valuesOf(cover?.rows ?? [])).toContainEqual(['Rows', '12']);
    expect(readXlsx(xlsx?.body ?? new Uint8Array())[1]).toEqual(sheet);

    const [names = [], ...rows] = sheet?.rows ?? [];
    const column = (name: string) => names.findIndex(({ value }) => value === name);
    expect(rows.map((row) => row[column('School')]?.value)).toEqual(schools.map(({ schoolName }) => schoolName));
    expect(rows.map((row) => row[column('URN')])).toEqual(schools.map(({ urn: value }) => ({ type: 'string', value })));
    expect(rows.map((row) => row[column('Pupils')])).toEqual(schools.map(() => ({ type: 'float', value: 91 })));
    expect(rows[0]?.[column('Registered on')]).toEqual({ type: 'date', value: '2025-01-20T09:30:00' });
  });

  test('says the same as CSV, where no cell can run as a formula', async () => {
    const [ods, csv] = await Promise.all(['ods', 'csv'].map((format) => take(`export/registrations.${format}`)));
    const [, sheet] = readOds(ods?.body ?? new Uint8Array());
    const read: string[][] = parse(Buffer.from(csv?.body ?? []), { bom: true });
    const plain = (value: Cell) => (value === undefined ? '' : String(value).replace(/^(\d{4}-\d\d-\d\d)T/, '$1 '));
    const unmarked = read.map((row) => row.map((value) => value.replace(/^\t/, '')));
    expect(unmarked).toEqual(valuesOf(sheet?.rows ?? []).map((row) => row.map(plain)));
    expect(read.flat().filter((value) => /^[=+@-]/.test(value))).toEqual([]);
    expect(csv?.headers.get('content-disposition')).toBe(`attachment; filename="${edition}-registrations-2025-01-13.csv"`);
  });

  test('holds only what was chosen in the list, and says so', async () => {
    const [cover, sheet] = readOds((await take('export/registrations.ods?role=host&q=fictional')).body);
    expect(sheet?.rows).toHaveLength(7);
    expect(valuesOf(cover?.rows ?? [])).toContainEqual(['Only: Takes part', 'Host an event']);
    expect(valuesOf(cover?.rows ?? [])).toContainEqual(['Only: text searched for', 'fictional']);
  });

  test('brings bookings and attendance with the events', async () => {
    const [, events, bookings] = readXlsx((await take('export/events.xlsx')).body);
    expect(events?.rows).toHaveLength(2);
    const [names, row] = valuesOf(bookings?.rows ?? []);
    expect(Object.fromEntries((names ?? []).map((name, index) => [String(name), row?.[index]]))).toMatchObject({
      Day: '2025-03-10',
      Pupils: 30,
      Came: 28,
    });
  });

  test('is kept in the audit, which can be taken out too', async () => {
    const [, audit] = readOds((await take('audit/audit.ods')).body);
    const said = valuesOf(audit?.rows ?? []).map((row) => row.join(' '));
    expect(said.join('\n')).toContain('registrations.ods');
    expect(said.join('\n')).toContain('organiser@larkford.example');
  });

  test.each(['volunteers.csv', 'organisations.ods', 'mails.xlsx', 'bookings.csv'])('exists: %s', async (file) => {
    expect((await take(`export/${file}`)).status).toBe(200);
  });

  test.each(['export/audit.ods', 'export/schools.ods', 'export/registrations.pdf', 'export/__proto__.ods', 'audit/mails.ods'])(
    'is only one that is offered: not %s',
    async (path) => {
      expect((await take(path)).status).toBe(404);
    },
  );
});

test('whoever signed in long ago proves first who they are', async () => {
  const token = larkford.organiser.split('=')[1] ?? '';
  const hash = tokenHash(token);
  const [read, write] = [larkford.read, larkford.write];
  const session = await read.get('organiserSession', { hash });
  if (!session) throw new Error('no session');
  const old = { ...session, hash: tokenHash('an-old-token'), provedAt: secondsAfter(session.provedAt, -3600) };
  await write.bulk([{ put: 'organiserSession', item: old, when: 'any' }]);
  const answer = await take('export/registrations.ods', `${sessionCookies.organiser}=an-old-token`);
  expect([answer.status, answer.headers.get('x-problem')]).toEqual([401, 'proof-needed']);
  const page = new TextDecoder().decode(
    (await take('export/events.ods?kind=online', `${sessionCookies.organiser}=an-old-token`)).body,
  );
  const next = /href="\/sign-in\?next=([^"]+)"/.exec(page)?.[1] ?? '';
  expect(decodeURIComponent(next)).toBe(`/organiser/editions/${edition}/export/events.ods?kind=online`);
  const begun = await larkford.client.post('/sign-in', { next: decodeURIComponent(next) });
  expect(begun.status).toBe(303);
  expect((await take('export', `${sessionCookies.organiser}=an-old-token`)).status).toBe(401);
});
