import { surveyForm } from '../../domain/survey.ts';
import type { RouteDeclaration } from './declaration.ts';

const byLink = { function: 'survey', auth: 'link' } as const;

/** How it was: what a school answers about its events, by the link in its mail. */
export const surveyRoutes = {
  'GET /my/survey': { ...byLink, summary: 'The schools’ survey: the one event a school is asked about, or a list of them' },
  'GET /my/survey/{event}': { ...byLink, summary: 'The schools’ survey about one event' },
  'POST /my/survey/{event}': {
    ...byLink,
    summary:
      'Answer the survey about one event, in part or in full, or change the answers; 0 says that a statement does not apply',
    body: surveyForm,
  },
} as const satisfies Record<string, RouteDeclaration>;
