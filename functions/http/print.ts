import { printRoutes } from '#shared/system/routes/print.ts';
import { problemPage } from '#web/pages/errors.ts';
import { statementPdf } from '#web/statement/pdf.ts';
import { reportPdf } from '#web/report/pdf.ts';
import type { Answer } from '../runtime/answer.ts';
import { type Call, http } from '../runtime/http.ts';
import { dynamoReader } from '../runtime/table.ts';
import { findEdition } from './find.ts';
import { readStatement } from './statement/read.ts';
import { publishedVersion } from './published-report.ts';

/** Reports and statements as files to print. */
export const handler = http(
  'print',
  printRoutes,
  { 'table:read': dynamoReader },
  {
    'GET /editions/{edition}/impact/{version}/report.pdf': printReport,
    'GET /my/statement.pdf': printStatement,
  },
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

async function printStatement({ ports: { read }, session, now }: Call<'GET /my/statement.pdf', 'print'>): Promise<Answer> {
  const found = await readStatement(read, session);
  const body = await statementPdf(found, now);
  return { download: { name: `${found.edition.edition}-statement.pdf`, contentType: 'application/pdf', body } };
}
