import type { Compared } from '../context/compared.ts';
import { type LineName, sectors } from './inputs.ts';
import type { FundingCount } from './ledger.ts';
import { funders, published, quoted } from './printed.ts';
import type { ReadReport } from './read.ts';

type Reports = Readonly<Record<LineName, ReadReport>>;

/** Each printed figure of the article beside what the reports show. */
export function printedFigures(reports: Reports): Compared[] {
  return [
    ...funders.map(({ id, line, pounds }) => ({ id, printed: pounds, computed: Number(reports[line].amountShown), rows: 1 })),
    ...quoted.map(({ id, printed, reason }) => ({ id, printed, computed: 'quoted, not computable' as const, reason })),
  ];
}

/** What the reports show beside the client's own count of what it sent. */
export function countedFigures(reports: Reports, counted: FundingCount): Compared[] {
  const { 'opportunity-area': board, 'equality-hub': hub } = reports;
  const totals = sectors.map((sector) => board.coverage.reduce((sum, { held }) => sum + (held[sector] ?? 0), 0));
  const gaps = sectors.map((sector) => board.coverage.filter((one) => one.gaps.includes(sector)).length);
  const rows = totals.reduce((sum, one) => sum + one, 0);
  return [
    ...funders.flatMap(({ line }) => moneyOf(line, reports[line], counted)),
    { id: 'sessions for the board', printed: counted.delivered['opportunity-area'], computed: deliveredIn(board), rows },
    { id: 'pupils for the hub', printed: counted.delivered['equality-hub'], computed: deliveredIn(hub), rows },
    { id: 'sessions by sector', printed: counted.held.join(' '), computed: totals.join(' '), rows },
    {
      id: 'schools without, by sector',
      printed: counted.without.join(' '),
      computed: gaps.join(' '),
      rows: board.coverage.length,
    },
    { id: 'role models, women', printed: counted.women, computed: board.balance.counts?.women ?? 'hidden', rows },
    { id: 'role models, men', printed: counted.men, computed: board.balance.counts?.men ?? 'hidden', rows },
    ...changesOf('all', board.changes?.changes ?? [], counted.all),
    ...(['high', 'medium'] as const).flatMap((band) =>
      changesOf(band, board.byBand.find((one) => one.band === band)?.changes.changes ?? [], counted[band]),
    ),
  ];
}

function deliveredIn({ progress }: ReadReport): number {
  return progress.find(({ deliverable }) => deliverable !== 'evaluation')?.delivered ?? 0;
}

function moneyOf(line: LineName, { line: { pence, spent } }: ReadReport, { lines }: FundingCount): Compared[] {
  const { spentPence, leftPence } = lines[line];
  return [
    { id: `${line}, spent in pence`, printed: spentPence, computed: spent, rows: 1 },
    { id: `${line}, left in pence`, printed: leftPence, computed: pence - spent, rows: 1 },
  ];
}

type Changes = NonNullable<ReadReport['changes']>['changes'];

function changesOf(whose: string, changes: Changes, { n, points, jobs }: FundingCount['all']): Compared[] {
  const any = changes.find(({ text }) => text === 'I can do any job.');
  const named = changes.find(({ text }) => text === 'How many jobs can you name?');
  return [
    { id: `children asked twice, ${whose}`, printed: n, computed: any?.n ?? 0, rows: n },
    { id: `any job, points, ${whose}`, printed: points, computed: any?.change ?? 'hidden', rows: n },
    { id: `jobs named, ${whose}`, printed: jobs, computed: named?.change ?? 'hidden', rows: n },
  ];
}

/** What the file says wrong of results that others published: they stand apart, each without a base. */
export function quotesIn({ csv }: ReadReport): string[] {
  const rows = csv.filter((row) => row.startsWith('quoted,'));
  const expected = published.reduce((sum, one) => sum + ('before' in one ? 2 : 1), 0);
  const last = csv.slice(-rows.length);
  return [
    ...(rows.length === expected ? [] : [`${rows.length} published results are quoted, not ${expected}`]),
    ...(rows.every((row) => row.includes(',not published,')) ? [] : ['a published result is quoted with a base']),
    ...(last.every((row) => row.startsWith('quoted,')) ? [] : ['published results stand among counted ones']),
  ];
}
