import { printedForm } from '../../domain/report/printed.ts';
import { checkForm, prepareForm, publishForm } from '../../domain/report/report-edition.ts';
import type { RouteDeclaration } from './declaration.ts';

const viewer = { function: 'reporting', auth: 'organiser', needs: 'viewer' } as const;
const coordinator = { function: 'reporting', auth: 'organiser', needs: 'coordinator' } as const;
const publisher = { function: 'reporting', auth: 'organiser', needs: 'publisher' } as const;

/** How organisers make a report of the figures. */
export const reportingRoutes = {
  'GET /organiser/editions/{edition}/impact': { ...viewer, summary: 'Live figures' },
  'POST /organiser/editions/{edition}/impact/prepare': {
    ...coordinator,
    summary: 'Freeze the figures as they stand, for a second person to publish',
    body: prepareForm,
  },
  'POST /organiser/editions/{edition}/impact/publish': {
    ...publisher,
    summary: 'Publish a report that somebody else prepared',
    body: publishForm,
  },
  'GET /organiser/editions/{edition}/impact/check': { ...viewer, summary: 'A box to check a sentence against the figures' },
  'POST /organiser/editions/{edition}/impact/check': {
    ...viewer,
    summary: 'Check sentences against the figures, or against a table',
    body: checkForm,
  },
  'POST /organiser/editions/{edition}/impact/printed': {
    ...coordinator,
    summary: 'Keep figures of the same week that were printed elsewhere',
    body: printedForm,
  },
  'GET /organiser/editions/{edition}/impact/{version}/figures/{figure}': {
    ...publisher,
    summary: 'The rows behind a figure, to count it again (`as=csv`)',
  },
} as const satisfies Record<string, RouteDeclaration>;
