import { arrangeRoutes } from '#shared/system/routes/console/arrange.ts';
import { problemPage } from '#web/pages/errors.ts';
import { http } from '../runtime/http.ts';
import { tableAdapters } from '../runtime/table.ts';
import { arrange, showArrange } from './arrange/arrange.ts';

/** How organisers set when the parts of an event are and how those who come get in. */
export const handler = http(
  'arrange',
  arrangeRoutes,
  tableAdapters,
  {
    'GET /organiser/editions/{edition}/events/{event}/arrange': showArrange,
    'POST /organiser/editions/{edition}/events/{event}/arrange': { act: arrange, form: showArrange },
  },
  problemPage,
);
