import type { ReportEdition } from '#shared/domain/report/items.ts';
import { numberOf } from '#shared/domain/report/report-edition.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { TableReader } from '#shared/ports.ts';

/** A version of a report that was published: one that is only prepared is not there. Not found `no-such-page`. */
export async function publishedVersion(
  read: TableReader,
  { edition, version }: { readonly edition: string; readonly version: string },
): Promise<ReportEdition> {
  const number = /^[1-9]\d{0,3}$/.test(version) ? numberOf(Number(version)) : undefined;
  const report = number && (await read.get('reportEdition', { edition, number }));
  if (!report || report.state !== 'published') throw new AppError('not-found', 'no-such-page', 'There is no such page.');
  return report;
}
