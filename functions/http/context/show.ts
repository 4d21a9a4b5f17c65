import { benchmarkFigures } from '#shared/domain/context/benchmarks.ts';
import { judgementFrameworks } from '#shared/domain/context/frameworks.ts';
import { judgedCategories } from '#shared/domain/context/judgements.ts';
import type { Programme } from '#shared/domain/programme.ts';
import { csvText } from '#shared/kernel/csv.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { TableReader } from '#shared/ports.ts';
import { isShown, type ShownBenchmarks } from '#web/context/benchmarks.ts';
import { contextPage, type ShownSeries } from '#web/context/page.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call } from '../../runtime/http.ts';
import { findEdition } from '../find.ts';
import { benchmarkSetsOf } from './benchmarks.ts';
import { findContext, shownIn } from './find.ts';
import { judgementSetsOf } from './judgements.ts';

/** The city beside its programme, for everybody. */
export async function showContext({
  ports: { read },
  params,
}: Call<'GET /editions/{edition}/context', 'context'>): Promise<Answer> {
  const found = await findEdition(read, params.edition);
  const [shown, benchmarks, judgements, studies] = await Promise.all([
    findContext(found.programme, read).then(shownIn),
    shownBenchmarks(found.programme, read),
    judgementSetsOf(found.programme.programme, read),
    read.list('caseStudy', params),
  ]);
  return {
    page: contextPage({ ...found, shown, benchmarks, judgements, studies }),
    data: { series: shown.map(openly), benchmarks: benchmarks.map(countsOf), judgements },
  };
}

/** What everybody may see of each set: of few schools and colleges, only how many have a result. */
async function shownBenchmarks({ programme }: Programme, read: TableReader): Promise<ShownBenchmarks[]> {
  return (await benchmarkSetsOf(programme, read)).map(({ institutions, ...set }) => {
    const figures = benchmarkFigures({ institutions, national: set.national });
    return {
      set,
      figures: isShown(figures) ? figures : { ...figures, mean: undefined, toNational: undefined, atLeast: [], each: [] },
    };
  });
}

function openly({ series, place, comparison, list }: ShownSeries) {
  const { indicator, source, address } = series;
  return { indicator, source, address, place, list: list?.list, ...comparison };
}

function countsOf({ set, figures }: ShownBenchmarks) {
  const { period, framework, source, national } = set;
  return { period, framework, source, national, ...figures };
}

type Row = Readonly<Record<string, string | number | undefined>>;

/** The files of open data. */
const files: Readonly<Record<string, (programme: Programme, read: TableReader) => Promise<readonly Row[]>>> = {
  'figures.csv': async (programme, read) => shownIn(await findContext(programme, read)).flatMap(figureRows),
  'careers.csv': async (programme, read) => (await shownBenchmarks(programme, read)).flatMap(careersRows),
  'judgements.csv': async ({ programme }, read) =>
    (await judgementSetsOf(programme, read)).flatMap((set) =>
      judgedCategories(set, judgementFrameworks[set.framework]).flatMap(({ category, grades }) =>
        grades.map(({ grade, schools, share }) => ({
          day: set.day,
          framework: set.framework,
          category,
          grade,
          schools,
          sharePercent: share,
          source: set.source,
        })),
      ),
    ),
};

/** The same figures as open data. Not found for any other file. */
export async function takeContext({
  ports: { read },
  params,
}: Call<'GET /editions/{edition}/context/{file}', 'context'>): Promise<Answer> {
  const { programme } = await findEdition(read, params.edition);
  const rowsOf = Object.hasOwn(files, params.file) ? files[params.file] : undefined;
  if (!rowsOf) throw new AppError('not-found', 'no-such-page', 'There is no such page.');
  const body = csvText(await rowsOf(programme, read));
  return { download: { name: `${params.edition}-${params.file}`, contentType: 'text/csv; charset=utf-8', body } };
}

function careersRows({ set: { period, framework, source }, figures }: ShownBenchmarks): Row[] {
  const { assessed, atLeast, each } = figures;
  const of = { period, framework, assessed };
  return [
    { ...of, measure: 'mean', benchmark: undefined, count: undefined, sharePercent: undefined, value: figures.mean, source },
    ...atLeast.map(({ benchmarks, count, share }) => ({
      ...of,
      measure: 'at least',
      benchmark: benchmarks,
      count,
      sharePercent: share,
      source,
    })),
    ...each.map(({ benchmark, count, share }) => ({
      ...of,
      measure: 'benchmark',
      benchmark,
      count,
      sharePercent: share,
      source,
    })),
  ];
}

function figureRows({ series, place, comparison, list }: ShownSeries): Row[] {
  const { indicator, source } = series;
  return comparison.years.map((one) => ({
    indicator,
    source,
    year: one.year,
    place,
    value: one.place.value,
    status: one.place.status,
    neighbours: one.neighbours.value,
    neighboursStatus: one.neighbours.status,
    neighboursList: comparison.neighbours === 'computed' ? list?.list : undefined,
    neighboursPlaces: one.neighbours.of,
    england: one.england.value,
    englandStatus: one.england.status,
    gapToNeighbours: one.toNeighbours,
    gapToEngland: one.toEngland,
  }));
}
