import * as z from 'zod/mini';
import { benchmarkSet, caseStudy, indicatorSeries, judgementSet, neighbourList } from '../../domain/context/items.ts';
import type { ItemDeclarations } from './declaration.ts';
import { importFields } from './import-fields.ts';

/** What is known of a city beside its programme. It belongs to the programme: its editions share it. */
export const contextItems = {
  indicatorSeries: {
    pk: 'PROGRAMME#{programme}#CONTEXT',
    sk: 'SERIES#{series}',
    schema: indicatorSeries,
    access: 'read one indicator by one source; list them all',
  },
  neighbourList: {
    pk: 'PROGRAMME#{programme}#CONTEXT',
    sk: 'NEIGHBOURS#{la}#{list}',
    schema: neighbourList,
    access: 'the dated lists of statistical neighbours',
  },
  benchmarkSet: {
    pk: 'PROGRAMME#{programme}#CONTEXT',
    sk: 'BENCHMARKS#{period}',
    schema: benchmarkSet,
    access: 'the results of careers guidance by school year',
  },
  judgementSet: {
    pk: 'PROGRAMME#{programme}#CONTEXT',
    sk: 'JUDGEMENTS#{day}',
    schema: judgementSet,
    access: 'how many schools got each of Ofsted’s grades, by day',
  },
  caseStudy: {
    pk: 'EDITION#{edition}#CASE-STUDIES',
    sk: 'STUDY#{study}',
    schema: caseStudy,
    access: 'read one case study; list an edition’s',
  },
  contextBatch: {
    pk: 'EDITION#{edition}#IMPORTS',
    sk: 'CONTEXT#{import}',
    schema: z.strictObject({
      ...importFields,
      /** What the file holds, packed; once it is confirmed, also what was there before and what it became. */
      content: z.string(),
    }),
    access: 'check, confirm and undo one file of the city’s figures',
  },
} as const satisfies ItemDeclarations;
