import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FormFields } from '#local/demo/http-client.ts';
import { signInAsOrganiser } from '#local/sign-in-client.ts';
import { instant } from '#shared/kernel/time.ts';
import { agreed, edition, confirmedSchool, type Larkford, openLink, organisationForm, startLarkford } from './larkford.ts';

let larkford: Larkford;
/** A school's cookie, and the id of an organisation that has confirmed. */
let school = '';
let firm = '';
beforeAll(async () => {
  larkford = await startLarkford();
  await confirmedSchool(larkford);
  school = await openLink(larkford, 'office@alder-bank.example');
  await larkford.client.post(`/editions/${edition}/organisations/sign-up`, organisationForm({ sector: 'transport' }));
  await larkford.system.settle();
  await larkford.client.post('/my/place/confirm', {}, await openLink(larkford, 'team@engineering.example'));
  await larkford.system.settle();
  const { organisations } = await read<{ organisations: { organisation: string }[] }>(
    `/organiser/editions/${edition}/organisations`,
  );
  firm = organisations[0]?.organisation ?? '';
});
afterAll(() => larkford.stop());

const base = `/organiser/editions/${edition}/funding`;
const board = `${base}/lines/board`;
const hub = `${base}/lines/hub`;

/** Moves the clock; whoever is signed in does so anew. */
async function moveTo(moment: string): Promise<void> {
  larkford.system.clock.set(instant.parse(moment));
  larkford = { ...larkford, organiser: await signInAsOrganiser(larkford.system.origin) };
  school = await openLink(larkford, 'office@alder-bank.example');
}
async function read<T>(path: string, cookie = larkford.organiser): Promise<T> {
  return JSON.parse(JSON.stringify(await larkford.client.read(path, cookie)));
}
async function send(path: string, form: FormFields, cookie = larkford.organiser) {
  const { status, text } = await larkford.client.post(path, form, cookie);
  const summary = /govuk-error-summary__list[^]*?<\/ul>/.exec(text)?.[0] ?? /<h1[^]*<\/p>/.exec(text)?.[0] ?? '';
  return { status, says: summary.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ') };
}
type Line = { readonly pence: number; readonly spent: number; readonly past: readonly object[] };
type Entry = { readonly spend: string; readonly evidence: string; readonly state: string; readonly past: readonly object[] };
type OneLine = {
  readonly line: Line;
  readonly spends: readonly Entry[];
  readonly deliverables: readonly { delivered: number }[];
};
const refused = (text: string, status = 422) => ({ status, says: expect.stringContaining(text) });

const coach = { evidence: 'INV 7', on: '2025-01-10', amount: '400.50', what: 'Coach to the depot' };

describe('a funder’s money', () => {
  test('is written down once, in pounds and pence', async () => {
    const form = {
      line: 'board',
      funder: 'Fictional Board',
      amount: '1000',
      year: '2024-25',
      conditions: 'Primary schools only',
    };
    expect((await send(base, form)).status).toBe(303);
    expect(await send(base, { ...form, amount: '5' })).toEqual(refused('stands under this name already', 409));
    expect((await send(base, { line: 'hub', funder: 'Fictional Hub', amount: '250.25', year: '2024-25' })).status).toBe(303);
    const { lines } = await read<{ lines: Line[] }>(base);
    expect(lines.map(({ pence }) => pence)).toEqual([100_000, 25_025]);
  });

  test.each([
    [{ amount: '-5' }, 'Enter an amount above nothing'],
    [{ amount: '0' }, 'Enter an amount above nothing'],
    [{ amount: '10.005' }, 'whole pence'],
    [{ amount: 'lots' }, 'Enter an amount in pounds'],
    [{ year: '2024-26' }, 'Enter a school year'],
    [{ funder: ' ' }, 'Enter who gives the money'],
  ])('is refused with the reason: %o', async (wrong, reason) => {
    const before = await read(base);
    expect(await send(base, { line: 'third', funder: 'Third', amount: '1', year: '2024-25', ...wrong })).toEqual(refused(reason));
    expect(await read(base)).toEqual(before);
  });

  test('is spent entry by entry, and never more of it than there is', async () => {
    expect((await send(board, coach)).status).toBe(303);
    expect((await send(board, { ...coach, evidence: 'INV 8', amount: '599.50' })).status).toBe(303);
    expect(await send(board, { ...coach, evidence: 'INV 9', amount: '0.01' })).toEqual(
      refused('Only £0.00 of this line is left'),
    );
    expect((await read<OneLine>(board)).line.spent).toBe(100_000);
  });

  test('several entries at once cannot overspend it together', async () => {
    const all = ['A', 'B', 'C', 'D', 'E', 'F'].map((evidence) => send(hub, { ...coach, evidence, amount: '200' }));
    expect((await Promise.all(all)).map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, ...Array(5).fill(422)]);
    expect((await read<OneLine>(hub)).line.spent).toBe(20_000);
  });

  test('one invoice is entered once, on whichever line', async () => {
    expect(await send(board, { ...coach, evidence: 'inv  7' })).toEqual(refused('entered on this line already', 409));
    expect(await send(hub, { ...coach, amount: '1' })).toEqual(refused('entered on the line board already, for Coach', 409));
    expect((await read<OneLine>(hub)).spends).toHaveLength(1);
  });

  test.each([
    [{ amount: '-1' }, 'Enter an amount above nothing'],
    [{ on: '2025-02-30' }, 'Enter a day'],
    [{ on: '2031-01-01' }, 'has not come yet'],
    [{ evidence: '' }, 'number of the invoice'],
    [{ urn: '12' }, '6 digits'],
  ])('an entry is refused with the reason: %o', async (wrong, reason) => {
    const before = await read(hub);
    expect(await send(hub, { ...coach, evidence: 'NEW', amount: '1', ...wrong })).toEqual(refused(reason));
    expect(await read(hub)).toEqual(before);
  });

  test('an entry is put right and undone, and how it stood stays to be seen', async () => {
    const [first] = (await read<OneLine>(board)).spends.filter(({ evidence }) => evidence === 'INV 7');
    const at = `${board}/spend/${first?.spend}`;
    const { evidence: _, ...rest } = coach;
    expect(await send(at, { ...rest, amount: '400.51' })).toEqual(refused('Only £400.50 of this line is left'));
    expect((await send(at, { ...rest, amount: '300' })).status).toBe(303);
    expect((await read<OneLine>(board)).line.spent).toBe(89_950);
    expect((await send(`${at}/undo`, {})).status).toBe(303);
    expect((await send(`${at}/undo`, {})).status).toBe(303);
    const { line, spends } = await read<OneLine>(board);
    expect(line.spent).toBe(59_950);
    expect(spends.find(({ spend }) => spend === first?.spend)).toMatchObject({
      state: 'undone',
      past: [
        { pence: 40_050, what: 'Coach to the depot' },
        { pence: 30_000, by: expect.stringMatching(/^[a-z2-7]{20}$/) },
      ],
    });
    expect(await send(at, rest)).toEqual(refused('was undone', 409));
    expect((await send(board, { ...coach, amount: '10' })).status).toBe(303);
    expect((await read<OneLine>(board)).line.spent).toBe(60_950);
  });

  test('a line is put right, with how it stood, but never below what is spent', async () => {
    const form = { funder: 'Fictional Board', amount: '600', year: '2024-25' };
    expect(await send(`${board}/edit`, form)).toEqual(refused('More than this is spent already'));
    expect((await send(`${board}/edit`, { ...form, amount: '2000' })).status).toBe(303);
    expect((await read<OneLine>(board)).line).toMatchObject({ pence: 200_000, past: [{ pence: 100_000 }] });
  });

  test('is nobody’s on a line that does not exist', async () => {
    expect((await send(`${base}/lines/nowhere`, coach)).status).toBe(404);
    expect((await send(`${hub}/spend/${'a'.repeat(20)}/undo`, {})).status).toBe(404);
  });
});

