import { csvText } from '#shared/kernel/csv.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { contextPage, type ShownSeries } from '#web/context/page.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call } from '../../runtime/http.ts';
import { findEdition } from '../find.ts';
import { findContext, shownIn } from './find.ts';

/** The city beside its programme, for everybody. */
export async function showContext({
  ports: { read },
  params,
}: Call<'GET /editions/{edition}/context', 'context'>): Promise<Answer> {
  const found = await findEdition(read, params.edition);
  const shown = shownIn(await findContext(found.programme, read));
  return { page: contextPage({ ...found, shown }), data: { series: shown.map(openly) } };
}

function openly({ series, place, comparison, list }: ShownSeries) {
  const { indicator, source, address } = series;
  return { indicator, source, address, place, list: list?.list, ...comparison };
}

/** The same figures as open data. Not found for any other file. */
export async function takeContext({
  ports: { read },
  params,
}: Call<'GET /editions/{edition}/context/{file}', 'context'>): Promise<Answer> {
  const { programme } = await findEdition(read, params.edition);
  if (params.file !== 'figures.csv') throw new AppError('not-found', 'no-such-page', 'There is no such page.');
  const rows = shownIn(await findContext(programme, read)).flatMap(rowsOf);
  return { download: { name: `${params.edition}-figures.csv`, contentType: 'text/csv; charset=utf-8', body: csvText(rows) } };
}

function rowsOf({ series, place, comparison, list }: ShownSeries) {
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
