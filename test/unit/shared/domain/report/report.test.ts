import { reportDocument } from '#shared/domain/report/items.ts';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { attackStatement, attackTable } from '#shared/domain/disclosure/attack.ts';
import { buildReport, partsIn, reportBytes, rowsDigest, tablesIn } from '#shared/domain/report/document.ts';
import type { Row } from '#shared/domain/report/figure-definition.ts';
import { figureDefinitions } from '#shared/domain/report/figures.ts';
import { figureRecords, openData } from '#shared/domain/report/open-data.ts';
import { comparePrinted, keepPrinted } from '#shared/domain/report/printed.ts';
import { isRebuilt, listsIn, publishPrepared, weaknesses } from '#shared/domain/report/report-edition.ts';
import { partsOf, type Snapshot, snapshotOf } from '#shared/domain/report/snapshot.ts';
import { csvText } from '#shared/kernel/csv.ts';
import { instant } from '#shared/kernel/time.ts';
import { readOds } from '#test/unit/shared/kernel/sheets/read-back.ts';
import { publishedReport, reportWords, snapshot, waitingReport } from '#test/unit/report-examples.ts';

const now = instant.parse('2025-04-01T11:05:00.000Z');
const { document } = publishedReport;
const publish = (by: string, source: Snapshot = snapshot) =>
  publishPrepared(waitingReport, { by, now, source, earlier: undefined });

describe('a report’s figures', () => {
  it('are those of the week', () => {
    const values = Object.fromEntries(document.figures.map(({ figure, value }) => [figure, value]));
    expect(values).toMatchObject({ schools: 33, hosts: 13, organisations: 26, events: 14, sessions: 53, 'pupils-online': 2937 });
    expect(document.statements.slice(0, 3).map(({ mean, n, responseRate }) => [mean, n, responseRate])).toEqual([
      [5, 11, 0.85],
      [4.79, 28, 0.85],
      [4.71, 28, 0.85],
    ]);
  });

  it('say for each statement how many chose what, or why not', () => {
    expect(document.statements.slice(0, 3).map(({ answers, withheld }) => answers ?? withheld)).toEqual([
      [0, 0, 0, 0, 11],
      'small-cells',
      [0, 0, 0, 8, 20],
    ]);
  });

  it('show what visitors said apart from schools, and nothing of parents of two schools', () => {
    const of = (name: string) => document.statements.filter(({ statement }) => statement.startsWith(`${name}-`));
    expect(of('volunteers').map(({ mean, n, invited, responseRate }) => [mean, n, invited, responseRate])).toEqual([
      [4.77, 26, 26, 1],
      [4.85, 26, 26, 1],
      [4.81, 26, 26, 1],
      [4.87, 23, 26, 0.88],
    ]);
    expect(of('parents').map(({ mean, n, withheld }) => [mean, n, withheld])).toEqual(
      Array.from({ length: 4 }, () => [undefined, undefined, 'few-schools']),
    );
  });

  it('of whom nobody asked are not there at all', () => {
    const unasked = {
      ...snapshot,
      events: snapshot.events.map(({ visitors: _, ...one }) => one),
      schools: snapshot.schools.map(({ parents: _, ...one }) => one),
    };
    const { figures, statements } = buildReport(unasked, reportWords);
    expect(statements).toHaveLength(3);
    expect(figures.some(({ figure }) => /volunteers|parents/.test(figure))).toBe(false);
  });

  it('come out again from their exported rows, counted by hand', () => {
    const rowsOf = (figure: string) => {
      const found = figureDefinitions.find((one) => one.figure === figure);
      const records: Record<string, string>[] = parse(csvText(found?.rows(snapshot) ?? []), { columns: true, bom: true });
      return records;
    };
    const sum = (figure: string, field: string) => rowsOf(figure).reduce((total, row) => total + Number(row[field]), 0);
    const distinct = (figure: string, field: string) => new Set(rowsOf(figure).map((row) => row[field])).size;
    const valueOf = (figure: string) => document.figures.find((one) => one.figure === figure)?.value;
    expect(valueOf('schools')).toBe(distinct('schools', 'urn'));
    expect(valueOf('hosts')).toBe(distinct('hosts', 'urn'));
    expect(valueOf('organisations')).toBe(distinct('organisations', 'organisation'));
    expect(valueOf('pupils-face-to-face')).toBe(sum('pupils-face-to-face', 'pupils'));
    expect(valueOf('pupils-online')).toBe(sum('pupils-online', 'pupils'));
    expect(valueOf('sessions')).toBe(sum('sessions', 'sessions'));
    const answers = [1, 2, 3, 4, 5].map((answer) => sum('statement-enjoyed', `answer${answer}`));
    const points = answers.reduce((total, count, index) => total + count * (index + 1), 0);
    expect(document.statements[1]?.mean?.toFixed(2)).toBe((points / answers.reduce((a, b) => a + b, 0)).toFixed(2));
  });

  it('have rows whose digest is the published one, and no other rows have it', () => {
    for (const { figure, rows } of figureDefinitions) {
      const behind = rows(snapshot);
      const published = document.figures.find((one) => one.figure === figure)?.digest;
      if (published === undefined) {
        expect(behind, figure).toEqual([]);
        continue;
      }
      expect(rowsDigest(snapshot.snapshot, behind)).toBe(published);
      expect(rowsDigest(snapshot.snapshot, behind.slice(1))).not.toBe(published);
      expect(rowsDigest('a'.repeat(20), behind)).not.toBe(published);
    }
  });

  it('give between how many different children there were', () => {
    const rows: Row[] = [
      { urn: '999001', yearGroups: 'year3', pupils: 30 },
      { urn: '999001', yearGroups: 'year3 year4', pupils: 50 },
    ];
    expect(figureDefinitions.find(({ figure }) => figure === 'children-online')?.count(rows)).toBe(50);
  });
});