type Session = { readonly session: string; readonly state: string; readonly visitor?: { readonly id: string } };
const asked = async () => (await read<{ sessions: Session[] }>('/my/sector-sessions', school)).sessions;
const ride = { entry: 'ride', on: '2025-03-11', 'cohorts.year4': 30 };
/** The sessions that wait for an organiser. */
const waiting = async () =>
  (await read<{ tasks: { kind: string; subject: string }[] }>(`/organiser/editions/${edition}`)).tasks
    .filter(({ kind }) => kind === 'session')
    .map(({ subject }) => subject);
/** The mails about sector sessions that somebody got, the newest first. */
const toldOf = (to: string) => larkford.system.inbox.list({ to }).filter(({ subject }) => /How trains run/.test(subject));
const at = async () => `${base}/sessions/${(await asked())[0]?.session}`;

describe('a session from the menu', () => {
  test('stands there once an organiser has put it there; a sector that is none is refused', async () => {
    const form = {
      entry: 'ride',
      title: 'How trains run',
      sector: 'rail',
      visitor: firm,
      years: ['year4', 'year5'],
      minutes: 60,
    };
    expect(await send(`${base}/sessions`, { ...form, sector: 'circus' })).toEqual(refused('Choose a sector from the list'));
    expect(await send(`${base}/sessions`, { ...form, visitor: 'b'.repeat(20) })).toEqual(refused('somebody who has signed up'));
    expect((await read<{ menu: object[] }>(`${base}/sessions`)).menu).toEqual([]);
    expect((await send(`${base}/sessions`, form)).status).toBe(303);
    expect((await read<{ menu: object[] }>('/my/sector-sessions', school)).menu).toMatchObject([{ sector: 'rail', sectors: 1 }]);
  });

  test.each([
    [{ on: '2025-01-10' }, 'still to come'],
    [{ on: '2025-03-15' }, 'Choose a day'],
    [{ on: '2029-03-12' }, 'Choose a day from'],
    [{ entry: 'circus' }, 'Choose a session from the menu'],
    [{ 'cohorts.year4': undefined, 'cohorts.year1': 20 }, 'other year groups'],
    [{ 'cohorts.year4': -3 }, 'whole number'],
  ])('is refused to a school with the reason: %o', async (wrong, reason) => {
    expect(await send('/my/sector-sessions', { ...ride, ...wrong }, school)).toEqual(refused(reason));
    expect(await asked()).toEqual([]);
  });

  test('is asked for once, however often it is sent, and called off by the school', async () => {
    expect((await send('/my/sector-sessions', ride, school)).status).toBe(303);
    expect((await send('/my/sector-sessions', ride, school)).status).toBe(303);
    const [one, ...others] = await asked();
    expect(others).toEqual([]);
    await send(`/my/sector-sessions/${one?.session}/cancel`, {}, school);
    expect((await asked())[0]?.state).toBe('cancelled');
    expect(await waiting()).toEqual([]);
    await send('/my/sector-sessions', ride, school);
    expect((await asked())[0]?.state).toBe('asked');
    expect(await waiting()).toEqual([(await asked())[0]?.session]);
    expect((await send(`/my/sector-sessions/${'a'.repeat(20)}/cancel`, {}, school)).status).toBe(404);
  });

  test('is matched with whoever fits best, and why is said', async () => {
    const { matches } = await read<{ matches: object[] }>(await at());
    expect(matches[0]).toMatchObject({ id: firm, offersIt: true, ofSector: true, suitsYears: true, sessions: 0 });
    expect(await send(`${await at()}/held`, { 'cohorts.year4': 28 })).toEqual(refused('First say who comes', 409));
    expect(await send(`${await at()}/match`, { kind: 'volunteer', visitor: firm })).toEqual(
      refused('somebody who has signed up'),
    );
    expect((await send(`${await at()}/match`, { kind: 'organisation', visitor: firm })).status).toBe(303);
    expect((await asked())[0]).toMatchObject({ state: 'matched', visitor: { id: firm } });
    expect(await waiting()).toEqual([]);
  });

  test('is told to whoever comes, once: what, when, at which school and whom to ask; and to whoever need not any more', async () => {
    const contact = { 'contact.name': 'V. Fictional', 'contact.email': 'alone@volunteer.example' };
    const halfDays = [`${ride.on}-am`];
    await larkford.client.post(`/editions/${edition}/volunteers/sign-up`, { ...contact, halfDays, ...agreed });
    await larkford.system.settle();
    await larkford.client.post('/my/place/confirm', {}, await openLink(larkford, 'alone@volunteer.example'));
    const { volunteers } = await read<{ volunteers: { volunteer: string }[] }>(`/organiser/editions/${edition}/volunteers`);
    const [team, alone] = ['team@engineering.example', 'alone@volunteer.example'];
    const comes = async (kind: string, visitor = firm) => {
      expect((await send(`${await at()}/match`, { kind, visitor })).status).toBe(303);
      await larkford.system.settle();
    };
    const [first, ...none] = toldOf(team);
    expect([first?.subject, none]).toEqual([
      expect.stringMatching(/^You come to a school: How trains run, Tuesday 11 March 2025$/),
      [],
    ]);
    for (const said of ['Alder Bank Primary School', '30', 'A. Fictional', 'office@alder-bank.example', 'Reply to this email'])
      expect(first?.text).toContain(said);

    const [found] = toldOf('office@alder-bank.example');
    expect(found?.subject).toBe('Somebody comes to your school: How trains run, Tuesday 11 March 2025');
    expect(found?.text).toContain('Fictional Engineering');
    expect(found?.text).not.toContain(team);

    await comes('organisation');
    expect(toldOf(team)).toHaveLength(1);
    await comes('volunteer', volunteers[0]?.volunteer);
    expect(toldOf(team)[0]?.subject).toMatch(/^Somebody else comes now/);
    expect(toldOf(alone).map(({ subject }) => subject)).toEqual([expect.stringContaining('You come to a school')]);
    await comes('organisation');
    expect(toldOf(alone)[0]?.subject).toMatch(/^Somebody else comes now/);

    await send(`/my/sector-sessions/${(await asked())[0]?.session}/cancel`, {}, school);
    await larkford.system.settle();
    expect(toldOf(team)[0]?.subject).toMatch(/^Called off/);
    expect(toldOf(team)[0]?.text).not.toContain('office@alder-bank.example');
    expect(toldOf(alone)).toHaveLength(2);
    // It called the session off itself.
    expect(toldOf('office@alder-bank.example').every(({ subject }) => subject.startsWith('Somebody comes'))).toBe(true);
    await send('/my/sector-sessions', ride, school);
    await comes('organisation');
    expect(toldOf(team)).toHaveLength(5);
    expect(toldOf('office@alder-bank.example')).toHaveLength(4);
    expect((await send(`${await at()}/cancel`, {})).status).toBe(303);
    await larkford.system.settle();
    for (const to of [team, 'office@alder-bank.example']) expect(toldOf(to)[0]?.subject).toMatch(/^Called off/);
    await send('/my/sector-sessions', ride, school);
    await comes('organisation');
  });

  test('is held on its day, not before, and then covers its sector at that school', async () => {
    expect(await send(`${await at()}/held`, { 'cohorts.year4': 28 })).toEqual(refused('still to come'));
    await moveTo('2025-03-12T10:00:00.000Z');
    expect((await send(`${await at()}/held`, { 'cohorts.year4': 28, women: 2, men: 1 })).status).toBe(303);
    const { coverage, balance } = await read<{ coverage: object[]; balance: object }>(`${base}/sessions`);
    expect(coverage).toMatchObject([{ urn: '900001', held: { rail: 1, sport: 0 }, gaps: ['sport', 'nhs', 'robotics'] }]);
    expect(balance).toEqual({ visits: 3, said: 3 });
  });
});

