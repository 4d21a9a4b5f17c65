import { rotationRoutes } from '#shared/system/routes/rotation.ts';
import { problemPage } from '#web/pages/errors.ts';
import { http } from '../runtime/http.ts';
import { tableAdapters } from '../runtime/table.ts';
import { makeRotation, showCards, showRotation } from './rotation/plan.ts';

/** How organisers plan a rotation and print its cards. */
export const handler = http(
  'rotation',
  rotationRoutes,
  tableAdapters,
  {
    'GET /organiser/editions/{edition}/events/{event}/rotation': showRotation,
    'POST /organiser/editions/{edition}/events/{event}/rotation': { act: makeRotation, form: showRotation },
    'GET /organiser/editions/{edition}/events/{event}/rotation/cards': showCards,
  },
  problemPage,
);