describe('a frozen report', () => {
  it('is rebuilt from its pieces to the byte, in whatever order they come', () => {
    const pieces = partsOf(snapshot);
    const again = buildReport(snapshotOf(snapshot.edition, snapshot.snapshot, pieces.toReversed()), reportWords);
    expect(reportBytes(again)).toBe(reportBytes(document));
    expect(isRebuilt(publishedReport, snapshot, undefined)).toBe(true);
  });

  it('is published by a second person only', () => {
    expect(() => publish('first')).toThrow(expect.objectContaining({ code: 'second-person-needed' }));
    expect(publish('second')).toMatchObject({ state: 'published', publishedBy: 'second' });
  });

  it('is not published when its source has changed', () => {
    const changed = { ...snapshot, schools: snapshot.schools.slice(1) };
    expect(() => publish('second', changed)).toThrow(expect.objectContaining({ code: 'not-rebuilt' }));
  });

  it('is published once', () => {
    expect(() => publishPrepared(publishedReport, { by: 'third', now, source: snapshot, earlier: undefined })).toThrow(
      expect.objectContaining({ code: 'already-published' }),
    );
  });
});

describe('a later version', () => {
  const without = { ...snapshot, snapshot: 'b'.repeat(20), events: snapshot.events.slice(1) };
  const later = buildReport(without, { ...reportWords, version: 2 }, { document, snapshot });

  it('says which figures changed, from what to what, and how many rows are behind it', () => {
    expect(later.changes.find(({ figure }) => figure === 'events')).toEqual({
      figure: 'events',
      before: 14,
      after: 13,
      added: 0,
      removed: 1,
      rulesChanged: false,
    });
    expect(later.changes.map(({ figure }) => figure)).not.toContain('pupils-online');
  });

  it('keeps the answers of the earlier one until ten more have come', () => {
    const [first, ...others] = snapshot.schools;
    if (!first) throw new Error('no school');
    const answers = { ...first.answers, enjoyed: [1, 0, 0, 0, 0] satisfies (typeof first.answers)['enjoyed'] };
    const changed = { ...snapshot, schools: [{ ...first, answers }, ...others] };
    const report = buildReport(changed, { ...reportWords, version: 2 }, { document, snapshot });
    expect(report.statements[1]).toMatchObject({ n: 28, mean: 4.79, keptFrom: 1 });
  });
});

