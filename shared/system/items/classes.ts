import { usedInstrument } from '../../domain/instruments/in-use.ts';
import type { ItemDeclarations } from './declaration.ts';

/** What people are asked by. */
export const classItems = {
  usedInstrument: {
    pk: 'EDITION#{edition}#INSTRUMENTS',
    sk: 'INSTRUMENT#{instrument}',
    schema: usedInstrument,
    access: 'the version of an instrument that an edition asks by',
  },
} as const satisfies ItemDeclarations;
