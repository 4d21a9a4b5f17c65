import { exchangeRoutes } from '#shared/system/routes/exchange.ts';
import { problemPage } from '#web/pages/errors.ts';
import { http } from '../runtime/http.ts';
import { tableAdapters } from '../runtime/table.ts';
import { addImport, checkFile, showImport, showImportForm, undoImport } from './exchange/import.ts';
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
    'GET /organiser/editions/{edition}/import': showImportForm,
    'POST /organiser/editions/{edition}/import': { act: checkFile, form: showImportForm },
    'GET /organiser/editions/{edition}/import/{import}': showImport,
    'POST /organiser/editions/{edition}/import/{import}/confirm': { act: addImport },
    'POST /organiser/editions/{edition}/import/{import}/undo': { act: undoImport },
  },
  problemPage,
);