describe('what goes out', () => {
  it('withstands the attack', () => {
    expect(weaknesses(document)).toEqual([]);
    expect([...tablesIn(document).flatMap(attackTable), ...document.statements.flatMap(attackStatement)].length).toBeGreaterThan(
      0,
    );
  });

  it('is refused when a mean is not possible for its n', () => {
    const [first, ...others] = document.statements;
    const impossible = reportDocument.parse({ ...document, statements: [{ ...first, n: 11, mean: 4.79 }, ...others] });
    expect(weaknesses(impossible)).toEqual(['hosting: no 11 answers have this mean']);
  });

  it('says in every file what the page says, and nothing of a school', () => {
    const csv = String(openData(document, 'figures.csv')?.body);
    const records: Record<string, string>[] = parse(csv, { columns: true, bom: true });
    expect(records.map(({ value }) => value)).toEqual(
      figureRecords(document).map(({ value }) => (value === undefined ? '' : String(value))),
    );
    expect(records.find(({ figure }) => figure === 'statement-enjoyed')).toMatchObject({
      value: '4.79',
      n: '28',
      not_shown: 'small-cells',
      answer_4: '',
    });
    for (const file of ['figures.csv', 'pupils-by-day.csv', 'children.csv', 'course.csv', 'report.json', 'schema.json']) {
      const body = String(openData(document, file)?.body);
      expect(body.length).toBeGreaterThan(100);
      expect(body).not.toMatch(/9990\d\d/);
    }
    expect(openData(document, 'rows.csv')).toBeUndefined();
  });
});

it('the spreadsheet, read by another parser, holds what the tables of text do', () => {
  const file = openData(document, 'report.ods')?.body ?? '';
  const sheets = readOds(new Uint8Array(Buffer.from(file)));
  expect(sheets.map(({ name }) => name)).toEqual(['Figures', 'Pupils by day', 'What children said', 'Before and after']);
  const [names, ...rows] = sheets[0]?.rows.map((row) => row.map(({ value }) => value)) ?? [];
  const records: Record<string, string>[] = parse(String(openData(document, 'figures.csv')?.body), { columns: true, bom: true });
  const column = (name: string) => rows.map((row) => String(row[names?.indexOf(name) ?? -1] ?? ''));
  for (const name of ['figure', 'value', 'n', 'response_rate', 'low', 'high', 'not_shown', 'answer_5'])
    expect([name, column(name)]).toEqual([name, records.map((record) => record[name])]);
  expect(JSON.stringify(sheets)).not.toMatch(/9990\d\d/);
});

it('what children said stands in it as rounded shares, with n and the response, and no mean', () => {
  const [said] = document.children ?? [];
  expect(said).toMatchObject({ schools: 12, classes: 12, asked: 360, answered: 324, responseRate: 0.9 });
  // 2 of 324 did not want it again: shown as none of a hundred, which may be nobody.
  expect(said?.statements.find(({ statement }) => statement === 'again')).toMatchObject({ n: 324, shares: [0, 15, 85] });
  const records: Record<string, string>[] = parse(String(openData(document, 'children.csv')?.body), { columns: true, bom: true });
  expect(
    records.filter(({ statement }) => statement === 'again').map(({ answer, of_hundred: share, n }) => [answer, share, n]),
  ).toEqual([
    ['No', '0', '324'],
    ['Maybe', '15', '324'],
    ['Yes', '85', '324'],
  ]);
  expect(weaknesses(document)).toEqual([]);
});

it('shares that tell of a few are found before a report goes out', () => {
  const [said] = document.children ?? [];
  if (!said) throw new Error('children answered');
  const told = { ...said, statements: said.statements.map((one) => ({ ...one, n: 30, shares: [5, 0, 95] })) };
  expect(weaknesses({ ...document, children: [told] })).toContain('No');
});

it('how the same children changed stands in it with n and a range, rounded, and nothing that tells of a few', () => {
  expect(document.course).toMatchObject({ matched: 60, baselineOnly: 8, endlineOnly: 0 });
  const [anyJob, ...others] = (document.course?.changes ?? []).filter(({ n }) => n !== undefined);
  expect(anyJob).toEqual({
    statement: 'any-job',
    text: 'I can do any job.',
    unit: 'points',
    n: 60,
    change: 35,
    low: 15,
    high: 50,
  });
  expect(others.map(({ statement, change, withheld }) => [statement, change, withheld])).toEqual([
    ['same-job', undefined, 'change-tells'],
    ['skill-planning', 0.6, undefined],
  ]);
  const records: Record<string, string>[] = parse(String(openData(document, 'course.csv')?.body), { columns: true, bom: true });
  expect(records.find(({ statement }) => statement === 'any-job')).toMatchObject({
    n: '60',
    change: '35',
    low: '15',
    high: '50',
  });
});

