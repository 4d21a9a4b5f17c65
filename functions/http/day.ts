import { dayRoutes } from '#shared/system/routes/day.ts';
import { problemPage } from '#web/pages/errors.ts';
import { http } from '../runtime/http.ts';
import { tableAdapters } from '../runtime/table.ts';
import { checkIn, checkOwnIn, showCheckIn, showOwnCheckIn } from './day/check-in.ts';
import { takeRotationOut } from './day/sheets.ts';
import { rescue, showRescue } from './day/rescue.ts';

/** What organisers and schools do on the day itself: rescue a rotation, take it out as a file, check groups in. */
export const handler = http(
  'day',
  dayRoutes,
  tableAdapters,
  {
    'GET /organiser/editions/{edition}/events/{event}/check-in': showCheckIn,
    'POST /organiser/editions/{edition}/events/{event}/check-in': { act: checkIn, form: showCheckIn },
    'GET /organiser/editions/{edition}/events/{event}/rotation/rotation.ods': takeRotationOut,
    'GET /my/place/bookings/{event}/check-in': showOwnCheckIn,
    'POST /my/place/bookings/{event}/check-in': { act: checkOwnIn, form: showOwnCheckIn },
    'GET /organiser/editions/{edition}/events/{event}/rotation/rescue': showRescue,
    'POST /organiser/editions/{edition}/events/{event}/rotation/rescue': { act: rescue, form: showRescue },
  },
  problemPage,
);