describe('an output', () => {
  const claim = async (line: string, deliverable: string) =>
    send(`${line}/claims`, { output: `session ${(await asked())[0]?.session}`, deliverable });

  test('counts for one deliverable, and who has it is said to whoever comes second', async () => {
    const promise = { deliverable: 'visits', what: 'Sector sessions', unit: 'activities', target: 10 };
    await send(`${board}/deliverables`, promise);
    await send(`${hub}/deliverables`, { ...promise, deliverable: 'pupils', what: 'Pupils reached', unit: 'pupils', target: 100 });
    expect(await send(`${hub}/deliverables`, { ...promise, target: 0 })).toEqual(refused('whole number from 1'));
    const all = await Promise.all([0, 1, 2, 3].flatMap(() => [claim(board, 'visits'), claim(hub, 'pupils')]));
    expect(all.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, ...Array(7).fill(409)]);
    const loser = all.find(({ status }) => status === 409)?.says;
    expect(loser).toMatch(/counts already for “[^”]+” of Fictional (?:Board|Hub): claimed by organiser@larkford\.example/);
    const [ofBoard, ofHub] = [await read<OneLine>(board), await read<OneLine>(hub)];
    expect([ofBoard.deliverables[0]?.delivered, ofHub.deliverables[0]?.delivered].filter((one) => one !== 0)).toHaveLength(1);
  });

  test('can be given to another once it is taken back, and stays as it is while it counts', async () => {
    const output = `session ${(await asked())[0]?.session}`;
    expect(await send(`${await at()}/cancel`, {})).toEqual(refused('counts for a deliverable', 409));
    await send(`${board}/claims/undo`, { output });
    await send(`${hub}/claims/undo`, { output });
    expect((await claim(hub, 'pupils')).status).toBe(303);
    expect((await read<OneLine>(hub)).deliverables).toMatchObject([{ delivered: 28, target: 100 }]);
    const other = { deliverable: 'pupils', what: 'x', unit: 'schools', target: 1 };
    expect(await send(`${hub}/deliverables`, other)).toEqual(refused('Take their claims back first', 409));
    expect(await send(`${hub}/deliverables`, { ...other, unit: 'pupils', remove: 'yes' })).toEqual(
      refused('Take their claims back first', 409),
    );
  });

  test('that nothing counts for can be taken away, if it was never promised', async () => {
    const wrong = { deliverable: 'wrong', what: 'A mistake', unit: 'schools', target: 1 };
    expect(await send(`${hub}/deliverables`, { ...wrong, remove: 'yes' })).toEqual(refused('no deliverable of this name'));
    await send(`${hub}/deliverables`, wrong);
    expect((await read<OneLine>(hub)).deliverables).toHaveLength(2);
    await send(`${hub}/deliverables`, { ...wrong, remove: 'yes' });
    expect((await read<OneLine>(hub)).deliverables).toHaveLength(1);
  });

  test.each([
    ['session aaaaaaaaaaaaaaaaaaaa', 'visits', 'Choose something that was held'],
    ['circus tent', 'visits', 'Choose an output'],
  ])('that is none is refused: %s', async (output, deliverable, reason) => {
    expect(await send(`${board}/claims`, { output, deliverable })).toEqual(refused(reason));
  });
});

