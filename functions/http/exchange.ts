import { exchangeRoutes } from '#shared/system/routes/exchange.ts';
import { problemPage } from '#web/pages/errors.ts';
import { http } from '../runtime/http.ts';
import { tableAdapters } from '../runtime/table.ts';
import { showExport, takeAuditOut, takeOut } from './exchange/export.ts';

/** How organisers take lists out as files, and bring them in. */
export const handler = http(
  'exchange',
  exchangeRoutes,
  tableAdapters,
  {
    'GET /organiser/editions/{edition}/export': showExport,
    'GET /organiser/editions/{edition}/export/{file}': takeOut,
    'GET /organiser/editions/{edition}/audit/{file}': takeAuditOut,
  },
  problemPage,
);
