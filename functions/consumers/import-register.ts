import * as z from 'zod/mini';
import { bucketFiles } from '#functions/runtime/bucket-files.ts';
import { messageConsumer } from '#functions/runtime/consumer.ts';
import { log } from '#functions/runtime/log.ts';
import { tableAdapters } from '#functions/runtime/table.ts';
import { importRegister } from './register/import-file.ts';

/** What the bus says of a new file in the bucket. */
const newFile = z.object({ detail: z.object({ object: z.object({ key: z.string() }) }) });

/** Takes a new register of schools in when its file arrives in the bucket. Its report goes to the log, by line and column. */
export const handler = messageConsumer(
  'import-register',
  { ...tableAdapters, 'files:read': bucketFiles },
  newFile,
  async ({ detail }, { read, write, files }) => {
    const report = await importRegister({ open: () => files.open(detail.object.key), read, write });
    const note = (outcome: string, count: number) => log({ function: 'import-register', outcome, count });
    note('rows', report.rows);
    for (const kind of ['added', 'changed', 'closed', 'moved', 'refused', 'missing'] as const) note(kind, report[kind].length);
    for (const { line, column, reason } of report.refused.slice(0, 1000)) note(`refused line ${line} ${column}: ${reason}`, 1);
  },
);
