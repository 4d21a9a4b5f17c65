import * as z from 'zod/mini';
import { slug } from '../../domain/fields.ts';
import { snapshotPart } from '../../domain/report/snapshot.ts';
import { response } from '../../domain/survey.ts';
import { editionTotal, eventTotal, schoolTotal } from '../../domain/totals.ts';
import type { ItemDeclarations } from './declaration.ts';

/** Answers to schools' surveys, and what is counted. */
export const countItems = {
  response: {
    pk: 'EDITION#{edition}#RESPONSES',
    sk: 'SCHOOL#{urn}#{registration}#{event}',
    schema: response,
    access: 'read one; list a school’s answers, event by event',
  },
  eventTotal: {
    pk: 'EDITION#{edition}#TOTALS',
    sk: 'EVENT#{event}',
    schema: eventTotal,
    access: 'list an edition’s event totals',
  },
  schoolTotal: {
    pk: 'EDITION#{edition}#TOTALS',
    sk: 'SCHOOL#{urn}',
    schema: schoolTotal,
    access: 'list an edition’s school totals',
  },
  editionTotal: { pk: 'EDITION#{edition}#TOTALS', sk: 'EDITION', schema: editionTotal, access: 'the organiser’s live figures' },
  snapshotPart: {
    pk: 'EDITION#{edition}#SNAPSHOT#{snapshot}',
    sk: 'PART#{part}',
    schema: snapshotPart,
    access: 'the frozen source of a report’s figures',
  },
  dirty: {
    pk: 'DIRTY#{edition}',
    sk: '{level}#{part}',
    schema: z.strictObject({ edition: slug, level: z.enum(['EVENT', 'SCHOOL', 'EDITION']), part: z.string(), mark: z.string() }),
    access: 'list what an edition must recount',
  },
} as const satisfies ItemDeclarations;
