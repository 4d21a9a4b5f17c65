import { rotationRoutes } from '#shared/system/routes/rotation.ts';
import { problemPage } from '#web/pages/errors.ts';
import { http } from '../runtime/http.ts';
import { tableAdapters } from '../runtime/table.ts';
import { makeRotation, showCards, showRotation } from './rotation/plan.ts';
import { rescue, showRescue } from './rotation/rescue.ts';

/** How organisers plan a rotation, print its cards and rescue it on the day. */
export const handler = http(
  'rotation',
  rotationRoutes,
  tableAdapters,
  {
    'GET /organiser/editions/{edition}/events/{event}/rotation': showRotation,
    'POST /organiser/editions/{edition}/events/{event}/rotation': { act: makeRotation, form: showRotation },
    'GET /organiser/editions/{edition}/events/{event}/rotation/cards': showCards,
    'GET /organiser/editions/{edition}/events/{event}/rotation/rescue': showRescue,
    'POST /organiser/editions/{edition}/events/{event}/rotation/rescue': { act: rescue, form: showRescue },
  },
  problemPage,
);
