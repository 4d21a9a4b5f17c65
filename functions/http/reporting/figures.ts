import type { ReportEdition } from '#shared/domain/report/items.ts';
import { figureDefinitions } from '#shared/domain/report/figures.ts';
import { numberOf } from '#shared/domain/report/report-edition.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { csvText } from '#shared/kernel/csv.ts';
import { idOf } from '#shared/kernel/ids.ts';
import { organiserImpactPage } from '#web/organiser/impact.ts';
import { rowsPage } from '#web/organiser/rows.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled } from '../../runtime/http.ts';
import { findEdition } from '../find.ts';
import { sourceOf } from './prepare-report.ts';

type Shown =
  | 'GET /organiser/editions/{edition}/impact'
  | 'POST /organiser/editions/{edition}/impact/prepare'
  | 'POST /organiser/editions/{edition}/impact/printed';

/** The live figures beside the published ones, and the report that waits for a second person. */
export async function showLiveImpact(call: Call<Shown, 'reporting'>, filled?: Filled): Promise<Answer> {
  const { ports, params, session } = call;
  const { read } = ports;
  const found = await findEdition(read, params.edition, { drafts: true });
  const [total, report] = await Promise.all([read.get('editionTotal', params), read.get('report', params)]);
  const next = await read.get('reportEdition', { edition: params.edition, number: numberOf((report?.version ?? 0) + 1) });
  const waiting = next && { report: next, mine: next.preparedBy === session.organiser };
  const quotes = (total?.quotes ?? []).map((quote) => ({ id: idOf(quote), quote }));
  return {
    page: organiserImpactPage({ ...found, organiser: session, total, report, waiting, quotes, filled }),
    data: { figures: total ?? null, published: report ?? null, waiting: next ?? null, quotes },
  };
}

/** The frozen rows behind a figure of a version, prepared or published, and what counting them again gives. */
export async function showRows({
  ports: { read },
  params,
  query,
  session,
}: Call<'GET /organiser/editions/{edition}/impact/{version}/figures/{figure}', 'reporting'>): Promise<Answer> {
  const found = await findEdition(read, params.edition, { drafts: true });
  const figure = figureDefinitions.find((one) => one.figure === params.figure);
  const report = figure && (await versionOf(params, read));
  if (!report) throw new AppError('not-found', 'no-such-page', 'There is no such page.');
  const rows = figure.rows(await sourceOf(read, report));
  if (query['as'] === 'csv') {
    const name = `${params.edition}-${params.version}-${figure.figure}-rows.csv`;
    return { download: { name, contentType: 'text/csv; charset=utf-8', body: csvText(rows) } };
  }
  return {
    page: rowsPage({ ...found, organiser: session, report, figure, rows }),
    data: {
      figure: figure.figure,
      snapshot: report.snapshot,
      rows,
      counted: figure.count(rows) ?? null,
      parts: figure.parts?.(rows) ?? [],
    },
  };
}

async function versionOf(
  { edition, version }: { readonly edition: string; readonly version: string },
  read: Call<Shown, 'reporting'>['ports']['read'],
): Promise<ReportEdition | undefined> {
  return /^[1-9]\d{0,3}$/.test(version) ? read.get('reportEdition', { edition, number: numberOf(Number(version)) }) : undefined;
}
