import { reportingRoutes } from '#shared/system/routes/reporting.ts';
import { problemPage } from '#web/pages/errors.ts';
import { http } from '../runtime/http.ts';
import { tableAdapters } from '../runtime/table.ts';
import { check, showCheck } from './reporting/check.ts';
import { showLiveImpact, showRows } from './reporting/figures.ts';
import { keepPrintedElsewhere, prepare, publish } from './reporting/reports.ts';

/** How organisers make a report of the figures. */
export const handler = http(
  'reporting',
  reportingRoutes,
  tableAdapters,
  {
    'GET /organiser/editions/{edition}/impact': showLiveImpact,
    'POST /organiser/editions/{edition}/impact/prepare': { act: prepare, form: showLiveImpact },
    'POST /organiser/editions/{edition}/impact/publish': { act: publish },
    'GET /organiser/editions/{edition}/impact/check': showCheck,
    'POST /organiser/editions/{edition}/impact/check': { act: check, form: showCheck },
    'POST /organiser/editions/{edition}/impact/printed': { act: keepPrintedElsewhere, form: showLiveImpact },
    'GET /organiser/editions/{edition}/impact/{version}/figures/{figure}': showRows,
  },
  problemPage,
);
