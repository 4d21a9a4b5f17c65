import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BenchmarkFigures } from '#shared/domain/context/benchmarks.ts';
import type { Comparison } from '#shared/domain/context/comparison.ts';
import type { FileChanges } from '#web/context/import.ts';
import { edition, type Larkford, startLarkford } from './larkford.ts';

let larkford: Larkford;
beforeAll(async () => {
  larkford = await startLarkford();
});
afterAll(() => larkford.stop());

const path = `/organiser/editions/${edition}/context`;
const publicPath = `/editions/${edition}/context`;
const source = 'Fictional Office for Schools';

/** Larkford (999), its two neighbours and England by year; the file also speaks of a place far away. */
const office = [
  'Measure,Year,LA (code),Area,Value,MissingMarker',
  'KS2_RWM_expected_pct,2019,999,Larkford,62,',
  'KS2_RWM_expected_pct,2020,999,Larkford,,-',
  'KS2_RWM_expected_pct,2022,999,Larkford,54,',
  'KS2_RWM_expected_pct,2022,998,Nearby,57,',
  'KS2_RWM_expected_pct,2022,997,Overhill,60,',
  'KS2_RWM_expected_pct,2022,970,England,59,',
  'KS2_RWM_expected_pct,2023,999,Larkford,,SUPP',
  'KS2_RWM_expected_pct,2023,998,Nearby,58,',
  'KS4_Progress8,2024,999,Larkford,0.01,',
  'KS4_Progress8,2024,998,Nearby,,LOWCOV',
  'KS4_Progress8,2024,997,Overhill,-0.14,',
  'KS4_Progress8,2025,999,Larkford,,z',
  'KS2_RWM_expected_pct,2022,123,Far Away,50,',
];
const lists = [
  'ListVersion,LA (code),LA (name),Rank,Neighbour LA (code),Closeness,Neighbour',
  '2021-04,999,Larkford,1,998,Close,Nearby',
  '2021-04,999,Larkford,2,997,Close,Overhill',
  '2025-05,999,Larkford,1,996,Close,Underhill',
  '2021-04,123,Far Away,1,999,Close,Larkford',
];

async function send(lines: readonly string[], fields: Record<string, string> = {}, to = 'import') {
  const form = new FormData();
  form.set('file', new Blob([lines.join('\r\n')]), 'figures.csv');
  for (const [name, value] of Object.entries({ source, ...fields })) form.set(name, value);
  const headers = { accept: 'application/json', cookie: larkford.organiser, origin: larkford.system.origin };
  const response = await fetch(`${larkford.system.origin}${path}/${to}`, { method: 'POST', headers, body: form });
  const body: { import?: string; code?: string; detail?: string } = JSON.parse(await response.text());
  return { status: response.status, ...body, at: `${path}/import/${body.import}` };
}

const press = async (at: string) => (await larkford.client.post(at, {}, larkford.organiser)).status;
type Series = Comparison & { readonly indicator: string; readonly source: string; readonly list?: string };

async function read<T>(at: string): Promise<T> {
  const headers = { accept: 'application/json', cookie: larkford.organiser };
  return JSON.parse(await (await fetch(`${larkford.system.origin}${at}`, { headers })).text());
}
const look = (at: string) => read<FileChanges>(at);
const held = () => read<{ readonly lists: readonly object[] }>(path);
const open = async () => (await read<{ readonly series: readonly Series[] }>(publicPath)).series;
const yearOf = (series: Series | undefined, year: number) => series?.years.find((one) => one.year === year);
const valueIn = async (year: number) => yearOf((await open())[0], year)?.place.value;
const plan = async () => (await open()).find((one) => one.source === 'Plan of the city');
const typed = async (form: Record<string, string | number>) =>
  larkford.client.post(path, { indicator: 'ks2-expected', source: 'Plan of the city', ...form }, larkford.organiser);