describe('how it was', () => {
  const wave = {
    wave: 'parents-1',
    title: 'Parents in March',
    audience: 'parents',
    on: '2025-03-11',
    counts: 'any-job; 0; 1; 2; 10; 7',
  };
  type Waves = { readonly waves: readonly { figures: readonly { n: number; mean?: number }[] }[] };

  test('is entered for adults as counts, and shown as a mean from ten answers on', async () => {
    expect((await send(`${base}/evaluation`, wave)).status).toBe(303);
    expect(
      (await send(`${base}/evaluation`, { ...wave, wave: 'teachers-1', audience: 'teachers', counts: 'again; 0; 0; 0; 1; 8' }))
        .status,
    ).toBe(303);
    const { waves } = await read<Waves>(`${base}/evaluation`);
    expect(waves.flatMap(({ figures }) => figures)).toEqual([
      expect.objectContaining({ n: 20, mean: 4.15 }),
      { n: 9, text: 'We want to be involved in similar events in future' },
    ]);
  });

  test.each([
    [{ counts: 'circus; 0; 1; 2; 10; 7' }, 'no statement circus'],
    [{ counts: 'any-job; 0; 1; 2; 10' }, 'five whole numbers'],
    [{ counts: 'any-job; 0; 1; 2; 10; -7' }, 'five whole numbers'],
    [{ counts: 'any-job; 0; 1; 2; 10; 7\nany-job; 0; 1; 2; 10; 7' }, 'there twice'],
    [{ counts: '' }, 'Enter the counts'],
    [{ audience: 'pupils' }, 'counted by themselves'],
    [{ on: '2031-01-01' }, 'has not come yet'],
    [{ audience: 'passers-by' }, 'Choose who was asked'],
  ])('is refused with the reason: %o', async (wrong, reason) => {
    const before = await read(`${base}/evaluation`);
    expect(await send(`${base}/evaluation`, { ...wave, wave: 'other', ...wrong })).toEqual(refused(reason));
    expect(await read(`${base}/evaluation`)).toEqual(before);
  });

  test('counts as an evaluation only, once', async () => {
    const promise = { deliverable: 'waves', what: 'Evaluation', unit: 'evaluations', target: 2 };
    await send(`${board}/deliverables`, promise);
    expect(await send(`${board}/claims`, { output: 'wave parents-1', deliverable: 'visits' })).toEqual(
      refused('Evaluations count for evaluations'),
    );
    expect((await send(`${board}/claims`, { output: 'wave parents-1', deliverable: 'waves' })).status).toBe(303);
    expect(await send(`${base}/evaluation`, wave)).toEqual(refused('Take its claim back first', 409));
  });
});

