import type { Edition } from '#shared/domain/edition.ts';
import { preparedByItself, numberOf } from '#shared/domain/report/report-edition.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { type Instant, londonDate } from '#shared/kernel/time.ts';
import type { TableReader } from '#shared/ports.ts';
import { prepareReport } from '../http/reporting/prepare-report.ts';
import { job } from '../runtime/job.ts';
import { tableAdapters } from '../runtime/table.ts';
import { recountEdition } from './recount.ts';

/** Prepares the first report of each edition whose survey has closed, once. A person adds words, another publishes it. */
export const handler = job('prepare-reports', tableAdapters, async ({ read, write }, { now, newId }) => {
  let count = 0;
  for (const edition of await read.list('edition', {})) {
    if (!(await isDue(edition, now, read))) continue;
    // What came in since the last recount belongs in it.
    await recountEdition(edition.edition, { read, write, newId });
    try {
      await prepareReport(edition, { form: {}, by: preparedByItself, now, newId }, { read, write });
      count += 1;
    } catch (error) {
      // Nothing was counted, or somebody was quicker: there is nothing to do.
      if (!(error instanceof AppError) || error.kind !== 'conflict') throw error;
    }
  }
  return { count };
});

async function isDue({ edition, state, surveyCloses }: Edition, now: Instant, read: TableReader): Promise<boolean> {
  if ((state !== 'running' && state !== 'surveying') || londonDate(now) <= surveyCloses) return false;
  return (await read.get('reportEdition', { edition, number: numberOf(1) })) === undefined;
}