describe('a list of statistical neighbours', () => {
  test('is taken by its date, and never another one by mistake', async () => {
    expect(await send(lists)).toMatchObject({ status: 422, detail: expect.stringContaining('2021-04, 2025-05') });
    expect(await send(lists, { list: '2019-04' })).toMatchObject({
      status: 422,
      detail: expect.stringContaining('no list of 2019-04'),
    });
    const { at } = await send(lists, { list: '2021-04' });
    const found = await look(at);
    expect(found.lists).toEqual([
      {
        la: '999',
        list: '2021-04',
        place: 'Larkford',
        neighbours: [
          { la: '998', name: 'Nearby' },
          { la: '997', name: 'Overhill' },
        ],
      },
    ]);
    expect(found.elsewhere).toBe(2);
    expect((await held()).lists).toEqual([]);
    expect(await press(`${at}/confirm`)).toBe(303);
    expect((await held()).lists).toHaveLength(1);
  });

  test('with a place twice, or a place as its own neighbour, is not kept at all', async () => {
    const file = [...lists.slice(0, 3), '2021-04,999,Larkford,3,998,Close,Nearby', '2021-04,999,Larkford,4,999,Close,Larkford'];
    const { at } = await send(file, { list: '2021-04' });
    expect((await look(at)).refused).toEqual([
      { row: 4, column: 'Neighbour LA (code)', value: '998', fix: 'It is in row 2 too. Keep one of the two rows' },
      { row: 5, column: 'Neighbour LA (code)', value: '999', fix: 'A place is no neighbour of itself' },
    ]);
    expect(await press(`${at}/confirm`)).toBe(409);
  });
});

