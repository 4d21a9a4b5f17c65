import { printRoutes } from '#shared/system/routes/print.ts';
import { problemPage } from '#web/pages/errors.ts';
import { reportPdf } from '#web/report/pdf.ts';
import type { Answer } from '../runtime/answer.ts';
import { type Call, http } from '../runtime/http.ts';
import { dynamoReader } from '../runtime/table.ts';
import { findEdition } from './find.ts';
import { publishedVersion } from './published-report.ts';

/** Reports as files to print. */
export const handler = http(
  'print',
  printRoutes,
  { 'table:read': dynamoReader },
  { 'GET /editions/{edition}/impact/{version}/report.pdf': printReport },
  problemPage,
);

async function printReport({
  ports: { read },
  params,
  origin,
}: Call<'GET /editions/{edition}/impact/{version}/report.pdf', 'print'>): Promise<Answer> {
  const { programme } = await findEdition(read, params.edition);
  const report = await publishedVersion(read, params);
  const body = await reportPdf(report, programme, origin);
  return { download: { name: `${params.edition}-${params.version}.pdf`, contentType: 'application/pdf', body } };
}
