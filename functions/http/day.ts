import { dayRoutes } from '#shared/system/routes/day.ts';
import { problemPage } from '#web/pages/errors.ts';
import { http } from '../runtime/http.ts';
import { tableAdapters } from '../runtime/table.ts';
import { rescue, showRescue } from './day/rescue.ts';

/** What organisers do on the day itself: rescue a rotation. */
export const handler = http(
  'day',
  dayRoutes,
  tableAdapters,
  {
    'GET /organiser/editions/{edition}/events/{event}/rotation/rescue': showRescue,
    'POST /organiser/editions/{edition}/events/{event}/rotation/rescue': { act: rescue, form: showRescue },
  },
  problemPage,
);
