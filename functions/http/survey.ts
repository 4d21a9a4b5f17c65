import { surveyRoutes } from '#shared/system/routes/survey.ts';
import { problemPage } from '#web/pages/errors.ts';
import { http } from '../runtime/http.ts';
import { dynamoReader, dynamoWriter } from '../runtime/table.ts';
import { answer, showSheet, showSurvey, showSurveys } from './survey/school.ts';
import { answerAboutVisit, showVisit, showVisits } from './survey/visits.ts';

/** How it was: what a school answers about its events, and a visitor about their visits. */
export const handler = http(
  'survey',
  surveyRoutes,
  { 'table:read': dynamoReader, 'table:write': dynamoWriter },
  {
    'GET /my/survey': showSurveys,
    'GET /my/survey/{event}': showSurvey,
    'POST /my/survey/{event}': { act: answer, form: showSurvey },
    'GET /my/survey/{event}/sheet': showSheet,
    'GET /my/visits': showVisits,
    'GET /my/visits/{event}': showVisit,
    'POST /my/visits/{event}': { act: answerAboutVisit, form: showVisit },
  },
  problemPage,
);
