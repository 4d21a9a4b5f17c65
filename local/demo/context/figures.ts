import { type Compared } from './compared.ts';
import type { ContextCount } from './ledger.ts';
import { attainment8, gatsby, ks2Table, progress8, quoted } from './printed.ts';
import { type ReadContext, yearsOf } from './read.ts';

const oneDecimal = (value: number | undefined) => value?.toFixed(1) ?? 'none';
const signed = (value: number | undefined) => (value === undefined ? 'none' : `${value > 0 ? '+' : ''}${value.toFixed(2)}`);

/** Each printed figure of the chapter beside what the system shows. `withoutOverall` is what the frameworks refused. */
export function printedFigures(read: ReadContext, withoutOverall: string): Compared[] {
  const ks2 = yearsOf(read, 'ks2-expected');
  const now = ks2.find(({ year }) => year === 2024);
  const rows = ks2.length * 3;
  const [place = '', , england = ''] = ks2Table.at(-1)?.cells ?? [];
  const judged = read.judgements.find(({ framework }) => framework === 'judgements-2024');
  return [
    ...quoted.map(({ id, printed, reason }) => ({ id, printed, computed: 'quoted, not computable' as const, reason })),
    { id: 'F023', printed: '2024-09', computed: withoutOverall, rows: 2 },
    {
      id: 'F024',
      printed: 4,
      computed: new Set(judged?.counts.map(({ category }) => category)).size,
      rows: judged?.counts.length ?? 0,
    },
    { id: 'F025', printed: place, computed: oneDecimal(now?.place.value), rows: 1 },
    { id: 'F026', printed: 1, computed: Math.round(now?.since?.place ?? 0), rows: 2 },
    {
      id: 'F027',
      printed: 1,
      computed: oneDecimal(now?.since?.england),
      rows: 2,
      contradicted: 'The sentence says 1 point; the report’s own table says 1.7.',
    },
    { id: 'F028', printed: england, computed: oneDecimal(now?.england.value), rows: 1 },
    ...benchmarkFigures(read),
    ...keyStage4(read),
    { id: 'T1', printed: textOf(printedTable()), computed: textOf(firstFour(read.table)), rows },
  ].toSorted((a, b) => a.id.localeCompare(b.id));
}

function benchmarkFigures({ benchmarks }: ReadContext): Compared[] {
  const [set] = benchmarks;
  const rows = set?.assessed ?? 0;
  const ids = ['F032', 'F033', 'F034'];
  return [
    { id: 'F029', printed: 8, computed: set?.each.length ?? 0, rows },
    { id: 'F030', printed: gatsby.mean, computed: set?.mean ?? 0, rows },
    ...gatsby.shares.map(({ atLeast, percent }, index) => ({
      id: ids[index] ?? '',
      printed: percent,
      computed: set?.atLeast.find(({ benchmarks: least }) => least === atLeast)?.share ?? 0,
      rows,
    })),
  ];
}

function keyStage4(read: ReadContext): Compared[] {
  const [a8] = yearsOf(read, 'attainment-8');
  const [p8] = yearsOf(read, 'progress-8');
  const [place8, near8, all8] = attainment8.cells;
  const [placeP, nearP, allP] = progress8.cells;
  return [
    { id: 'F035', printed: place8, computed: oneDecimal(a8?.place.value), rows: 1 },
    { id: 'F036', printed: near8, computed: oneDecimal(a8?.neighbours.value), rows: 1 },
    { id: 'F037', printed: all8, computed: oneDecimal(a8?.england.value), rows: 1 },
    { id: 'F039', printed: placeP, computed: signed(p8?.place.value), rows: 1 },
    { id: 'F040', printed: allP, computed: signed(p8?.england.value), rows: 1 },
    { id: 'F041', printed: nearP, computed: signed(p8?.neighbours.value), rows: 1 },
  ];
}

function printedTable(): string[][] {
  return ks2Table.map(({ year, cells }) => [String(year), ...cells.map((cell) => (cell === '-' ? 'not held' : `${cell}%`))]);
}

function firstFour(table: readonly (readonly string[])[]): string[][] {
  return table.map((row) => row.slice(0, 4));
}

function textOf(table: readonly (readonly string[])[]): string {
  return table.map((row) => row.join(' ')).join('\n');
}

/** What the system shows beside the client's own count of what it sent. */
export function countedFigures(read: ReadContext, counted: ContextCount): Compared[] {
  const ks2 = yearsOf(read, 'ks2-expected');
  const [before, now] = ks2.slice(-2);
  return [
    { id: 'table', printed: textOf(counted.table), computed: textOf(firstFour(read.table)), rows: ks2.length },
    { id: 'change, place', printed: counted.changePlace, computed: oneDecimal(now?.since?.place), rows: 2 },
    { id: 'change, England', printed: counted.changeEngland, computed: oneDecimal(now?.since?.england), rows: 2 },
    { id: 'gap, year before', printed: counted.gapBefore, computed: oneDecimal(before?.toEngland), rows: 2 },
    { id: 'gap, last year', printed: counted.gapNow, computed: oneDecimal(now?.toEngland), rows: 2 },
    ...countedBenchmarks(read, counted),
  ];
}

function countedBenchmarks({ benchmarks }: ReadContext, { mean, shares, assessed }: ContextCount): Compared[] {
  const [set] = benchmarks;
  const rows = set?.assessed ?? 0;
  const shown = set?.atLeast.map(({ share }) => share).join(' ') ?? '';
  return [
    { id: 'benchmarks, mean', printed: mean, computed: oneDecimal(set?.mean), rows },
    { id: 'benchmarks, shares', printed: shares.join(' '), computed: shown, rows },
    { id: 'benchmarks, assessed', printed: assessed, computed: rows, rows },
  ];
}
