import { upkeepRoutes } from '#shared/system/routes/upkeep.ts';
import { problemPage } from '#web/pages/errors.ts';
import { failedWork } from '../runtime/failed-work.ts';
import { http } from '../runtime/http.ts';
import { tableAdapters } from '../runtime/table.ts';
import { eraseSchool, eraseVisitor, showSchoolErasure, showVisitorErasure } from './records/erase.ts';
import { lift, retry, showStatus } from './upkeep/status.ts';

/** How admins look after an edition's machinery. A function of its own, since it alone may give failed work back. */
export const handler = http(
  'upkeep',
  upkeepRoutes,
  { ...tableAdapters, 'failures:retry': failedWork },
  {
    'GET /organiser/editions/{edition}/status': showStatus,
    'POST /organiser/editions/{edition}/status/retry': { act: retry },
    'POST /organiser/editions/{edition}/status/addresses/{address}/lift': { act: lift },
    'GET /organiser/editions/{edition}/registrations/{urn}/{registration}/erase': showSchoolErasure,
    'POST /organiser/editions/{edition}/registrations/{urn}/{registration}/erase': { act: eraseSchool, form: showSchoolErasure },
    'GET /organiser/editions/{edition}/visitors/{kind}/{visitor}/erase': showVisitorErasure,
    'POST /organiser/editions/{edition}/visitors/{kind}/{visitor}/erase': { act: eraseVisitor, form: showVisitorErasure },
  },
  problemPage,
);
