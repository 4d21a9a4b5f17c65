import { surveyForm } from '../../domain/survey.ts';
import { visitForm } from '../../domain/visit-form.ts';
import type { RouteDeclaration } from './declaration.ts';

const byLink = { function: 'survey', auth: 'link' } as const;

/** How it was: what a school answers about its events, and a visitor about their visits, by the link in their mail. */
export const surveyRoutes = {
  'GET /my/survey': { ...byLink, summary: 'The schools’ survey: the one event a school is asked about, or a list of them' },
  'GET /my/survey/{event}': { ...byLink, summary: 'The schools’ survey about one event' },
  'POST /my/survey/{event}': {
    ...byLink,
    summary:
      'Answer the survey about one event, in part or in full, or change the answers; 0 says that a statement does not apply',
    body: surveyForm,
  },
  'GET /my/survey/{event}/sheet': { ...byLink, summary: 'The schools’ survey about one event on a sheet, to print' },
  'GET /my/visits': { ...byLink, summary: 'The visitors’ survey: the visits somebody is asked about' },
  'GET /my/visits/{event}': { ...byLink, summary: 'The visitors’ survey about one visit' },
  'POST /my/visits/{event}': {
    ...byLink,
    summary: 'Answer the survey about one visit, in part or in full, or change the answers',
    body: visitForm,
  },
} as const satisfies Record<string, RouteDeclaration>;