describe('a file of figures', () => {
  test('is looked at first; nothing is kept until it is confirmed, then all of it', async () => {
    const { status, at } = await send(office, { list: '2021-04' });
    expect(status).toBe(201);
    expect(await look(at)).toMatchObject({ added: 12, changed: [], same: 0, elsewhere: 1, refused: [] });
    expect(await open()).toEqual([]);
    expect(await press(`${at}/confirm`)).toBe(303);
    expect(await press(`${at}/confirm`)).toBe(303);
    expect((await open()).map(({ indicator }) => indicator)).toEqual(['ks2-expected', 'progress-8']);
  });

  test('shows what was not held as not held, never as zero, and hides what was hidden', async () => {
    const [ks2, progress] = await open();
    expect(yearOf(ks2, 2020)?.place).toEqual({ status: 'not-held' });
    expect(yearOf(ks2, 2021)?.place).toEqual({ status: 'not-held' });
    expect(yearOf(ks2, 2023)?.place).toEqual({ status: 'suppressed' });
    expect(yearOf(progress, 2025)?.place).toEqual({ status: 'not-published' });
    expect(yearOf(progress, 2026)?.place).toEqual({ status: 'not-published' });
    const page = await (await fetch(`${larkford.system.origin}${publicPath}`, { headers: { accept: 'text/html' } })).text();
    expect(page).toContain('not held');
    expect(page).not.toMatch(/>0(?:\.0)?%?</);
  });

  test('has the neighbours’ mean and every gap worked out, of those places that have a figure', async () => {
    const [ks2, progress] = await open();
    expect(ks2).toMatchObject({ neighbours: 'computed', list: '2021-04' });
    expect(yearOf(ks2, 2022)).toMatchObject({
      neighbours: { value: 58.5, of: 2 },
      toNeighbours: -4.5,
      toEngland: -5,
    });
    expect(progress?.years[0]).toMatchObject({ neighbours: { value: -0.14, of: 1 }, toNeighbours: 0.15 });
  });

  test('sent again, changes nothing; with another figure it says which, and can be taken back', async () => {
    const again = await send(office);
    expect(await look(again.at)).toMatchObject({ added: 0, same: 12, changed: [] });
    const { at } = await send(office.map((one) => one.replace('Larkford,54,', 'Larkford,55,')));
    expect((await look(at)).changed).toMatchObject([{ place: 'Larkford', before: { value: 54 }, after: { value: 55 } }]);
    await press(`${at}/confirm`);
    expect(await valueIn(2022)).toBe(55);
    expect(await press(`${at}/undo`)).toBe(303);
    expect(await valueIn(2022)).toBe(54);
    expect(await press(`${at}/undo`)).toBe(303);
    expect(await press(`${at}/confirm`)).toBe(409);
  });

  test('is not taken back once somebody has changed some of it since', async () => {
    const first = await send(office.map((one) => one.replace('Larkford,54,', 'Larkford,56,')));
    await press(`${first.at}/confirm`);
    const second = await send(office);
    await press(`${second.at}/confirm`);
    expect(await press(`${first.at}/undo`)).toBe(409);
    expect(await valueIn(2022)).toBe(54);
  });

  test('with a row to mend keeps nothing, and says row, column, value and what to do', async () => {
    const before = await held();
    const rows = [
      office[0] ?? '',
      'KS2_RWM_expected_pct,2024,999,Larkford,57,',
      'KS2_RWM_expected_pct,2024,999,Larkford,58,',
      'KS2_RWM_expected_pct,2024,970,England,101,',
      'KS2_RWM_expected_pct,2021,970,England,60,',
      'KS2_RWM_expected_pct,soon,970,England,60,',
      'KS2_RWM_expected_pct,2025,970,England,many,',
      'KS2_RWM_expected_pct,2025,998,Nearby,60,SUPP',
    ];
    const { at } = await send(rows);
    expect((await look(at)).refused).toEqual([
      { row: 3, column: 'Value', value: '58', fix: '2024 is in row 2 too. Keep one of the two' },
      { row: 4, column: 'Value', value: '101', fix: 'Write a number from 0 to 100' },
      { row: 5, column: 'Value', value: '60', fix: expect.stringContaining('the tests were not held') },
      { row: 6, column: 'Year', value: 'soon', fix: expect.stringContaining('Write a year') },
      { row: 7, column: 'Value', value: 'many', fix: expect.stringContaining('Write a number') },
      { row: 8, column: 'Value', value: '60', fix: expect.stringContaining('not both') },
    ]);
    expect(await press(`${at}/confirm`)).toBe(409);
    expect(await held()).toEqual(before);
  });

  test.each([
    ['a table with a column for each place', ['Year,Larkford,Statistical Neighbours,England', '2024,56.7%,58.0%,61.3%'], 3],
    [
      'DfE’s file with a column for each measure',
      [
        'time_period,geographic_level,old_la_code,la_name,pt_rwm_met_expected_standard,sex',
        '202324,National,,,61,Total',
        '202324,Local authority,999,Larkford,57,Total',
        '202324,Local authority,999,Larkford,60,Girls',
        '202324,Regional,,,60,Total',
      ],
      2,
    ],
  ])('may be %s', async (_, lines, added) => {
    const { at } = await send(lines, { indicator: 'ks2-expected', source: 'Another source' });
    expect(await look(at)).toMatchObject({ added, refused: [] });
  });

  test.each([
    ['nothing that we know', ['Colour,Shape', 'red,round'], {}, 'Its first line is none that we know'],
    ['nothing of ours', [office[0] ?? '', office.at(-1) ?? ''], {}, 'nothing about your places'],
    ['figures to compare with a list that is not held', office, { list: '2025-05' }, 'No list of 2025-05 is held'],
  ])('that holds %s is refused', async (_, lines, fields, detail) => {
    expect(await send(lines, fields)).toMatchObject({ status: 422, detail: expect.stringContaining(detail) });
  });

  test('can be taken as open data', async () => {
    const text = await (await fetch(`${larkford.system.origin}${publicPath}/figures.csv`)).text();
    expect(text).toContain('ks2-expected,Fictional Office for Schools,2020,Larkford,,not-held');
    expect((await fetch(`${larkford.system.origin}${publicPath}/other.csv`)).status).toBe(404);
  });
});

