import { surveyForm } from '../../domain/survey.ts';
import type { RouteDeclaration } from './declaration.ts';

const viewer = { function: 'responses', auth: 'organiser', needs: 'viewer' } as const;
const coordinator = { function: 'responses', auth: 'organiser', needs: 'coordinator' } as const;

/** Which schools have answered their survey, and answers that an organiser types in from paper. */
export const responseRoutes = {
  'GET /organiser/editions/{edition}/surveys': { ...viewer, summary: 'Which schools have answered the survey, and who on paper' },
  'GET /organiser/editions/{edition}/surveys/sheets': {
    ...viewer,
    summary: 'A sheet to print for each school and event without answers (`urn`: of one school)',
  },
  'GET /organiser/editions/{edition}/surveys/{event}/{urn}/{registration}': {
    ...coordinator,
    personal: true,
    summary: 'The form for what one school answered about one event on paper',
  },
  'POST /organiser/editions/{edition}/surveys/{event}/{urn}/{registration}': {
    ...coordinator,
    summary: 'Type in what a school answered on paper, or correct that; never over what it answered itself',
    body: surveyForm,
  },
} as const satisfies Record<string, RouteDeclaration>;