describe('need', () => {
  type Needs = { readonly allocation: readonly { urn: string; band?: string; sessions: number; pence: number }[] };
  const needs = async () => (await read<Needs>(`${base}/evaluation/needs`)).allocation;

  test('is typed where the register does not say it: every line, or none', async () => {
    const source = 'Fictional census';
    expect(await send(`${base}/evaluation/needs`, { source, bands: '900001; high\n999999; low' })).toEqual(
      refused('Line 2: no school'),
    );
    expect(await send(`${base}/evaluation/needs`, { source, bands: '900001; enormous' })).toEqual(refused('high, medium or low'));
    expect(await send(`${base}/evaluation/needs`, { source, bands: '900001; low\n900001; high' })).toEqual(
      refused('there twice'),
    );
    expect((await needs())[0]?.band).not.toBe('high');
    expect((await send(`${base}/evaluation/needs`, { source, bands: '900001; high' })).status).toBe(303);
    expect((await needs())[0]).toMatchObject({ urn: '900001', band: 'high', sessions: 1 });
  });

  test('stands beside the money that was spent on a school by name', async () => {
    expect((await send(board, { ...coach, evidence: 'INV 20', amount: '12.34', urn: '900001' })).status).toBe(303);
    expect((await needs())[0]?.pence).toBe(1234);
  });
});

