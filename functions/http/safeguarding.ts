import { safeguardingRoutes } from '#shared/system/routes/safeguarding.ts';
import { problemPage } from '#web/pages/errors.ts';
import { http } from '../runtime/http.ts';
import { tableAdapters } from '../runtime/table.ts';
import { askForCheck, decide, showPerson, showSafeguarding } from './safeguarding/placements.ts';

/** How the safeguarding lead decides on places that are over the line. */
export const handler = http(
  'safeguarding',
  safeguardingRoutes,
  tableAdapters,
  {
    'GET /organiser/editions/{edition}/safeguarding': showSafeguarding,
    'GET /organiser/editions/{edition}/safeguarding/{volunteer}': showPerson,
    'POST /organiser/editions/{edition}/safeguarding/{volunteer}/decisions': { act: decide, form: showPerson },
    'POST /organiser/editions/{edition}/safeguarding/{volunteer}/check': { act: askForCheck, form: showPerson },
  },
  problemPage,
);
