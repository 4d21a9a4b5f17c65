import {
  evaluationWave,
  fundingLine,
  menuEntry,
  outputClaim,
  publishedResult,
  schoolNeed,
  sectorSession,
  spendEntry,
} from '../../domain/funding/items.ts';
import type { ItemDeclarations } from './declaration.ts';

const pk = 'EDITION#{edition}#FUNDING';

/** A funded programme: money, promises, sessions from a menu, what counts for what, and how it was. */
export const fundingItems = {
  fundingLine: { pk, sk: 'LINE#{line}', schema: fundingLine, access: 'read one; list an edition’s' },
  spendEntry: { pk, sk: 'SPEND#{spend}', schema: spendEntry, access: 'find by its reference; list an edition’s' },
  menuEntry: { pk, sk: 'MENU#{entry}', schema: menuEntry, access: 'the menu that schools choose from' },
  sectorSession: { pk, sk: 'SESSION#{session}', schema: sectorSession, access: 'read one; list an edition’s' },
  outputClaim: {
    pk,
    sk: 'CLAIM#{kind}#{output}',
    schema: outputClaim,
    access: 'what an output counts for; list an edition’s',
  },
  evaluationWave: { pk, sk: 'WAVE#{wave}', schema: evaluationWave, access: 'list an edition’s' },
  schoolNeed: { pk, sk: 'NEED#{urn}', schema: schoolNeed, access: 'the bands that the register does not say' },
  publishedResult: { pk, sk: 'PUBLISHED#{quote}', schema: publishedResult, access: 'list what others published' },
} as const satisfies ItemDeclarations;