test('a steering group sees whose money each edition spends', async () => {
  type Money = { readonly standings: readonly { edition: { edition: string }; money: readonly object[] }[] };
  const { standings } = await read<Money>('/organiser/portfolio');
  const own = standings.find((one) => one.edition.edition === edition);
  const { line } = await read<OneLine>(board);
  const [first, ...others] = own?.money ?? [];
  expect(first).toMatchObject({ line: 'board', pence: line.pence, spent: line.spent });
  expect(others).toMatchObject([{ pence: 25_025, spent: 20_000 }]);
});

describe('the report to a funder', () => {
  test('says its own money, deliverables and outputs, and what others published apart from it', async () => {
    const quote = { quote: 'any-job', text: 'Can do any job', before: '68', after: '73', source: 'Fictional evaluation' };
    expect(await send(`${base}/evaluation/quotes`, { ...quote, after: '173' })).toEqual(refused('from 0 to 100'));
    expect((await send(`${base}/evaluation/quotes`, quote)).status).toBe(303);
    const page = await larkford.client.page(`${hub}/report`, larkford.organiser);
    const text = page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    expect(text).toContain('Report to Fictional Hub, 2024-25');
    expect(text).toMatch(/Spent £200 Left £50\.25/);
    expect(text).toContain('Pupils reached pupils (headcounts) 100 28');
    expect(text).toMatch(/Can do any job 68% to 73% not published/);
    expect(text).not.toContain('Sector sessions sessions and events');
  });

  test('comes as a file too, with the same figures', async () => {
    const csv = await (
      await fetch(`${larkford.system.origin}${hub}/report/report.csv`, { headers: { cookie: larkford.organiser } })
    ).text();
    expect(csv).toContain('money,spent,pounds,,200,');
    expect(csv).toContain('deliverable,Pupils reached,pupils,100,28,');
    expect(csv).toContain('quoted,Can do any job,"per cent, after",,73,not published,,,Fictional evaluation');
    expect(csv).toContain('coverage,sport,sessions,,0,');
    const other = await fetch(`${larkford.system.origin}${hub}/report/other.csv`, { headers: { cookie: larkford.organiser } });
    expect(other.status).toBe(404);
  });
});
