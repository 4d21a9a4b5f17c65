import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localOrganisers } from '#local/identity.ts';
import { signInAsOrganiser } from '#local/sign-in-client.ts';
import { fictionalRow, type FictionalRow, registerText, windows1252 } from '../data/register-file.ts';
import { edition, type Larkford, schoolForm, startLarkford } from './larkford.ts';

let larkford: Larkford;
let coordinator: string;
beforeAll(async () => {
  larkford = await startLarkford();
  coordinator = await signInAsOrganiser(larkford.system.origin, localOrganisers[1].id);
});
afterAll(() => larkford.stop());

const path = `/organiser/editions/${edition}/register`;
const larkfordRow = (urn: string, more: FictionalRow = {}) => fictionalRow(urn, { 'LA (code)': '999', ...more });

async function send(file: string | Uint8Array<ArrayBuffer>, cookie = larkford.organiser) {
  const form = new FormData();
  form.set('file', new Blob([file]), 'register.csv');
  const headers = { accept: 'application/json', cookie, origin: larkford.system.origin };
  const response = await fetch(`${larkford.system.origin}${path}`, { method: 'POST', headers, body: form });
  const body: { import?: string; code?: string; detail?: string } = JSON.parse(await response.text());
  return { status: response.status, ...body, at: `${path}/${body.import}` };
}

type Look = { state: string; changes: { kind: string; urn: string }[]; unchanged: number; refused: object[]; elsewhere: number };
async function look(at: string): Promise<Look & { notListed: string[] }> {
  const headers = { accept: 'application/json', cookie: larkford.organiser };
  return JSON.parse(await (await fetch(`${larkford.system.origin}${at}`, { headers })).text());
}
const press = async (at: string) => (await larkford.client.post(at, {}, larkford.organiser)).status;
const schools = async (la = '999') => (await larkford.read.list('school', { la })).sort((a, b) => a.urn.localeCompare(b.urn));
const counted = async () => (await larkford.read.get('registerLa', { la: '999' }))?.schools;

describe('a file of the register', () => {
  test('is looked at first, row by row, with what to mend; nothing has changed', async () => {
    const before = await schools();
    const file = registerText([
      larkfordRow('900001', { EstablishmentName: 'Alder Bank Academy (fictional)' }),
      larkfordRow('900002', { 'EstablishmentStatus (name)': 'Closed' }),
      larkfordRow('900100'),
      larkfordRow('12'),
      larkfordRow('900101', { 'EstablishmentStatus (name)': 'Dreaming' }),
      larkfordRow('900100'),
      fictionalRow('900500'),
    ]);
    const { status, at } = await send(file);
    expect(status).toBe(201);
    const found = await look(at);
    expect(found).toMatchObject({
      state: 'checked',
      changes: [
        { kind: 'changed', urn: '900001' },
        { kind: 'closed', urn: '900002' },
        { kind: 'added', urn: '900100' },
      ],
      elsewhere: 1,
    });
    expect(found.refused).toEqual([
      { row: 5, column: 'URN', value: '12', fix: expect.stringContaining('not six digits') },
      { row: 6, column: 'EstablishmentStatus (name)', value: 'Dreaming', fix: expect.stringContaining('Use Open') },
      { row: 7, column: 'URN', value: '900100', fix: 'A school with this number is further up. Keep one of the two rows' },
    ]);
    expect(found.notListed).toHaveLength(before.length - 2);
    expect(await schools()).toEqual(before);
  });

  test('changes the programme’s own schools when it is confirmed, once, and can be taken back', async () => {
    const [before, open] = [await schools(), await counted()];
    const file = registerText([larkfordRow('900001'), larkfordRow('900102'), larkfordRow('900103'), fictionalRow('900500')]);
    const { at } = await send(windows1252(file).slice());
    expect(await press(`${at}/confirm`)).toBe(303);
    const after = await schools();
    expect(after).toHaveLength(before.length + 2);
    expect(after.find(({ urn }) => urn === '900001')?.name).toBe('Fictional School 900001');
    expect(await counted()).toBe((open ?? 0) + 2);
    expect(await schools('990')).toEqual([]);
    expect(await press(`${at}/confirm`)).toBe(303);
    expect(await schools()).toEqual(after);
    // A school that has registered meanwhile keeps its place in the list.
    const form = schoolForm({ urn: '900102', 'contact.email': 'office@new-school.example' });
    expect((await larkford.client.post(`/editions/${edition}/schools/register`, form)).status).toBe(303);
    expect(await press(`${at}/undo`)).toBe(303);
    expect(await look(at)).toMatchObject({ state: 'undone' });
    expect(await schools()).toEqual([...before, after.find(({ urn }) => urn === '900102')]);
    expect(await counted()).toBe((open ?? 0) + 1);
    expect(await press(`${at}/undo`)).toBe(303);
    expect(await press(`${at}/confirm`)).toBe(409);
  });

  test('says who changed it, in the audit', async () => {
    await larkford.system.settle();
    const audit = (await larkford.read.list('audit', { edition })).filter(({ what }) => what === 'register.changed.v1');
    expect(audit.map(({ details }) => details['state'])).toEqual(['confirmed', 'undone']);
    expect(audit.every(({ by }) => by.startsWith('organiser:'))).toBe(true);
  });

  test('taken back, leaves alone what a later file has changed', async () => {
    const first = await send(registerText([larkfordRow('900003', { Town: 'Firstville' })]));
    await press(`${first.at}/confirm`);
    const second = await send(registerText([larkfordRow('900003', { Town: 'Secondville' })]));
    await press(`${second.at}/confirm`);
    const town = async () => (await larkford.read.get('school', { la: '999', urn: '900003' }))?.town;
    await press(`${first.at}/confirm`);
    expect(await town()).toBe('Secondville');
    await press(`${first.at}/undo`);
    expect(await town()).toBe('Secondville');
  });

  test.each([
    ['is empty', '', 'Choose a file'],
    ['is no table', 'hello', 'is missing'],
    ['lacks a column', 'URN,EstablishmentName\n900001,Alder\n', 'LA (code) is missing'],
    ['is packed', new Uint8Array(gzipSync(registerText([larkfordRow('900001')]))), 'This file is packed'],
    ['is a spreadsheet', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'zip file or a spreadsheet'],
  ])('that %s is refused with what to do', async (_, file, says) => {
    const { status, code, detail } = await send(file);
    expect({ status, code }).toEqual({ status: 422, code: 'register-file' });
    expect(detail).toContain(says);
  });

  test('is for admins, and one that has ended is not there', async () => {
    expect(await send('x', coordinator)).toMatchObject({ status: 403, code: 'role-needed' });
    const { at } = await send(registerText([larkfordRow('900104')]));
    larkford.system.clock.set(larkford.system.clock.now());
    expect(await press(`${path}/${'a'.repeat(20)}/confirm`)).toBe(404);
    expect(await press(`${at}/undo`)).toBe(409);
  });
});
