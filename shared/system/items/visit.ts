import { visitSurvey } from '../../domain/visit-item.ts';
import type { ItemDeclarations } from './declaration.ts';

/** What visitors are asked about their visits. */
export const visitItems = {
  visitSurvey: {
    pk: 'EDITION#{edition}#VISIT-SURVEYS',
    sk: 'EVENT#{event}#{visitor}',
    schema: visitSurvey,
    access: 'read one; list those of an event, or all',
  },
} as const satisfies ItemDeclarations;