describe('one year, typed in', () => {
  test('is kept as it is printed, with its mark where it is missing', async () => {
    expect((await typed({ year: 2023, place: '55.6%', neighbours: '57.1%', england: '59.6%' })).status).toBe(303);
    expect((await typed({ year: 2024, place: '56.7%', neighbours: '58.0%', england: '61.3%' })).status).toBe(303);
    expect((await typed({ year: 2020, place: '-', neighbours: '-', england: '-' })).status).toBe(303);
    expect((await plan())?.years.at(-1)).toMatchObject({
      toEngland: -4.6,
      toNeighbours: -1.3,
      since: { place: 1.1, england: 1.7, neighbours: 0.9 },
    });
    expect(yearOf(await plan(), 2020)?.england).toEqual({ status: 'not-held' });
  });

  test('that is there already is replaced only where that was meant', async () => {
    const twice = await typed({ year: 2024, place: '57' });
    expect([twice.status, twice.text]).toEqual([409, expect.stringContaining('2024 is there already: 56.7')]);
    expect((await typed({ year: 2024, place: '56.7' })).status).toBe(303);
    expect((await typed({ year: 2024, place: '57.1', replace: 'yes' })).status).toBe(303);
    expect((await plan())?.years.at(-1)).toMatchObject({ place: { value: 57.1 }, toEngland: -4.2 });
  });

  test.each([
    [{ year: 2024, place: '101' }, 'Write a number from 0 to 100'],
    [{ year: 2021, place: '60' }, 'the tests were not held'],
    [{ year: 2024 }, 'Enter at least one figure'],
    [{ year: 2025, place: '60', list: '2030-01' }, 'No list of 2030-01 is held'],
    [{ year: 24, place: '60' }, 'Enter a year from 1990 to 2100'],
  ])('is refused with the reason: %o', async (form, reason) => {
    const { status, text } = await typed(form);
    expect([status, text]).toEqual([422, expect.stringContaining(reason)]);
  });
});

const eight = Array.from({ length: 8 }, (_, index) => `Benchmark ${index + 1}`).join(',');
const answers = (met: number) => Array.from({ length: 8 }, (_, index) => (index < met ? 'yes' : 'no')).join(',');
const results = [
  `Institution,Kind,Careers Hub,${eight}`,
  ...[3, 4, 8, 8].map((met, index) => `Fictional Academy ${index},school,yes,${answers(met)}`),
  `Fictional College,college,yes,${answers(7)}`,
  'Fictional Free School,school,no,,,,,,,,',
];

async function sendResults(lines: readonly string[], fields: Record<string, string> = {}) {
  return send(lines, { period: '2023-24', framework: 'gatsby-2014', ...fields }, 'benchmarks');
}

