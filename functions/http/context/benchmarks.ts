import { readBenchmarks } from '#shared/domain/context/benchmarks-file.ts';
import { hasBenchmarks, schoolYear } from '#shared/domain/context/frameworks.ts';
import type { BenchmarkSet } from '#shared/domain/context/items.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { TableReader } from '#shared/ports.ts';
import { benchmarksContent } from '#web/context/benchmarks.en.ts';
import { benchmarksListPage } from '#web/context/benchmarks-console.ts';
import { contextContent } from '#web/context/content.en.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { sheetRows, unreadable } from '../exchange/read-sheet.ts';
import { findEdition } from '../find.ts';
import { keepToLook } from './import.ts';

const { console: words, frameworks: names } = benchmarksContent;

type Path = '/organiser/editions/{edition}/context/benchmarks';
type Sent = PostCall<`POST ${Path}`, 'context'>;

/** The results that are held, newest year first. */
export async function benchmarkSetsOf(programme: string, read: TableReader): Promise<BenchmarkSet[]> {
  return (await read.list('benchmarkSet', { programme })).sort((a, b) => b.period.localeCompare(a.period));
}

/** The results that are held, and the form for a file of them. */
export async function showBenchmarks(
  { ports: { read }, params, session }: Call<`${'GET' | 'POST'} ${Path}`, 'context'>,
  filled?: Filled,
): Promise<Answer> {
  const found = await findEdition(read, params.edition, { drafts: true });
  const sets = await benchmarkSetsOf(found.programme.programme, read);
  return { page: benchmarksListPage({ ...found, organiser: session, sets, filled }), data: { sets } };
}

/** Keeps a file of results for a day, to look at; changes nothing. */
export async function checkBenchmarks(call: Sent): Promise<Answer> {
  const { ports, params, body, file } = call;
  const { programme } = await findEdition(ports.read, params.edition, { drafts: true });
  requireFramework(body, await ports.read.get('benchmarkSet', { programme: programme.programme, period: body.period }));
  if (!file || file.length === 0) throw unreadable(contextContent.import.problems.missing);
  const [header = [], ...lines] = sheetRows(file);
  const rows = lines.map((cells, index) => ({ row: index + 2, cells }));
  const found = readBenchmarks(header, rows, body.framework);
  if (!found) throw unreadable(words.unknown);
  const { period, framework, source, nationalMean, nationalSource } = body;
  const national =
    nationalMean === undefined || nationalSource === undefined ? undefined : { mean: nationalMean, source: nationalSource };
  const incoming = { kind: 'benchmarks' as const, period, framework, source, national, institutions: [...found.institutions] };
  return keepToLook(call, { incoming, refused: [...found.refused], elsewhere: 0, done: [] });
}

/** Refuses a set of another framework than its year's, or than the one the year is held by. Invalid `benchmark-framework`. */
function requireFramework(
  { period, framework, nationalMean, nationalSource }: Sent['body'],
  held: BenchmarkSet | undefined,
): void {
  const year = schoolYear(period);
  if (year === undefined) throw wrong('period', words.badPeriod);
  if (!hasBenchmarks(framework, year)) throw wrong('framework', words.otherYear(names[framework], period));
  if (held && held.framework !== framework) throw wrong('framework', words.otherHeld(period, names[held.framework]));
  if (nationalMean !== undefined && nationalSource === undefined) throw wrong('nationalSource', words.noSource);
}

function wrong(path: string, message: string): AppError {
  return new AppError('invalid', 'benchmark-framework', message, [{ path, message }]);
}
