import { statementRoutes } from '#shared/system/routes/statement.ts';
import { problemPage } from '#web/pages/errors.ts';
import { http } from '../runtime/http.ts';
import { tableAdapters } from '../runtime/table.ts';
import { recordPreparation, showStatement } from './statement/mine.ts';

/** What one organisation, volunteer or school gave and met. */
export const handler = http(
  'statement',
  statementRoutes,
  tableAdapters,
  { 'GET /my/statement': showStatement, 'POST /my/statement': { act: recordPreparation, form: showStatement } },
  problemPage,
);
