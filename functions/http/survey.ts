import { surveyRoutes } from '#shared/system/routes/survey.ts';
import { problemPage } from '#web/pages/errors.ts';
import { http } from '../runtime/http.ts';
import { dynamoReader, dynamoWriter } from '../runtime/table.ts';
import { answer, showSurvey, showSurveys } from './survey/school.ts';

/** How it was: what a school answers about its events. */
export const handler = http(
  'survey',
  surveyRoutes,
  { 'table:read': dynamoReader, 'table:write': dynamoWriter },
  {
    'GET /my/survey': showSurveys,
    'GET /my/survey/{event}': showSurvey,
    'POST /my/survey/{event}': { act: answer, form: showSurvey },
  },
  problemPage,
);
