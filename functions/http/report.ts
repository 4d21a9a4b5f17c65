import { partsIn } from '#shared/domain/report/document.ts';
import type { ReportDocument, ReportEdition } from '#shared/domain/report/items.ts';
import type { FigureDefinition } from '#shared/domain/report/figure-definition.ts';
import { figureDefinitions } from '#shared/domain/report/figures.ts';
import { openData } from '#shared/domain/report/open-data.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { reportRoutes } from '#shared/system/routes/report.ts';
import { problemPage } from '#web/pages/errors.ts';
import { reportNotPublishedPage, reportPage } from '#web/report/page.ts';
import { passportPage } from '#web/report/passport-page.ts';
import type { Answer } from '../runtime/answer.ts';
import { type Call, http } from '../runtime/http.ts';
import { dynamoReader } from '../runtime/table.ts';
import { findEdition } from './find.ts';
import { publishedVersion } from './published-report.ts';

/** The published reports, and what stands behind their figures. */
export const handler = http(
  'report',
  reportRoutes,
  { 'table:read': dynamoReader },
  {
    'GET /editions/{edition}/impact': showReport,
    'GET /editions/{edition}/impact/{version}': showVersion,
    'GET /editions/{edition}/impact/{version}/figures/{figure}': showPassport,
    'GET /editions/{edition}/impact/{version}/data/{file}': takeData,
  },
  problemPage,
);

/** The published report; until then a page that says so. */
async function showReport({ ports: { read }, params }: Call<'GET /editions/{edition}/impact', 'report'>): Promise<Answer> {
  const found = await findEdition(read, params.edition);
  const report = await read.get('report', { edition: params.edition });
  if (!report) {
    return {
      status: 404,
      page: reportNotPublishedPage(found),
      data: { code: 'not-published', detail: 'The report is not published yet.' },
    };
  }
  const [beside] = await read.list('indicatorSeries', found.programme, { limit: 1 });
  return { page: reportPage({ ...found, report, besides: beside !== undefined }), data: asPublished(report) };
}

async function showVersion({
  ports: { read },
  params,
}: Call<'GET /editions/{edition}/impact/{version}', 'report'>): Promise<Answer> {
  const found = await findEdition(read, params.edition);
  const report = await publishedVersion(read, params);
  return { page: reportPage({ ...found, report }), data: asPublished(report) };
}

async function showPassport({
  ports: { read },
  params,
}: Call<'GET /editions/{edition}/impact/{version}/figures/{figure}', 'report'>): Promise<Answer> {
  const found = await findEdition(read, params.edition);
  const report = await publishedVersion(read, params);
  const printed = report.document.figures.some((one) => one.figure === params.figure);
  const figure = printed && figureDefinitions.find((one) => one.figure === params.figure);
  if (!figure) throw noPage();
  return { page: passportPage({ ...found, report, figure }), data: passportOf(report.document, figure) };
}

function passportOf(document: ReportDocument, { figure, title, definition, recipe }: FigureDefinition) {
  const { edition, version, asOf, rules } = document;
  const statement = document.statements.find((one) => `statement-${one.statement}` === figure);
  const counted = document.figures.find((one) => one.figure === figure);
  return {
    figure,
    title,
    definition,
    recipe,
    edition,
    version,
    asOf,
    rules,
    ...counted,
    parts: partsIn(document, figure),
    ...(statement ? { statement } : {}),
  };
}

async function takeData({
  ports: { read },
  params,
}: Call<'GET /editions/{edition}/impact/{version}/data/{file}', 'report'>): Promise<Answer> {
  await findEdition(read, params.edition);
  const report = await publishedVersion(read, params);
  const file = openData(report.document, params.file);
  if (!file) throw noPage();
  return { download: { ...file, name: `${params.edition}-${params.version}-${params.file}` } };
}

/** What a JSON client gets: the document and when it was published; who did so stays inside. */
function asPublished({ document, digest, publishedAt }: ReportEdition) {
  return { ...document, publishedAt, digest };
}

function noPage(): AppError {
  return new AppError('not-found', 'no-such-page', 'There is no such page.');
}