describe('results of careers guidance', () => {
  test('are counted for everybody from a file that was looked at first; no school is named', async () => {
    const { at } = await sendResults(results, { nationalMean: '5.8', nationalSource: 'Fictional Office' });
    expect(await look(at)).toMatchObject({ refused: [], benchmarks: { period: '2023-24' } });
    expect((await read<{ benchmarks: object[] }>(publicPath)).benchmarks).toEqual([]);
    expect(await press(`${at}/confirm`)).toBe(303);
    const page = await read<{ benchmarks: BenchmarkFigures[] }>(publicPath);
    expect(page.benchmarks).toMatchObject([{ assessed: 5, institutions: 6, mean: 6, toNational: 0.2 }]);
    expect(page.benchmarks[0]?.atLeast.map(({ share }) => share)).toEqual([100, 100, 100, 80, 60, 60, 60, 40]);
    expect(page.benchmarks[0]?.hub).toEqual([
      { kind: 'school', members: 4, all: 5 },
      { kind: 'college', members: 1, all: 1 },
    ]);
    expect(JSON.stringify(page)).not.toContain('Academy');
    const csv = await (await fetch(`${larkford.system.origin}${publicPath}/careers.csv`)).text();
    expect(csv).toContain('2023-24,gatsby-2014,5,at least,8,2,40,,Fictional Office for Schools');
    expect(csv).not.toContain('Academy');
  });

  test('of fewer than five are not shown', async () => {
    const { at } = await sendResults(results.slice(0, 4), { period: '2022-23' });
    await press(`${at}/confirm`);
    const { benchmarks } = await read<{ benchmarks: BenchmarkFigures[] }>(publicPath);
    expect(benchmarks[1]).toMatchObject({ period: '2022-23', atLeast: [], each: [] });
    expect(benchmarks[1]).not.toHaveProperty('mean');
    expect(await press(`${at}/undo`)).toBe(303);
    expect((await read<{ benchmarks: object[] }>(publicPath)).benchmarks).toHaveLength(1);
  });

  test.each([
    ['of a year of the other framework', { period: '2025-26' }, 'does not belong to 2025-26'],
    ['of a framework that came later', { framework: 'gatsby-2025' }, 'does not belong to 2023-24'],
    ['of no school year', { period: '2023-25' }, 'Enter a school year'],
    ['with a national average from nowhere', { nationalMean: '5.8' }, 'Enter where the national average comes from'],
  ])('%s are refused', async (_, fields, detail) => {
    expect(await sendResults(results, fields)).toMatchObject({ status: 422, detail: expect.stringContaining(detail) });
  });

  test('with rows to mend keep nothing', async () => {
    const [header = '', first = '', second = ''] = results;
    const { at } = await sendResults([
      `${header},Framework`,
      `${first},gatsby-2014`,
      `${first},gatsby-2014`,
      `${second},gatsby-2025`,
      'Half College,college,yes,yes,yes,,,,,,,gatsby-2014',
      `Odd School,school,yes,${answers(7).replace('no', 'maybe')},`,
    ]);
    expect((await look(at)).refused).toMatchObject([
      { row: 3, column: 'Institution', fix: expect.stringContaining('in row 2 too') },
      { row: 4, column: 'Framework', value: 'gatsby-2025', fix: expect.stringContaining('another framework') },
      { row: 5, column: 'Benchmark 3', fix: expect.stringContaining('all eight') },
      { row: 6, column: 'Benchmark 8', value: 'maybe' },
    ]);
    expect(await press(`${at}/confirm`)).toBe(409);
  });
});

describe('Ofsted’s judgements', () => {
  const four = ['quality of education', 'behaviour and attitudes', 'personal development', 'leadership and management'];
  const counts = four.flatMap((one) => [`${one}; outstanding; 1`, `${one}; good; 2`]).join('\n');
  const keep = (form: Record<string, string>) =>
    larkford.client.post(`${path}/judgements`, { framework: 'judgements-2024', source, counts, ...form }, larkford.organiser);

  test('are kept by day in the categories of that day’s framework', async () => {
    expect((await keep({ day: '2024-09-01' })).status).toBe(303);
    expect((await keep({ day: '2024-08-31' })).text).toContain('does not hold on 2024-08-31');
    expect((await keep({ day: '2025-11-10' })).text).toContain('does not hold on 2025-11-10');
    expect((await keep({ day: '2025-02-30' })).text).toContain('Enter a real date');
    expect((await keep({ day: '2024-10-01', counts: `overall effectiveness; good; 3\n${counts}` })).status).toBe(422);
    expect((await keep({ day: '2024-10-01', counts: 'quality of education; good; 3' })).text).toContain('These are missing');
    const csv = await (await fetch(`${larkford.system.origin}${publicPath}/judgements.csv`)).text();
    expect(csv).toContain('2024-09-01,judgements-2024,quality-of-education,good,2,67,');
  });

  test('of a day that is there are replaced only where that was meant', async () => {
    expect((await keep({ day: '2024-09-01' })).status).toBe(409);
    expect((await keep({ day: '2024-09-01', replace: 'yes' })).status).toBe(303);
  });
});

test('the audit says who changed the city’s figures', async () => {
  await larkford.system.settle();
  const audit = (await larkford.read.list('audit', { edition })).filter(({ what }) => what === 'context.changed.v1');
  expect(new Set(audit.map(({ details }) => details['how']))).toEqual(new Set(['file', 'undo', 'hand']));
  expect(audit.every(({ by }) => by.startsWith('organiser:'))).toBe(true);
});