it('shares and changes come out again from the rows of their passports', () => {
  const several = figureDefinitions.filter(({ parts }) => parts);
  const shown = several.filter(({ figure }) => partsIn(document, figure).length > 0);
  expect(shown.map(({ figure }) => figure)).toEqual(expect.arrayContaining(['childrens-fun', 'course-any-job', 'pupils-by-day']));
  for (const { figure, rows, parts } of shown) {
    const records: Row[] = parse(csvText(rows(snapshot)), { columns: true, bom: true });
    // The rows give hidden counts of pupils too: they are the organiser’s.
    expect(parts?.(records)).toEqual(expect.arrayContaining([...partsIn(document, figure)]));
  }
});

it('a change that tells of a few would be found, and the report not published', () => {
  if (!document.course) throw new Error('a course was asked');
  const told = { statement: 'same-job', text: 'No', unit: 'points' as const, n: 20, change: 5, low: -5, high: 20 };
  const course = { ...document.course, changes: [told] };
  expect(weaknesses({ ...document, course })).toContain('gained');
});

it('a week whose children were not asked prints nothing of them', () => {
  const without = { ...snapshot, schools: snapshot.schools.map((one) => ({ ...one, children: undefined })) };
  const alone = buildReport(without, reportWords);
  expect(alone).not.toHaveProperty('children');
  expect(alone.figures.map(({ figure }) => figure)).not.toContain('childrens-answers');
});

describe('figures printed elsewhere', () => {
  it('agree, say less or contradict, each with its reason', () => {
    const says = (figure: string, printed: string, ours?: string) =>
      comparePrinted({ figures: [{ figure, says: printed }] }, new Map(ours === undefined ? [] : [[figure, ours]]), 33)[0];
    expect(says('pupils-face-to-face', '1400+', '1,436')).toMatchObject({ agrees: true, why: 'within' });
    expect(says('pupils-face-to-face', '1000+', '1,436')).toMatchObject({ agrees: true, why: 'says-less' });
    expect(says('pupils-online', 'nearly 3000', '2,948')).toMatchObject({ agrees: true, why: 'within' });
    expect(says('schools', '34', '33')).toMatchObject({ agrees: false, why: 'outside' });
    expect(says('schools', '33', '33')).toMatchObject({ agrees: true, why: 'same' });
    expect(says('pupils-in-all', 'over 4,000')).toMatchObject({ why: 'adds-kinds' });
    expect(says('statement-enjoyed', '4.79', '4.79')).toMatchObject({ why: 'same', possible: [14, 19, 24, 28, 29, 33] });
  });

  it('are kept line by line, and a line without a number is refused', () => {
    const form = {
      reference: 'news',
      source: 'News',
      address: 'https://news.example/',
      figures: 'schools: 33\n\npupils-online: 2500+\n',
    };
    expect(keepPrinted('larkford-2025', form, ['schools', 'pupils-online']).figures).toEqual([
      { figure: 'schools', says: '33' },
      { figure: 'pupils-online', says: '2500+' },
    ]);
    expect(() => keepPrinted('larkford-2025', { ...form, figures: 'schools: many' }, ['schools'])).toThrow('Line 1');
    expect(() => keepPrinted('larkford-2025', { ...form, figures: 'cats: 3' }, ['schools'])).toThrow('Line 1');
  });
});

it('lists come line by line, and a line that lacks a part is refused', () => {
  expect(listsIn({ actions: 'Share | Council | done\nGo on' }).actions).toEqual([
    { action: 'Share', who: 'Council', state: 'done' },
    { action: 'Go on', state: 'planned' },
  ]);
  expect(() => listsIn({ pledges: 'A promise' })).toThrow('Line 1');
  expect(() => listsIn({ actions: 'a | b | soon' })).toThrow('Line 1');
});
