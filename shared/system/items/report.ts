import { printedEdition, reportEdition } from '../../domain/report/items.ts';
import type { ItemDeclarations } from './declaration.ts';

/** What was printed of an edition, by us and by others. */
export const reportItems = {
  report: { pk: 'EDITION#{edition}#REPORTS', sk: 'REPORT', schema: reportEdition, access: 'the report as it is published now' },
  reportEdition: {
    pk: 'EDITION#{edition}#REPORTS',
    sk: 'VERSION#{number}',
    schema: reportEdition,
    access: 'one version of the report, prepared or published; list them',
  },
  printedEdition: {
    pk: 'EDITION#{edition}#REPORTS',
    sk: 'PRINTED#{reference}',
    schema: printedEdition,
    access: 'list what others printed of the same week',
  },
} as const satisfies ItemDeclarations;
