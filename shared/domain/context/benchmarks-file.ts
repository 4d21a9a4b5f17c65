import { searchForm } from '../../kernel/text.ts';
import { benchmarkFrameworks, type BenchmarkFramework, benchmarksIn } from './frameworks.ts';
import type { BenchmarkSet } from './items.ts';
import { type RefusedCell, refuseCell, type SheetRow } from './refused.ts';

type Institution = BenchmarkSet['institutions'][number];
/** The schools and colleges of a file, and the rows to mend. */
export type BenchmarksFile = { readonly institutions: readonly Institution[]; readonly refused: readonly RefusedCell[] };

const columns = {
  name: ['institution', 'school', 'name', 'establishment'],
  kind: ['kind', 'type'],
  hub: ['careers hub', 'hub', 'in the careers hub'],
  framework: ['framework', 'benchmarks'],
};
const yes = new Set(['yes', 'y', 'true', '1', 'achieved', 'met', 'fully achieved']);
const no = new Set(['no', 'n', 'false', '0', 'not achieved', 'not met', 'partially achieved']);

type Layout = {
  readonly text: (line: SheetRow, name: keyof typeof columns) => string;
  readonly named: (name: keyof typeof columns) => string;
  /** The columns of the eight benchmarks, in order. */
  readonly results: readonly { readonly index: number; readonly name: string }[];
};

/** Reads results by school and college. Undefined where its first line is none of such a file's. */
export function readBenchmarks(
  header: readonly string[],
  rows: readonly SheetRow[],
  framework: BenchmarkFramework,
): BenchmarksFile | undefined {
  const layout = layoutOf(header);
  if (!layout) return undefined;
  const taken = new Map<string, { readonly row: number; readonly institution: Institution }>();
  const refused = rows.flatMap((line) => {
    const name = layout.text(line, 'name').slice(0, 120);
    const before = taken.get(searchForm(name));
    const wrong = before
      ? refuseCell(line.row, layout.named('name'), name, `It is in row ${before.row} too. Keep one of the two rows`)
      : faultOf(line, layout, framework);
    if (wrong) return [wrong];
    taken.set(searchForm(name), { row: line.row, institution: institutionIn(line, layout, name) });
    return [];
  });
  return { institutions: [...taken.values()].map(({ institution }) => institution), refused };
}

function layoutOf(header: readonly string[]): Layout | undefined {
  const forms = header.map(searchForm);
  const at = (name: keyof typeof columns) => forms.findIndex((form) => columns[name].includes(form));
  const results = Array.from({ length: benchmarksIn }, (_, index) => {
    const names = [
      `benchmark ${index + 1}`,
      `bm${index + 1}`,
      `bm ${index + 1}`,
      `gb${index + 1}`,
      `gatsby benchmark ${index + 1}`,
    ];
    const found = forms.findIndex((form) => names.includes(form));
    return { index: found, name: header[found] ?? '' };
  });
  if (at('name') < 0 || results.some(({ index }) => index < 0)) return undefined;
  return { text: ({ cells }, name) => (cells[at(name)] ?? '').trim(), named: (name) => header[at(name)] ?? '', results };
}

function faultOf(line: SheetRow, layout: Layout, framework: BenchmarkFramework): RefusedCell | undefined {
  const { text, named, results } = layout;
  const [kind, other] = [searchForm(text(line, 'kind')), text(line, 'framework')];
  const wrong = (name: keyof typeof columns, fix: string) => refuseCell(line.row, named(name), text(line, name), fix);
  if (text(line, 'name') === '') return wrong('name', 'Write the name of the school or college');
  if (kind !== '' && !/school|college/.test(kind)) return wrong('kind', 'Write school or college');
  if (other !== '' && frameworkNamed(other) !== framework)
    return wrong('framework', 'This row is of another framework. Bring it in by itself');
  if (!isAnswer(text(line, 'hub'))) return wrong('hub', 'Write yes or no');
  return faultInResults(
    line,
    results.map(({ index, name }) => ({ name, answer: (line.cells[index] ?? '').trim() })),
  );
}

function faultInResults(
  { row }: SheetRow,
  results: readonly { readonly name: string; readonly answer: string }[],
): RefusedCell | undefined {
  const wrong = results.find(({ answer }) => !isAnswer(answer));
  if (wrong) return refuseCell(row, wrong.name, wrong.answer, 'Write yes or no');
  const gap = results.find(({ answer }) => answer === '');
  if (!gap || results.every(({ answer }) => answer === '')) return undefined;
  return refuseCell(row, gap.name, '', 'Write yes or no for all eight, or leave all eight empty');
}

function institutionIn(line: SheetRow, { text, results }: Layout, name: string): Institution {
  const answers = results.map(({ index }) => searchForm(line.cells[index] ?? ''));
  const met = answers.flatMap((answer, index) => (yes.has(answer) ? [index + 1] : []));
  const kind = searchForm(text(line, 'kind')).includes('college') ? 'college' : 'school';
  return { name, kind, member: yes.has(searchForm(text(line, 'hub'))), met: answers.includes('') ? undefined : met };
}

function isAnswer(text: string): boolean {
  const form = searchForm(text);
  return form === '' || yes.has(form) || no.has(form);
}

function frameworkNamed(text: string): BenchmarkFramework | undefined {
  return benchmarkFrameworks.find((one) => searchForm(one) === searchForm(text));
}
