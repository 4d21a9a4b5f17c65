import { balanceOf, coverageOf } from '#shared/domain/funding/coverage.ts';
import { csvText } from '#shared/kernel/csv.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { TableReader } from '#shared/ports.ts';
import { funderReportPage } from '#web/funding/report.ts';
import { reportRows } from '#web/funding/report-rows.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call } from '../../runtime/http.ts';
import { findEvaluation } from './evaluation.ts';
import { findOneLine } from './find.ts';
import { findProgress } from './progress.ts';

type Path = '/organiser/editions/{edition}/funding/lines/{line}/report';

/** Everything that one funder reads. */
async function findReport(read: TableReader, params: { readonly edition: string; readonly line: string }, now: Instant) {
  const [money, evaluation] = await Promise.all([findOneLine(read, params), findEvaluation(read, params.edition)]);
  const { line, spends } = money;
  return {
    ...evaluation,
    line,
    now,
    spends: spends
      .filter((one) => one.line === line.line && one.state === 'entered')
      .toSorted((a, b) => a.on.localeCompare(b.on)),
    progress: await findProgress(read, money),
    coverage: coverageOf([...evaluation.called.keys()], evaluation.sessions),
    balance: balanceOf(evaluation.sessions),
  };
}
/** The report to one funder, to read and to print. */
export async function showReport({ ports: { read }, params, session, now }: Call<`GET ${Path}`, 'funding'>): Promise<Answer> {
  const report = await findReport(read, params, now);
  const { line, spends, progress, coverage, balance, waves, changes, byBand, allocation, quotes } = report;
  return {
    page: funderReportPage({ ...report, organiser: session }),
    data: { line, spends, progress, coverage, balance, waves, changes: changes ?? null, byBand, allocation, quotes },
  };
}

/** The same as a file. Not found for any other. */
export async function takeReport({ ports: { read }, params, now }: Call<`GET ${Path}/{file}`, 'funding'>): Promise<Answer> {
  if (params.file !== 'report.csv') throw new AppError('not-found', 'no-such-page', 'There is no such page.');
  const report = await findReport(read, params, now);
  const name = `${params.edition}-${params.line}.csv`;
  return { download: { name, contentType: 'text/csv; charset=utf-8', body: csvText(reportRows(report)) } };
}
