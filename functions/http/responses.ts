import { responseRoutes } from '#shared/system/routes/responses.ts';
import { problemPage } from '#web/pages/errors.ts';
import { http } from '../runtime/http.ts';
import { tableAdapters } from '../runtime/table.ts';
import { showResponses, showSheets } from './responses/list.ts';
import { showTypingIn, typeIn } from './responses/type-in.ts';

/** Which schools have answered their survey, and what organisers type in from paper. */
export const handler = http(
  'responses',
  responseRoutes,
  tableAdapters,
  {
    'GET /organiser/editions/{edition}/surveys': showResponses,
    'GET /organiser/editions/{edition}/surveys/sheets': showSheets,
    'GET /organiser/editions/{edition}/surveys/{event}/{urn}/{registration}': showTypingIn,
    'POST /organiser/editions/{edition}/surveys/{event}/{urn}/{registration}': { act: typeIn, form: showTypingIn },
  },
  problemPage,
);
