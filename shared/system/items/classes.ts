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
    access: 'the version of an instrument that an edition asks by',
  },
  pupilClass: {
    pk: 'EDITION#{edition}#CLASSES',
    sk: 'SCHOOL#{urn}#{code}',
    schema: pupilClass,
    access: 'read one; list an edition’s or a school’s classes; take from the budget of its answers',
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
    access: 'what a teacher counted of a class',
  },
  courseKey: {
    pk: 'EDITION#{edition}#COURSE#{code}',
    sk: 'KEY',
    schema: courseKey,
    access: 'what makes a child’s own code lead to their answers, until the school deletes it',
  },
  courseAnswer: {
    pk: 'EDITION#{edition}#COURSE#{code}',
    sk: 'ANSWER#{pair}#{round}',
    schema: courseAnswer,
    access: 'list a course’s answers, before and after',
  },
  classTotal: {
    pk: 'EDITION#{edition}#TOTALS',
    sk: 'CLASS#{urn}#{code}',
    schema: classTotal,
    access: 'list an edition’s or a school’s class totals',
  },
  classCode: {
    pk: 'CLASS-CODE#{code}',
    sk: 'CLASS-CODE',
    schema: z.strictObject({ code: classCode, edition: slug, urn }),
    access: 'find a class by the code that children type in',
  },
} as const satisfies ItemDeclarations;
