import { clearance } from '../../domain/courses/clearance.ts';
import type { ItemDeclarations } from './declaration.ts';

/** Until when those who meet children are cleared: apart from courses, as letters speak of it too. */
export const clearanceItems = {
  clearance: {
    pk: 'EDITION#{edition}#CLEARANCES',
    sk: 'VOLUNTEER#{volunteer}',
    schema: clearance,
    access: 'until when a volunteer is cleared; list an edition’s',
  },
} as const satisfies ItemDeclarations;
