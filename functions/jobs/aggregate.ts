import { job } from '../runtime/job.ts';
import { tableAdapters } from '../runtime/table.ts';
import { recountEdition } from './recount.ts';

/** Recounts what is marked dirty, in every edition, and rolls it up. */
export const handler = job('aggregate', tableAdapters, async ({ read, write }, { newId }) => {
  let count = 0;
  for (const { edition } of await read.list('edition', {})) count += await recountEdition(edition, { read, write, newId });
  return { count };
});
