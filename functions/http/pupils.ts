import { pupilRoutes } from '#shared/system/routes/classes.ts';
import { problemPage } from '#web/pages/errors.ts';
import { http } from '../runtime/http.ts';
import { dynamoReader, dynamoWriter } from '../runtime/table.ts';
import { askForCode, goToClass, showFirst, showThanks, turn } from './pupils/answer.ts';

/** The children's questions. */
export const handler = http(
  'pupils',
  pupilRoutes,
  { 'table:read': dynamoReader, 'table:write': dynamoWriter },
  {
    'GET /c': askForCode,
    'POST /c': { act: goToClass, form: askForCode },
    'GET /c/{code}': showFirst,
    'POST /c/{code}': { act: turn },
    'GET /c/{code}/thanks': showThanks,
  },
  problemPage,
);
