import { registerRoutes } from '#shared/system/routes/register.ts';
import { problemPage } from '#web/pages/errors.ts';
import { http } from '../runtime/http.ts';
import { tableAdapters } from '../runtime/table.ts';
import { changeRegister, checkRegister, showRegisterForm, showRegisterImport, undoRegister } from './register/import.ts';

/** How the register of schools is brought up to date by page. A function of its own: reading places takes a large library. */
export const handler = http(
  'register',
  registerRoutes,
  tableAdapters,
  {
    'GET /organiser/editions/{edition}/register': showRegisterForm,
    'POST /organiser/editions/{edition}/register': { act: checkRegister, form: showRegisterForm },
    'GET /organiser/editions/{edition}/register/{import}': showRegisterImport,
    'POST /organiser/editions/{edition}/register/{import}/confirm': { act: changeRegister },
    'POST /organiser/editions/{edition}/register/{import}/undo': { act: undoRegister },
  },
  problemPage,
);
