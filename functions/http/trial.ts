import { trialRoutes } from '#shared/system/routes/console/trial.ts';
import { problemPage } from '#web/pages/errors.ts';
import { http } from '../runtime/http.ts';
import { dynamoEmptier } from '../runtime/table-empty.ts';
import { tableAdapters } from '../runtime/table.ts';
import { clear } from './trial/clear.ts';
import { fill } from './trial/fill.ts';
import { openAs } from './trial/open-as.ts';
import { showTrial } from './trial/show.ts';

/** How a draft is tried with test data. A function of its own, since it signs up, books and clears all there is. */
export const handler = http(
  'trial',
  trialRoutes,
  { ...tableAdapters, 'table:empty': dynamoEmptier },
  {
    'GET /organiser/editions/{edition}/trial': showTrial,
    'POST /organiser/editions/{edition}/trial/fill': { act: fill },
    'POST /organiser/editions/{edition}/trial/clear': { act: clear },
    'POST /organiser/editions/{edition}/trial/open': { act: openAs },
  },
  problemPage,
);
