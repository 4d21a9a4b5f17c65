import * as z from 'zod/mini';
import { slug, urn } from '../../domain/fields.ts';
import {
  classCode,
  classTotal,
  courseAnswer,
  courseKey,
  pupilAnswer,
  pupilClass,
  pupilTally,
  usedInstrument,
} from '../../domain/pupils/items.ts';
import type { ItemDeclarations } from './declaration.ts';

/** What people are asked by, and classes of children who answer together. */
export const classItems = {
  usedInstrument: {
    pk: 'EDITION#{edition}#INSTRUMENTS',
    sk: 'INSTRUMENT#{instrument}',
    schema: usedInstrument,
    access: 'which version an edition asks by',
  },
  pupilClass: {
    pk: 'EDITION#{edition}#CLASSES',
    sk: 'SCHOOL#{urn}#{code}',
    schema: pupilClass,
    access: 'read one; list a school’s or all; take from its budget',
  },
  pupilAnswer: {
    pk: 'EDITION#{edition}#CLASS#{code}',
    sk: 'ANSWER#{answer}',
    schema: pupilAnswer,
    access: 'list a class’s answers',
  },
  pupilTally: {
    pk: 'EDITION#{edition}#CLASS#{code}',
    sk: 'TALLY',
    schema: pupilTally,
    access: 'a class’s count by hand',
  },
  courseKey: {
    pk: 'EDITION#{edition}#COURSE#{code}',
    sk: 'KEY',
    schema: courseKey,
    access: 'the key of a course, until it is deleted',
  },
  courseAnswer: {
    pk: 'EDITION#{edition}#COURSE#{code}',
    sk: 'ANSWER#{pair}#{round}',
    schema: courseAnswer,
    access: 'list a course’s answers',
  },
  classTotal: {
    pk: 'EDITION#{edition}#TOTALS',
    sk: 'CLASS#{urn}#{code}',
    schema: classTotal,
    access: 'list a school’s class totals, or all',
  },
  classCode: {
    pk: 'CLASS-CODE#{code}',
    sk: 'CLASS-CODE',
    schema: z.strictObject({ code: classCode, edition: slug, urn }),
    access: 'find a class by its code',
  },
} as const satisfies ItemDeclarations;
